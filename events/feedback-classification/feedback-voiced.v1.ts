import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackVoicedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.voiced', version: 1, personalData: 'none',
  title: 'Voice added', description: 'Another saw the same matter, or said that it is not fixed.',
  data: z.object({ ...feedbackFacts, kind: z.enum(['voice', 'not-fixed']), count: z.int(), voicedAt: z.iso.datetime() }),
});
