import * as z from 'zod';
import { systemClock } from '../../shared/kernel/clock.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { apiKeyDeps } from './deps.ts';

const { keys } = apiKeyDeps();
const Name = z.string().regex(/^[a-z0-9-]{3,40}$/);
const Command = z.union([z.strictObject({ name: Name, perHour: z.int().min(1).max(100_000) }), z.strictObject({ name: Name, revoke: z.literal(true) })]);

type Outcome = { readonly key?: string; readonly revoked?: boolean; readonly reason?: string };

/** Invoked by an operator with `{ name, perHour }` for a key of another system, shown this once, or `{ name, revoke: true }`. */
export const handler = async (input: unknown): Promise<Outcome> => {
  const command = Command.safeParse(input);
  if (!command.success) return { reason: 'wanted: { name, perHour } or { name, revoke: true }' };
  const { data } = command;
  logger.info('api-key', { mode: 'revoke' in data ? 'revoke' : 'give' });
  return 'revoke' in data ? { revoked: await keys.revoke(data.name, systemClock()) } : { key: await keys.give(data.name, data.perHour, systemClock()) };
};
