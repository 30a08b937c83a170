import type * as z from 'zod';
import type { EventDefinition, EventOf } from '../../events/define-event.ts';
import type { Envelope } from '../../events/envelope.ts';
import { newId } from '../kernel/ids.ts';
import { OUTBOX_ENTITY } from '../tables/table-spec.ts';

/** What an event follows from. `causationId` is the correlation id of the request, or the id of the event. */
export type Cause = { readonly actor: Envelope['actor']; readonly correlationId: string; readonly causationId: string; readonly now: Date };

/** A fact ready for the outbox: the definition beside the detail. */
export type NewEvent = { readonly definition: EventDefinition; readonly detail: Envelope & { readonly data: unknown } };

/** A published row has no use after the stream's 24 hours; a week leaves room to look. */
const keepSeconds = 7 * 86_400;

/** Makes a fact. The data is checked here, where the mistake can still be undone, and not first in the publisher. */
export const newEvent = <D extends z.ZodType>(definition: EventDefinition<D>, data: z.input<D>, cause: Cause): NewEvent => ({
  definition,
  detail: {
    id: newId('evt', cause.now), time: cause.now.toISOString(), actor: cause.actor,
    correlationId: cause.correlationId, causationId: cause.causationId, data: definition.data.parse(data),
  },
});

/** What an event received becomes the cause of. */
export const causeOf = (parent: Envelope, now: Date): Cause => ({ actor: parent.actor, correlationId: parent.correlationId, causationId: parent.id, now });

/** A fact that follows from another: same correlation, caused by it. */
export const deriveEvent = <P extends EventDefinition, D extends z.ZodType>(parent: EventOf<P>, definition: EventDefinition<D>, data: z.input<D>, now: Date): NewEvent =>
  newEvent(definition, data, causeOf(parent as Envelope, now));

/** The row that goes into the same transaction as the state it tells of; the table's stream carries it to the bus. */
export const outboxRow = ({ definition, detail }: NewEvent) => ({
  pk: `OUTBOX#${detail.id}`, sk: 'OUTBOX', entity: OUTBOX_ENTITY, detailType: definition.detailType, source: definition.source,
  detail: JSON.stringify(detail), expiresAt: Math.floor(Date.parse(detail.time) / 1000) + keepSeconds,
});
