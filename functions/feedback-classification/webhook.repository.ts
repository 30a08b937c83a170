import { randomBytes } from 'node:crypto';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, putOnce, remove, update, WriteRefused } from '../../shared/runtime/transaction.ts';
import { webhookKey, webhookLogKey, webhookLogPartition, webhookToldKey, webhooksPartition } from './feedback.keys.ts';
import type { WebhookStore } from './send-webhooks.ts';
import type { Told, Webhook } from './webhook.ts';

/** Longer than a receiver is away, and long enough to ask again. */
const keepSeconds = 30 * 86_400;
const expiry = (at: Date): number => Math.floor(at.getTime() / 1000) + keepSeconds;
const toldOf = ({ eventId, at, body }: Told): Told => ({ eventId, at, body });

/** One that was removed meanwhile needs nothing more. */
const ifThere = async (written: Promise<void>): Promise<void> => {
  try {
    await written;
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error;
  }
};

export const webhookRepository = (table: Table): WebhookStore => ({
  all: async () => (await table.query({ pk: webhooksPartition })).items.map((row) => contentOf<Webhook>(row)),
  find: async (name) => { const row = await table.get(webhookKey(name), { consistent: true }); return row === undefined ? undefined : contentOf<Webhook>(row); },
  subscribe: async (webhook) => {
    const secret = randomBytes(32).toString('hex');
    await table.write(put({ ...webhookKey(webhook.name), entity: 'webhook', ...webhook, secret, failures: 0 }));
    return secret;
  },
  remove: (name) => table.write(remove(webhookKey(name))),
  resume: (name) => ifThere(table.write(update(webhookKey(name), { expression: 'SET failures = :none REMOVE pausedAt', values: { ':none': 0 } }, { expression: 'attribute_exists(pk)' }))),
  failed: async (name) => Number((await table.updateAndGet(webhookKey(name), { expression: 'ADD failures :one', values: { ':one': 1 } }))['failures']),
  pause: (name, at) => ifThere(table.write(update(webhookKey(name), { expression: 'SET pausedAt = :at', values: { ':at': at } }, { expression: 'attribute_exists(pk)' }))),
  log: async (told) => {
    try {
      await table.write(putOnce({ ...webhookLogKey(told), entity: 'webhook-log', ...told, expiresAt: expiry(new Date(told.at)) }));
      return told;
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      const row = await table.get(webhookLogKey(told), { consistent: true });
      return row === undefined ? told : toldOf(contentOf<Told>(row));
    }
  },
  logged: async (day) => {
    const found: Told[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: webhookLogPartition(day), after });
      found.push(...page.items.map((row) => toldOf(contentOf<Told>(row))));
      after = page.cursor;
    } while (after !== undefined);
    return found;
  },
  wasTold: async (name, eventId) => (await table.get(webhookToldKey(name, eventId), { consistent: true })) !== undefined,
  markTold: (name, eventId, now) => table.write(put({ ...webhookToldKey(name, eventId), entity: 'webhook-told', expiresAt: expiry(now) })),
});
