import { timingSafeEqual } from 'node:crypto';
import { SubscriptionRequestedV1 } from '../../events/feedback-classification/subscription-requested.v1.ts';
import { contactFault } from '../../shared/kernel/contact.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { newSalt } from '../../shared/runtime/salt.ts';
import { areaOf } from './areas.ts';
import { requireCategory } from './catalogue.ts';
import type { FeedbackDeps, Subscription } from './ports.ts';

type Deps = Pick<FeedbackDeps, 'subscriptions' | 'limits' | 'catalogue'>;
type Wish = { readonly email: string; readonly area?: string | undefined; readonly category?: string | undefined };
type Link = { readonly subscriptionId: string; readonly key: string };

/**
 * Asks for mails about an area, a category or all. Nothing comes before the link of the first mail is confirmed, and the
 * answer is the same for an address that is known and one that is not.
 */
export const followArea = ({ subscriptions, limits, catalogue }: Deps) => async ({ email, area, category }: Wish, { address, asked }: { readonly address: string | undefined; readonly asked: Asked }): Promise<void> => {
  const fault = contactFault('email', email);
  if (fault !== undefined) throw new DomainError('request-invalid', 'email', { pointers: ['/body/email'], extra: { fieldCodes: [fault] } });
  if (area !== undefined && areaOf(area) === undefined) throw new DomainError('area-unknown', undefined, { pointers: ['/body/area'] });
  if (category !== undefined) requireCategory(catalogue, category);
  const { now } = asked.cause;
  await limits.count({ email: email.toLowerCase(), address }, 'follow', now);
  const wish: Subscription = { subscriptionId: newId('sub', now), email, key: newSalt(), ...(area === undefined ? {} : { area }), ...(category === undefined ? {} : { category }) };
  await subscriptions.ask(wish, ({ subscriptionId }) => newEvent(SubscriptionRequestedV1, { subscriptionId, requestedAt: now.toISOString() }, asked.cause), asked);
};

/** What a link of a mail opens. Throws `subscription-unknown`, for another's key too. */
const opened = async ({ subscriptions }: Pick<Deps, 'subscriptions'>, { subscriptionId, key }: Link): Promise<Subscription> => {
  const found = await subscriptions.find(subscriptionId);
  if (found === undefined || !timingSafeEqual(Buffer.from(found.key), Buffer.from(key))) throw new DomainError('subscription-unknown');
  return found;
};

export const confirmFollowing = (deps: Pick<Deps, 'subscriptions'>) => async (link: Link, now: Date): Promise<Subscription> => {
  const confirmed = await deps.subscriptions.confirm(await opened(deps, link), now.toISOString());
  if (confirmed === undefined) throw new DomainError('subscription-unknown');
  return confirmed;
};

/** Ends one, or all of the address: the address itself is forgotten with the last. */
export const endFollowing = (deps: Pick<Deps, 'subscriptions'>) => async (link: Link, all: boolean): Promise<number> => {
  const one = await opened(deps, link);
  const ended = all ? await deps.subscriptions.ofAddress(one.email) : [one];
  for (const subscription of ended) await deps.subscriptions.end(subscription);
  return ended.length;
};
