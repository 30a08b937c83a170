import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { logger } from '../../shared/runtime/logger.ts';
import { channelDeps } from './deps.ts';

const { inbound } = channelDeps();
const Name = z.enum(['zalo', 'email']);
const Command = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('open'), channel: Name, secret: z.string().min(16).max(200).optional(), appId: z.string().max(60).optional(), accessToken: z.string().max(4000).optional() }),
  z.strictObject({ act: z.literal('close'), channel: Name }), z.strictObject({ act: z.literal('answers') }),
]);

type Outcome = { readonly done: boolean; readonly secret?: string; readonly answers?: Awaited<ReturnType<typeof inbound.answers>>; readonly reason?: string };

/**
 * Invoked by an operator: `{ act: 'open', channel, secret?, appId?, accessToken? }` with what Zalo gave, or a secret of ours
 * for the mail relay, shown this once; `{ act: 'close', channel }`; `{ act: 'answers' }` for what the sandbox would have sent.
 */
export const handler = async (input: unknown): Promise<Outcome> => {
  const command = Command.safeParse(input);
  if (!command.success) return { done: false, reason: `not right: ${command.error.issues.map(({ path }) => path.join('.')).join(', ')}` };
  const { data } = command;
  logger.info('channel', { mode: data.act });
  if (data.act === 'answers') return { done: true, answers: await inbound.answers() };
  if (data.act === 'close') { await inbound.close(data.channel); return { done: true }; }
  const { act: _act, channel, secret = randomBytes(32).toString('hex'), appId, accessToken } = data;
  await inbound.open(channel, { secret, ...(appId === undefined ? {} : { appId }), ...(accessToken === undefined ? {} : { accessToken }) });
  return { done: true, secret };
};
