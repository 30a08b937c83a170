import * as z from 'zod';
import { UploadId } from '../../shared/kernel/ids.ts';
import { defineEvent } from '../define-event.ts';
import { feedbackFacts } from './feedback-facts.ts';

export const FeedbackForgottenV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'feedback.forgotten', version: 1, personalData: 'none',
  title: 'Report forgotten', description: 'Of a report something was destroyed: because its reporter asked (`asked`), or by a rule of retention, whose id `why` is.',
  data: z.object({ ...feedbackFacts, why: z.string().max(40), reporter: z.boolean(), media: z.array(UploadId).max(200), forgottenAt: z.iso.datetime() }),
});
