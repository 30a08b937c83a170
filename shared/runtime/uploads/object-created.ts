import * as z from 'zod';
import { newId, UploadId } from '../../kernel/ids.ts';
import type { Cause } from '../outbox.ts';
import { consume, onBody } from '../queue.ts';
import { uploadIdOfIncoming } from './upload.ts';

/** What the object store sends; keys are encoded as in a form. Its first message only tells that it can send. */
const Notification = z.object({ Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string().max(1024) }) }) })) });
const TestNotification = z.object({ Event: z.literal('s3:TestEvent') });

const keyOf = (encoded: string): string => decodeURIComponent(encoded.replaceAll('+', ' '));

/** The function of a queue that hears of what was uploaded. */
export const onObjectCreated = (check: (uploadId: string, cause: Cause) => Promise<unknown>) => consume([
  onBody('s3.object-created', Notification, async ({ Records }, { messageId, now }) => {
    for (const { s3 } of Records) {
      const uploadId = UploadId.safeParse(uploadIdOfIncoming(keyOf(s3.object.key)));
      if (uploadId.success) await check(uploadId.data, { actor: 'system', correlationId: newId('cor', now), causationId: messageId, now });
    }
  }),
  onBody('s3.test', TestNotification, () => Promise.resolve()),
]);
