import { FeedbackAcceptedV1 } from '../../events/feedback-classification/feedback-accepted.v1.ts';
import { FeedbackPublishedV1 } from '../../events/feedback-classification/feedback-published.v1.ts';
import { FeedbackReopenedV1 } from '../../events/feedback-classification/feedback-reopened.v1.ts';
import { SubscriptionRequestedV1 } from '../../events/feedback-classification/subscription-requested.v1.ts';
import { consume, onEvent, RetryLater, type Received } from '../../shared/runtime/queue.ts';
import { followMailDeps } from './deps.ts';
import type { NewsOccasion } from './follow-mail.ts';
import { newsMilliseconds } from './news-age.ts';
import { askToConfirm, tellFollowers } from './tell-followers.ts';

const deps = followMailDeps();
const [tell, ask] = [tellFollowers(deps), askToConfirm(deps)];

type Fact = { readonly id: string; readonly time: string; readonly data: { readonly feedbackId: string } };
const isNews = (time: string, now: Date): boolean => now.getTime() - Date.parse(time) <= newsMilliseconds;
const on = (occasion: NewsOccasion) => async ({ id, time, data }: Fact, { now }: Received): Promise<void> => {
  if (isNews(time, now) && (await tell({ eventId: id, time, feedbackId: data.feedbackId, occasion, now })).busy > 0) throw new RetryLater('another worker is sending it');
};

export const handler = consume([
  onEvent(FeedbackAcceptedV1, on('accepted')), onEvent(FeedbackPublishedV1, on('published')), onEvent(FeedbackReopenedV1, on('reopened')),
  onEvent(SubscriptionRequestedV1, async ({ id, time, data }, { now }) => {
    if (isNews(time, now) && (await ask({ eventId: id, subscriptionId: data.subscriptionId, now })).busy > 0) throw new RetryLater('another worker is sending it');
  }),
]);
