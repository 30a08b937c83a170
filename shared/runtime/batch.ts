import type { EventDefinition } from '../../events/define-event.ts';
import type { Envelope } from '../../events/envelope.ts';
import { logger } from './logger.ts';
import { type Batch, BusEvent, failure, jsonOf, type QueueEvent, Reject } from './queue.ts';

/** An event with the message that carried it, checked against its definition. */
export type ArrivedEvent = { readonly messageId: string; readonly definition: EventDefinition; readonly detail: Envelope & { readonly data: unknown } };

/** The messages that were not done, each with its reason. */
export type NotDone = ReadonlyMap<string, unknown>;

const arrivedEvent = (byType: ReadonlyMap<string, EventDefinition>, messageId: string, text: string): ArrivedEvent => {
  const event = BusEvent.safeParse(jsonOf(text));
  if (!event.success) throw new Reject('body is not an event of the bus');
  const definition = byType.get(event.data['detail-type']);
  if (definition === undefined || definition.source !== event.data.source) throw new Reject('no consumer for this message');
  const detail = definition.detail.safeParse(event.data.detail);
  if (!detail.success) throw new Reject('detail of another shape');
  return { messageId, definition, detail: detail.data };
};

/**
 * A queue's function that works off its whole batch at once, where one by one would cost more (one file, one page for
 * many events). What cannot be read fails by itself; `work` gives the messages it could not do. It throwing fails all.
 */
export const consumeTogether = (definitions: readonly EventDefinition[], work: (arrived: readonly ArrivedEvent[]) => Promise<NotDone>) => {
  const byType = new Map(definitions.map((definition) => [definition.detailType, definition]));
  return async (batch: QueueEvent): Promise<Batch> => {
    const started = performance.now();
    const failures: Batch['batchItemFailures'] = [];
    const arrived: ArrivedEvent[] = [];
    for (const { messageId, body } of batch.Records) {
      try {
        arrived.push(arrivedEvent(byType, messageId, body));
      } catch (error) {
        failures.push(failure(messageId, error));
      }
    }
    try {
      const notDone = arrived.length === 0 ? [] : await work(arrived);
      for (const [messageId, error] of notDone) failures.push(failure(messageId, error));
    } catch (error) {
      for (const { messageId } of arrived) failures.push(failure(messageId, error));
    }
    logger.info('batch', { messages: batch.Records.length, failed: failures.length, milliseconds: Math.round(performance.now() - started) });
    return { batchItemFailures: failures };
  };
};
