import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackPublishedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.published', version: 1, personalData: 'none',
  title: 'Answer published', description: 'The answer was published, or, of a private report, given to its reporter.',
  data: z.object({ ...feedbackFacts, publishedAt: z.iso.datetime(), isPublic: z.boolean(), late: z.boolean() }),
});
