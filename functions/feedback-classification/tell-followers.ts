import { sendOnce, type MailDeps } from '../../shared/runtime/mail-ledger.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import type { Catalogue } from './catalogue.ts';
import { categoryNow, isPublic } from './feedback.ts';
import { confirmMail, newsMail, type NewsOccasion } from './follow-mail.ts';
import type { FeedbackStore, Subscription, SubscriptionStore } from './ports.ts';
import { recipientsOf } from './tell-reporters.ts';

type Deps = MailDeps & { readonly feedback: Pick<FeedbackStore, 'load'>; readonly subscriptions: Pick<SubscriptionStore, 'find' | 'following'>; readonly catalogue: Pick<Catalogue, 'categories'>; readonly siteOrigin: string };
type Sent = { sent: number; busy: number };

/** Written to at the same time. */
const together = 10;

/** The mail that asks for confirmation, once for each time it was asked for. */
export const askToConfirm = (deps: Deps) => async ({ eventId, subscriptionId, now }: { readonly eventId: string; readonly subscriptionId: string; readonly now: Date }): Promise<Sent> => {
  const subscription = await deps.subscriptions.find(subscriptionId);
  if (subscription === undefined) return { sent: 0, busy: 0 };
  const outcome = await sendOnce(deps, { eventId, now }, { to: subscription.email, ...confirmMail(subscription, deps) });
  return { sent: outcome === 'sent' ? 1 : 0, busy: outcome === 'busy' ? 1 : 0 };
};

type Told = { readonly eventId: string; readonly time: string; readonly feedbackId: string; readonly occasion: NewsOccasion; readonly now: Date };

/**
 * Writes to everybody who follows the area of a report or all areas: one mail for a change and an address, however many
 * of its subscriptions fit. Whom the report itself concerns is written to as such, and not again.
 */
export const tellFollowers = (deps: Deps) => async ({ eventId, time, feedbackId, occasion, now }: Told): Promise<Sent> => {
  const record = await deps.feedback.load(feedbackId);
  if (record === undefined || !isPublic(record)) return { sent: 0, busy: 0 };
  const category = categoryNow(record);
  const told = new Set((await recipientsOf(deps, record, occasion)).filter(({ by }) => by === 'email').map(({ to }) => to.toLowerCase()));
  const total: Sent = { sent: 0, busy: 0 };
  const write = async (subscription: Subscription): Promise<void> => {
    const outcome = await sendOnce(deps, { eventId: `${eventId}-follow-${fingerprintOf(subscription.email.toLowerCase()).slice(0, 16)}`, now }, { to: subscription.email, ...newsMail(record, occasion, { ...deps, subscription }) });
    if (outcome === 'sent') total.sent++;
    if (outcome === 'busy') total.busy++;
  };
  for (const area of [...(record.standing.area === undefined ? [] : [record.standing.area]), undefined]) {
    for await (const page of deps.subscriptions.following(area)) {
      const wanted = page.filter((one) => (one.category === undefined || one.category === category) && (one.confirmedAt ?? time) < time).filter(({ email }) => { const fresh = !told.has(email.toLowerCase()); told.add(email.toLowerCase()); return fresh; });
      for (let at = 0; at < wanted.length; at += together) await Promise.all(wanted.slice(at, at + together).map(write));
    }
  }
  return total;
};
