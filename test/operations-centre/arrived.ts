import type * as z from 'zod';
import type { EventDefinition } from '../../events/define-event.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { ArrivedEvent } from '../../shared/runtime/batch.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';

let messages = 0;

/** An event as the queue would bring it, at an instant. */
export const arrived = <D extends z.ZodType>(definition: EventDefinition<D>, data: z.input<D>, at: string): ArrivedEvent => {
  const now = new Date(at);
  const correlationId = newId('cor', now);
  const event = newEvent(definition, data, { actor: 'officer', correlationId, causationId: correlationId, now });
  messages += 1;
  return { messageId: `message-${messages}`, ...event };
};

/** The same fact in another message, as at-least-once delivery brings it. */
export const again = (event: ArrivedEvent): ArrivedEvent => {
  messages += 1;
  return { ...event, messageId: `message-${messages}` };
};

/** The SQS record of an event that came over the bus. */
export const record = ({ messageId, definition, detail }: ArrivedEvent) =>
  ({ messageId, body: JSON.stringify({ version: '0', source: definition.source, 'detail-type': definition.detailType, detail }) });

export const dossier = (agencyCode: string) => ({ dossierId: newId('dos', new Date()), procedureCode: '1.001193', procedureVersion: 1, agencyCode });
