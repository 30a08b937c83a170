import { MessageReceivedV1 } from '../../events/feedback-classification/message-received.v1.ts';
import { causeOf } from '../../shared/runtime/outbox.ts';
import { consume, onEvent, RetryLater } from '../../shared/runtime/queue.ts';
import { messageDeps } from './deps.ts';
import { fileMessage } from './file-message.ts';

const file = fileMessage(messageDeps());

export const handler = consume([
  onEvent(MessageReceivedV1, async (event, { now }) => {
    if (await file({ messageKey: event.data.messageKey, cause: causeOf(event, now) }) === 'busy') throw new RetryLater('another worker is answering');
  }),
]);
