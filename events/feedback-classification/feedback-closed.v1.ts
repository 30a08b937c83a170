import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackClosedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.closed', version: 1, personalData: 'none',
  title: 'Report closed', description: 'The days to reopen it passed.',
  data: z.object({ ...feedbackFacts, closedAt: z.iso.datetime() }),
});
