import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackExtendedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.extended', version: 1, personalData: 'none',
  title: 'Report extended', description: 'The promised date was moved, once.',
  data: z.object({ ...feedbackFacts, previousDueAt: z.iso.datetime(), dueAt: z.iso.datetime() }),
});
