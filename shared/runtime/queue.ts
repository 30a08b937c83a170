import * as z from 'zod';
import type { EventDefinition, EventOf } from '../../events/define-event.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';

/** The message cannot be worked off now; the queue gives it again. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
}
/** The message can never be worked off; it fails until the queue moves it to the dead-letter queue. */
export class Reject extends Error {
  override readonly name = 'Reject';
}

type Message = { readonly messageId: string; readonly body: string };
export type QueueEvent = { readonly Records: readonly Message[] };
export type Received = { readonly messageId: string; readonly now: Date };
export type Batch = { batchItemFailures: { itemIdentifier: string }[] };
/** Gives what is to be done with a body, or undefined when it is not this consumer's. */
type Consumer = { readonly name: string; readonly accept: (body: unknown) => ((received: Received) => Promise<void>) | undefined };

export const BusEvent = z.object({ source: z.string(), 'detail-type': z.string(), detail: z.unknown() });

/** Works off one event of the bus. The whole detail is checked against the definition before `work` sees it. */
export const onEvent = <E extends EventDefinition>(definition: E, work: (event: EventOf<E>, received: Received) => Promise<void>): Consumer => ({
  name: definition.detailType,
  accept: (body) => {
    const event = BusEvent.safeParse(body);
    if (!event.success || event.data['detail-type'] !== definition.detailType || event.data.source !== definition.source) return undefined;
    const detail = definition.detail.safeParse(event.data.detail);
    if (!detail.success) throw new Reject('detail of another shape');
    return (received) => work(detail.data as EventOf<E>, received);
  },
});

/** Works off an event in every version there is of it; what `work` needs must be in each. */
export const onAnyVersion = <E extends EventDefinition>(versions: readonly E[], work: (event: EventOf<E>, received: Received) => Promise<void>): Consumer[] =>
  versions.map((version) => onEvent(version, work));

/** Works off bodies of another origin, such as notifications of the object store. */
export const onBody = <S extends z.ZodType>(name: string, shape: S, work: (body: z.output<S>, received: Received) => Promise<void>): Consumer => ({
  name,
  accept: (body) => {
    const parsed = shape.safeParse(body);
    return parsed.success ? (received) => work(parsed.data, received) : undefined;
  },
});

/** The body of a message, read. Throws `Reject`. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Reject('body is not JSON');
  }
};

const workOff = async (consumers: readonly Consumer[], message: Message, now: Date): Promise<string> => {
  const body = jsonOf(message.body);
  for (const consumer of consumers) {
    const work = consumer.accept(body);
    if (!work) continue;
    await work({ messageId: message.messageId, now });
    return consumer.name;
  }
  throw new Reject('no consumer for this message');
};

/** Says why a message was not done, and hands it back to the queue. */
export const failure = (messageId: string, error: unknown): Batch['batchItemFailures'][number] => {
  const outcome = error instanceof Reject ? 'MessageRejected' : error instanceof RetryLater ? 'MessageDelayed' : 'MessageFailed';
  const reason = error instanceof Reject || error instanceof RetryLater ? error.message : undefined;
  logger.error(outcome, { messageId, reason, ...traceOf(error) });
  count(outcome);
  return { itemIdentifier: messageId };
};

/**
 * A queue's function. Messages are worked off one after another; each is done or it fails alone, and the queue sends what
 * failed again and in the end to its dead-letter queue. There is no third way.
 */
export const consume = (consumers: readonly Consumer[], clock: Clock = systemClock) => async (batch: QueueEvent): Promise<Batch> => {
  const failed: Batch['batchItemFailures'] = [];
  for (const message of batch.Records) {
    const started = performance.now();
    try {
      const consumer = await workOff(consumers, message, clock());
      logger.info('message', { consumer, messageId: message.messageId, milliseconds: Math.round(performance.now() - started) });
    } catch (error) {
      failed.push(failure(message.messageId, error));
    }
  }
  return { batchItemFailures: failed };
};
