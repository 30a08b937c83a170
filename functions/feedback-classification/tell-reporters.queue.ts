import type { EventOf } from '../../events/define-event.ts';
import { FeedbackAcceptedV1 } from '../../events/feedback-classification/feedback-accepted.v1.ts';
import { FeedbackExtendedV1 } from '../../events/feedback-classification/feedback-extended.v1.ts';
import { FeedbackPublishedV1 } from '../../events/feedback-classification/feedback-published.v1.ts';
import { FeedbackRefusedV1 } from '../../events/feedback-classification/feedback-refused.v1.ts';
import { FeedbackReopenedV1 } from '../../events/feedback-classification/feedback-reopened.v1.ts';
import { FeedbackReportedV1 } from '../../events/feedback-classification/feedback-reported.v1.ts';
import { consume, onEvent, RetryLater, type Received } from '../../shared/runtime/queue.ts';
import { mailDeps } from './deps.ts';
import type { MailOccasion } from './mail-content.ts';
import { newsMilliseconds } from './news-age.ts';
import { tellReporters } from './tell-reporters.ts';

const tell = tellReporters(mailDeps());

type FeedbackEvent = Pick<EventOf<typeof FeedbackReportedV1>, 'id' | 'time'> & { readonly data: { readonly feedbackId: string } };
const on = (occasion: MailOccasion) => async ({ id, time, data }: FeedbackEvent, { now }: Received): Promise<void> => {
  if (now.getTime() - Date.parse(time) > newsMilliseconds) return;
  if ((await tell({ eventId: id, feedbackId: data.feedbackId, occasion, now })).busy > 0) throw new RetryLater('another worker is sending it');
};

export const handler = consume([
  onEvent(FeedbackReportedV1, on('reported')), onEvent(FeedbackAcceptedV1, on('accepted')), onEvent(FeedbackRefusedV1, on('refused')),
  onEvent(FeedbackExtendedV1, on('extended')), onEvent(FeedbackPublishedV1, on('published')), onEvent(FeedbackReopenedV1, on('reopened')),
]);
