import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { contentOf, put, putOnce, remove, WriteRefused } from '../../shared/runtime/transaction.ts';
import { channelKey, messageKey, sandboxKey, sandboxPartition, senderKey, sentPlaceKey } from './feedback.keys.ts';
import type { Channel, InboundMessage } from './inbound.ts';
import type { InboundStore } from './ports.ts';

/** Longer than any queue tries; what was worked off goes at once. */
const keepSeconds = 7 * 86_400;
const sandboxSeconds = 86_400;
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

export const inboundRepository = (table: Table): InboundStore => ({
  channel: async (name) => { const row = await table.get(channelKey(name), { consistent: true }); return row === undefined ? undefined : contentOf<Channel>(row); },
  open: (name, channel) => table.write(put({ ...channelKey(name), entity: 'channel', ...channel })),
  close: (name) => table.write(remove(channelKey(name))),
  take: async (key, message, event, { requestKey, cause: { now } }) => {
    try {
      await table.transact([requestRow(requestKey, key, now), putOnce({ ...messageKey(key), entity: 'message', ...message, expiresAt: seconds(now) + keepSeconds }), putOnce(outboxRow(event))]);
      return true;
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      try {
        await findReplay(table, requestKey);
      } catch (cause) {
        throw cause instanceof DomainError && cause.code === 'idempotency-key-reused' ? new DomainError('message-altered') : cause;
      }
      return false;
    }
  },
  message: async (key) => {
    const row = await table.get(messageKey(key), { consistent: true });
    if (row === undefined) return undefined;
    const { expiresAt: _gone, ...message } = contentOf<InboundMessage & { expiresAt: number }>(row);
    return message;
  },
  last: async (who) => {
    const row = await table.get(senderKey(who), { consistent: true });
    return row === undefined ? undefined : { feedbackId: String(row['feedbackId']), sentAt: String(row['sentAt']) };
  },
  keepPlace: (who, { point: { lat, long }, sentAt }, until) => table.write(put({ ...sentPlaceKey(who), entity: 'sent-place', lat, long, sentAt, expiresAt: seconds(until) })),
  place: async (who) => {
    const row = await table.get(sentPlaceKey(who), { consistent: true });
    return row === undefined ? undefined : { point: { lat: Number(row['lat']), long: Number(row['long']) }, sentAt: String(row['sentAt']) };
  },
  done: (key) => table.write(remove(messageKey(key))),
  answered: async ({ to, text }, now) => table.write(put({ ...sandboxKey(now), entity: 'sandbox', to, text, expiresAt: seconds(now) + sandboxSeconds })),
  answers: async () => (await table.query({ pk: sandboxPartition, newestFirst: true, limit: 50 })).items.map((row) => ({ at: row.sk.slice(0, 24), to: String(row['to']), text: String(row['text']) })),
});
