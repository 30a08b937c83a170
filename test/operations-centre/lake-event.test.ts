import { describe, expect, test } from 'vitest';
import { allEvents } from '../../events/all-events.ts';
import { eventOfLakeRow } from '../../events/lake-event.ts';
import { lakeRow } from '../../functions/operations-centre/lake-row.ts';
import { seeded } from '../fuzz/random.ts';
import { jsonSchemaOf, valueFor } from '../fuzz/values.ts';

const each = 40;
const seed = 20261122;

/** An event of a kind as the stream carries it: made from its own schema, and read by it. */
const made = (definition: (typeof allEvents)[number], count: number): unknown[] => {
  const random = seeded(seed);
  const schema = jsonSchemaOf(definition.detail) ?? {};
  const found: unknown[] = [];
  for (let tried = 0; tried < 4000 && found.length < count; tried++) {
    const parsed = definition.detail.safeParse(valueFor(schema, { random, wild: 0, known: { time: ['2026-11-22T02:00:00.123Z'] } }));
    // the trace of the request that caused it is not kept: given again, an event is part of another
    if (parsed.success) found.push(JSON.parse(JSON.stringify({ ...parsed.data, traceparent: undefined })));
  }
  return found;
};

/** The lake keeps an instant, not how it was written. */
const instants = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(one) ? new Date(one).toISOString() : one));

describe('an event comes out of the lake as it went in', () => {
  test.each(allEvents.map((definition) => [definition.detailType, definition] as const))('%s', (_, definition) => {
    const events = made(definition, each);
    expect(events.length).toBeGreaterThan(5);
    for (const event of events) expect(instants(eventOfLakeRow(definition, JSON.parse(JSON.stringify(lakeRow(definition, event as never))) as Record<string, unknown>))).toEqual(instants(event));
  });

  test('what is no event is none', () => {
    for (const definition of allEvents) expect(eventOfLakeRow(definition, { event_id: 'x' })).toBeUndefined();
  });
});
