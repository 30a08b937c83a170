import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackRefusedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.refused', version: 1, personalData: 'none',
  title: 'Report refused', description: 'A dispatcher did not take a report up, or joined it with another.',
  data: z.object({ ...feedbackFacts, reason: z.string().max(40), mergedInto: z.string().max(30).optional(), refusedAt: z.iso.datetime() }),
});
