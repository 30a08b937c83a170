import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { contentOf, put, putOnce, remove, update, WriteRefused, type Row } from '../../shared/runtime/transaction.ts';
import { followKey, followPartition, subscriberKey, subscriberPartition, subscriptionKey } from './feedback.keys.ts';
import type { Subscription, SubscriptionStore } from './ports.ts';

/** What nobody confirms is forgotten. */
const pendingSeconds = 2 * 86_400;
const digestOf = (email: string): string => fingerprintOf(email.toLowerCase()).slice(0, 40);
const subscriptionIn = (row: Row): Subscription => {
  const { expiresAt: _gone, ...subscription } = contentOf<Subscription & { expiresAt?: number }>(row);
  return subscription;
};

export const subscriptionRepository = (table: Table): SubscriptionStore => {
  const find: SubscriptionStore['find'] = async (subscriptionId) => {
    const row = await table.get(subscriptionKey(subscriptionId), { consistent: true });
    return row === undefined ? undefined : subscriptionIn(row);
  };
  const refused = async (written: Promise<void>): Promise<boolean> => {
    try {
      await written;
      return false;
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      return true;
    }
  };
  return {
    find,
    ask: async (wish, tells, { requestKey, cause: { now } }) => {
      if (await findReplay(table, requestKey) !== undefined) return;
      const index = subscriberKey(digestOf(wish.email), wish);
      const known = await table.get(index, { consistent: true });
      const earlier = known === undefined ? undefined : await find(String(known['subscriptionId']));
      const subscription = earlier ?? wish;
      const expiresAt = Math.floor(now.getTime() / 1000) + pendingSeconds;
      const kept = earlier?.confirmedAt !== undefined ? [] : [
        put({ ...subscriptionKey(subscription.subscriptionId), entity: 'subscription', ...subscription, expiresAt }),
        put({ ...index, entity: 'subscriber', subscriptionId: subscription.subscriptionId, expiresAt }),
      ];
      // the same request met itself: the first of both wrote it
      await refused(table.transact([requestRow(requestKey, subscription.subscriptionId, now), putOnce(outboxRow(tells(subscription))), ...kept]));
    },
    confirm: async (subscription, at) => {
      const confirmed: Subscription = { ...subscription, confirmedAt: subscription.confirmedAt ?? at };
      const { subscriptionId } = subscription;
      const there = { expression: 'attribute_exists(pk)' };
      const gone = await refused(table.transact([
        update(subscriptionKey(subscriptionId), { expression: 'SET confirmedAt = :at REMOVE expiresAt', values: { ':at': confirmed.confirmedAt } }, there),
        update(subscriberKey(digestOf(subscription.email), subscription), { expression: 'REMOVE expiresAt' }, there),
        put({ ...followKey(subscriptionId, subscription), entity: 'follow', ...confirmed }),
      ]));
      return gone ? undefined : confirmed;
    },
    ofAddress: async (email) => {
      const { items } = await table.query({ pk: subscriberPartition(digestOf(email)), consistent: true });
      return (await Promise.all(items.map((row) => find(String(row['subscriptionId']))))).flatMap((one) => one ?? []);
    },
    end: (subscription) => table.transact([
      remove(subscriptionKey(subscription.subscriptionId)), remove(subscriberKey(digestOf(subscription.email), subscription)), remove(followKey(subscription.subscriptionId, subscription)),
    ]),
    async *following(area) {
      let after: string | undefined;
      do {
        const page = await table.query({ pk: followPartition(area), limit: 200, after });
        yield page.items.map(subscriptionIn);
        after = page.cursor;
      } while (after !== undefined);
    },
  };
};
