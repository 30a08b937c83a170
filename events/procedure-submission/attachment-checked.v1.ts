import * as z from 'zod';
import { UploadId } from '../../shared/kernel/ids.ts';
import { defineEvent } from '../define-event.ts';

export const AttachmentCheckedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'attachment.checked', version: 1, personalData: 'none',
  title: 'Attachment checked', description: 'An uploaded file passed or failed its check of type, size and checksum.',
  data: z.object({ uploadId: UploadId, outcome: z.enum(['checked', 'refused']), problem: z.string().max(60).optional() }),
});
