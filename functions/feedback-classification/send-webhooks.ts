import type { Envelope } from '../../events/envelope.ts';
import { RetryLater } from '../../shared/runtime/queue.ts';
import type { Catalogue } from './catalogue.ts';
import { isPublic } from './feedback.ts';
import { registeredOf, requestView } from './open311-views.ts';
import type { FeedbackStore } from './ports.ts';
import { mostFailures, type Told, type Webhook } from './webhook.ts';

export type WebhookStore = {
  readonly all: () => Promise<readonly Webhook[]>;
  readonly find: (name: string) => Promise<Webhook | undefined>;
  readonly subscribe: (webhook: Pick<Webhook, 'name' | 'url' | 'since'>) => Promise<string>;
  readonly remove: (name: string) => Promise<void>;
  /** counts from nothing again, and goes on after a pause */
  readonly resume: (name: string) => Promise<void>;
  /** one more that could not be told; gives how many in a row */
  readonly failed: (name: string) => Promise<number>;
  readonly pause: (name: string, at: string) => Promise<void>;
  /** what is told for an event, the same however often it is asked */
  readonly log: (told: Told) => Promise<Told>;
  readonly logged: (day: string) => Promise<readonly Told[]>;
  readonly wasTold: (name: string, eventId: string) => Promise<boolean>;
  readonly markTold: (name: string, eventId: string, now: Date) => Promise<void>;
};
/** False when the receiver did not take it, whatever the reason. */
export type PostSigned = (webhook: Webhook, told: Told, now: Date) => Promise<boolean>;
type Deps = { readonly feedback: Pick<FeedbackStore, 'load'>; readonly webhooks: WebhookStore; readonly post: PostSigned; readonly catalogue: Catalogue; readonly siteOrigin: string; readonly paused: (name: string) => void };
type Fact = Pick<Envelope, 'id' | 'time'> & { readonly data: { readonly feedbackId: string } };

/**
 * Tells every webhook of a public change, each once: the report as anyone sees it now, in the shape of Open311. Who could
 * not take it is tried again with the message, while the others are not told twice; who never can is paused.
 */
export const sendWebhooks = (deps: Deps) => async ({ id, time, data }: Fact, type: string, now: Date): Promise<void> => {
  const { webhooks, post } = deps;
  const active = (await webhooks.all()).filter(({ pausedAt, since }) => pausedAt === undefined && since <= time);
  const record = await deps.feedback.load(data.feedbackId);
  if (record === undefined || !isPublic(record)) return;
  // what is told stays in the log where nobody listens yet either: a webhook that comes later may ask for it
  const told = await webhooks.log({ eventId: id, at: time, body: JSON.stringify({ id, type, time, request: requestView(registeredOf(record, deps.catalogue, now), deps.catalogue, deps.siteOrigin) }) });
  const reached = await Promise.all(active.map(async (webhook) => {
    if (await webhooks.wasTold(webhook.name, id)) return true;
    if (await post(webhook, told, now)) {
      await webhooks.markTold(webhook.name, id, now);
      if (webhook.failures > 0) await webhooks.resume(webhook.name);
      return true;
    }
    if ((await webhooks.failed(webhook.name)) < mostFailures) return false;
    await webhooks.pause(webhook.name, now.toISOString());
    deps.paused(webhook.name);
    return true;
  }));
  if (reached.includes(false)) throw new RetryLater('a webhook did not take it');
};

/** Tells one webhook again what was told between two days, in order, and whether it was told before or not. Stops at the first it does not take. */
export const replayWebhook = ({ webhooks, post }: Pick<Deps, 'webhooks' | 'post'>) => async ({ name, days }: { readonly name: string; readonly days: readonly string[] }, now: Date): Promise<{ sent: number; stoppedAt?: string }> => {
  const webhook = await webhooks.find(name);
  if (webhook === undefined) return { sent: 0, stoppedAt: 'no webhook of this name' };
  let sent = 0;
  for (const day of days) {
    for (const told of await webhooks.logged(day)) {
      if (!(await post(webhook, told, now))) return { sent, stoppedAt: told.at };
      await webhooks.markTold(name, told.eventId, now);
      sent += 1;
    }
  }
  await webhooks.resume(name);
  return { sent };
};
