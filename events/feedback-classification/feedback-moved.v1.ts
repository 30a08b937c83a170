import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackMovedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.moved', version: 1, personalData: 'none',
  title: 'Report moved', description: 'Work on a report went on: assigned, taken, handed back, noted, approved or sent back.',
  data: z.object({ ...feedbackFacts, act: z.string().max(30), movedAt: z.iso.datetime(), dueAt: z.iso.datetime().optional() }),
});
