import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackReportedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.reported', version: 1, personalData: 'none',
  title: 'Report sent', description: 'Somebody reported something from a scene (state NEW); the clock of triage runs.',
  data: z.object({ ...feedbackFacts, identified: z.boolean(), media: z.int(), suggested: z.string().max(41).optional(), confidence: z.number().optional(), abstained: z.boolean().optional() }),
});
