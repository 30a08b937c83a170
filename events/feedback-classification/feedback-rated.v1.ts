import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackRatedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.rated', version: 1, personalData: 'none',
  title: 'Answer rated', description: 'The reporter rated the answer.',
  data: z.object({ ...feedbackFacts, stars: z.int().min(1).max(5), ratedAt: z.iso.datetime() }),
});
