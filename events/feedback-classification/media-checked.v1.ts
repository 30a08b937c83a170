import * as z from 'zod';
import { UploadId } from '../../shared/kernel/ids.ts';
import { defineEvent } from '../define-event.ts';

export const MediaCheckedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'media.checked', version: 1, personalData: 'none',
  title: 'Photo checked', description: 'The bytes of a photo or film were compared with what was announced.',
  data: z.object({ uploadId: UploadId, outcome: z.enum(['checked', 'refused']), problem: z.string().max(60).optional() }),
});
