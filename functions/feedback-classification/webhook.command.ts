import * as z from 'zod';
import { systemClock } from '../../shared/kernel/clock.ts';
import { dateOfDayNumber, dayNumberOf, IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { webhookDeps } from './deps.ts';
import { replayWebhook } from './send-webhooks.ts';

const deps = webhookDeps();
const replay = replayWebhook(deps);
const Name = z.string().regex(/^[a-z0-9-]{3,40}$/);
const mostDays = 31;
const Command = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('subscribe'), name: Name, url: z.url({ protocol: /^https$/ }) }), z.strictObject({ act: z.literal('remove'), name: Name }), z.strictObject({ act: z.literal('resume'), name: Name }),
  z.strictObject({ act: z.literal('replay'), name: Name, from: IsoDate, to: IsoDate }),
]);

type Outcome = { readonly done: boolean; readonly secret?: string; readonly sent?: number; readonly stoppedAt?: string; readonly reason?: string };

/** Invoked by an operator: `{ act: 'subscribe', name, url }` gives the secret to sign by, this once; `remove`, `resume`; `{ act: 'replay', name, from, to }` by the days of the log, in UTC. */
export const handler = async (input: unknown): Promise<Outcome> => {
  const command = Command.safeParse(input);
  if (!command.success) return { done: false, reason: `not right: ${command.error.issues.map(({ path }) => path.join('.')).join(', ')}` };
  const { data } = command;
  const now = systemClock();
  logger.info('webhook', { mode: data.act, consumer: data.name });
  switch (data.act) {
    case 'subscribe': return { done: true, secret: await deps.webhooks.subscribe({ name: data.name, url: data.url, since: now.toISOString() }) };
    case 'remove': await deps.webhooks.remove(data.name); return { done: true };
    case 'resume': await deps.webhooks.resume(data.name); return { done: true };
    case 'replay': {
      const first = dayNumberOf(data.from);
      const days = Array.from({ length: Math.min(mostDays, Math.max(0, dayNumberOf(data.to) - first + 1)) }, (_, index) => dateOfDayNumber(first + index));
      const outcome = await replay({ name: data.name, days }, now);
      return { done: outcome.stoppedAt === undefined, ...outcome };
    }
  }
};
