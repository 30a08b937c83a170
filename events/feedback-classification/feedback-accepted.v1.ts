import * as z from 'zod';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackAcceptedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.accepted', version: 1, personalData: 'none',
  title: 'Report let in', description: 'A dispatcher let a report in; `corrected` says that the category is not the one suggested.',
  data: z.object({ ...feedbackFacts, acceptedAt: z.iso.datetime(), promisedAt: z.iso.datetime(), corrected: z.boolean(), suggested: z.string().max(41).optional(), isPublic: z.boolean() }),
});
