import * as z from 'zod';
import { CorrelationId, EventId } from '../shared/kernel/ids.ts';

/** What surrounds every fact: who caused it (a kind, never a person), and what it follows from. */
export const Envelope = z.object({
  id: EventId.meta({ description: 'ULID; consumers are idempotent on it' }),
  time: z.iso.datetime().meta({ description: 'when it happened, UTC' }),
  actor: z.enum(['citizen', 'officer', 'machine', 'system']),
  correlationId: CorrelationId.meta({ description: 'the request at the root of the chain' }),
  causationId: z.string().max(40).meta({ description: 'the event or request this follows from' }),
  traceparent: z.string().max(60).optional(),
});
export type Envelope = z.infer<typeof Envelope>;
