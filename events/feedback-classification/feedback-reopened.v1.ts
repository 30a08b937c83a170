import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackReopenedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.reopened', version: 1, personalData: 'none',
  title: 'Report reopened', description: 'The reporter had the matter taken up again.',
  data: z.object({ ...feedbackFacts, reopenedAt: z.iso.datetime() }),
});
