import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const MessageReceivedV1 = defineEvent({
  source: 'haugiang.feedback-classification', type: 'message.received', version: 1, personalData: 'none',
  title: 'Message received', description: 'A message came in by another messenger; it becomes a report, or is answered why not. `messageKey` is a digest, the message itself stays in the table until then.',
  data: z.object({ channel: z.enum(['zalo', 'email']), messageKey: z.string().regex(/^[0-9a-f]{40}$/), receivedAt: z.iso.datetime() }),
});
