import * as z from 'zod';
import { SubscriptionId } from '../kernel/ids.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { anyone, citizen, keyHolder } from './access.ts';
import { AreaCode, CategoryCode } from './feedback-shapes.ts';
import { defineRoute } from './route.ts';

const wish = { area: AreaCode.optional(), category: CategoryCode.optional() };
/** Stands in the links of the mails, and nowhere else. */
const SubscriptionKey = z.string().regex(/^[0-9a-f]{32}$/, 'field.malformed');
const bySubscription = z.object({ subscriptionId: SubscriptionId });

export const FollowArea = defineRoute({
  name: 'followArea', method: 'POST', path: '/feedback/subscriptions', access: [anyone(), citizen('none')], keyed: true,
  summary: { vi: 'Nhận thư về phản ánh của một địa bàn', en: 'Mails about public reports of an area, a category or all; nothing comes before the link of the first mail is confirmed' },
  body: () => z.object({ email: cleanText(254), ...wish }), ok: { status: 202 }, problems: ['area-unknown', 'category-unknown', 'asked-too-often'],
});
export const ConfirmFollowing = defineRoute({
  name: 'confirmFollowing', method: 'POST', path: '/feedback/subscriptions/{subscriptionId}/confirm', access: [anyone(), citizen('none')],
  summary: { vi: 'Xác nhận nhận thư', en: 'Whoever reads the mails of the address wants them' },
  params: bySubscription, body: () => z.object({ key: SubscriptionKey }), ok: { status: 200, body: () => z.object(wish) }, problems: ['subscription-unknown'],
});
export const EndFollowing = defineRoute({
  name: 'endFollowing', method: 'POST', path: '/feedback/subscriptions/{subscriptionId}/end', access: [anyone(), citizen('none')],
  summary: { vi: 'Dừng nhận thư', en: 'Ends one subscription, or all of the address; nothing is kept of it' },
  params: bySubscription, body: () => z.object({ key: SubscriptionKey, all: z.boolean().default(false) }), ok: { status: 200, body: () => z.object({ ended: z.int() }) }, problems: ['subscription-unknown'],
});
/** What a mail program calls at the press of its own button (RFC 8058), by a form of its own: no page, no cookie. */
export const EndFollowingByMail = defineRoute({
  name: 'endFollowingByMail', method: 'POST', path: '/feedback/subscriptions/{subscriptionId}/end/{key}', access: [keyHolder()], raw: 'application/x-www-form-urlencoded',
  summary: { vi: 'Dừng nhận thư từ chương trình thư', en: 'One-click unsubscribing of a mail program, from all of the address; the same again changes nothing' },
  params: () => bySubscription.extend({ key: SubscriptionKey }), body: () => z.string().max(1000), ok: { status: 204 }, problems: [],
});

/** Following the public matter of an area, without an account. */
export const feedbackFollowRoutes = [FollowArea, ConfirmFollowing, EndFollowing, EndFollowingByMail] as const;
