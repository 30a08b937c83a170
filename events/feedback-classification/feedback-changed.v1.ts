import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackChangedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.changed', version: 1, personalData: 'none',
  title: 'Report corrected', description: 'A dispatcher corrected category, urgency, words or place.',
  data: z.object({ ...feedbackFacts, corrected: z.boolean(), changedAt: z.iso.datetime() }),
});
