import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { feedbackFacts } from './feedback-facts.ts';
import { defineEvent } from '../define-event.ts';

export const FeedbackOverdueV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.overdue', version: 1, personalData: 'none',
  title: 'Report overdue', description: 'A part of the time of a step is used up: the level that is told, and the card that is shown for it.',
  data: z.object({ ...feedbackFacts, step: z.string().max(20), level: z.int(), card: z.enum(['yellow', 'red']).optional(), dueAt: z.iso.datetime(), noticedAt: z.iso.datetime(), ownerRole: z.string().max(30), ownerAgency: AgencyCode }),
});
