import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackSplitV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.split', version: 1, personalData: 'none',
  title: 'Report split', description: 'A report was split into tasks of several agencies.',
  data: z.object({ ...feedbackFacts, children: z.array(z.string().max(30)), splitAt: z.iso.datetime() }),
});
