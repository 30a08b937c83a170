import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackRoutedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.routed', version: 1, personalData: 'none',
  title: 'Report passed on', description: 'A report was passed to the agency that is to act.',
  data: z.object({ ...feedbackFacts, rule: z.string().max(60).optional(), dueAt: z.iso.datetime().optional(), routedAt: z.iso.datetime() }),
});
