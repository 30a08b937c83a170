import { MessageReceivedV1 } from '../../events/feedback-classification/message-received.v1.ts';
import { causeOf } from '../../shared/runtime/outbox.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { consume, onEvent, RetryLater } from '../../shared/runtime/queue.ts';
import { messageDeps } from './deps.ts';
import { fileMessage } from './file-message.ts';

const deps = messageDeps();
const file = fileMessage(deps);

export const handler = consume([
  onEvent(MessageReceivedV1, async (event, { now }) => {
    if (await file({ messageKey: event.data.messageKey, cause: causeOf(event, now) }) === 'busy') throw new RetryLater('another worker is answering');
  }),
]);

await prewarm(deps.load);
