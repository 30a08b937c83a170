import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackAnsweredV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.answered', version: 1, personalData: 'none',
  title: 'Report answered', description: 'The agency answered; the answer waits for its leader.',
  data: z.object({ ...feedbackFacts, answeredAt: z.iso.datetime(), late: z.boolean() }),
});
