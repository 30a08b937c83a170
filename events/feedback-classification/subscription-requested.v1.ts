import * as z from 'zod';
import { SubscriptionId } from '../../shared/kernel/ids.ts';
import { defineEvent } from '../define-event.ts';

export const SubscriptionRequestedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'subscription.requested', version: 1, personalData: 'none',
  title: 'Subscription asked for', description: 'Somebody wants mails about the public reports of an area; the link of the first mail confirms it.',
  data: z.object({ subscriptionId: SubscriptionId, requestedAt: z.iso.datetime() }),
});
