import { feedbackEvents } from '../../events/all-events.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { webhookDeps } from './deps.ts';
import { sendWebhooks } from './send-webhooks.ts';

const send = sendWebhooks(webhookDeps());

export const handler = consume(feedbackEvents.map((definition) => onEvent(definition, ({ id, time, data }, { now }) => send({ id, time, data: data as { feedbackId: string } }, definition.detailType, now))));
