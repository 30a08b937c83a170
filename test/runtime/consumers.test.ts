import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { PersonRightsChangedV1 } from '../../events/directory/person-rights-changed.v1.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { causeOf, deriveEvent, newEvent, outboxRow } from '../../shared/runtime/outbox.ts';
import { consume, onBody, onEvent, Reject, RetryLater } from '../../shared/runtime/queue.ts';
import { scheduled } from '../../shared/runtime/schedule.ts';
import { publisher } from '../../shared/runtime/stream-publisher.ts';
import type { Write } from '../../shared/runtime/transaction.ts';

const now = new Date('2026-11-22T02:00:00Z');
const cause = { actor: 'officer' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now };
const personId = 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
const fact = () => newEvent(PersonRightsChangedV1, { personId, notBefore: now.toISOString() }, cause);
const asMessage = (messageId: string, { definition, detail } = fact()) => ({ messageId, body: JSON.stringify({ source: definition.source, 'detail-type': definition.detailType, detail }) });
const failedIds = ({ batchItemFailures }: { batchItemFailures: { itemIdentifier: string }[] }) => batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
afterEach(() => { vi.restoreAllMocks(); });

describe('events', () => {
  test('a derived event keeps the correlation and names its cause', () => {
    const parent = fact();
    const child = deriveEvent<typeof PersonRightsChangedV1, typeof PersonRightsChangedV1.data>(parent.detail as never, PersonRightsChangedV1, { personId, notBefore: now.toISOString() }, now);
    expect(child.detail).toMatchObject({ correlationId: cause.correlationId, causationId: parent.detail.id, actor: 'officer' });
    expect(causeOf(parent.detail, now).causationId).toBe(parent.detail.id);
  });
  test('an event of another shape is not made', () => {
    expect(() => newEvent(PersonRightsChangedV1, { personId: 'x', notBefore: 'y' }, cause)).toThrow();
  });
});

describe('a queue', () => {
  test('works off each message alone; what fails is given back, the others are done', async () => {
    const done: string[] = [];
    const handler = consume([onEvent(PersonRightsChangedV1, async (_event, { messageId }) => {
      if (messageId === 'b') throw new RetryLater('not yet');
      if (messageId === 'c') throw new Reject('never');
      if (messageId === 'd') throw new Error('boom');
      done.push(messageId);
    })], () => now);
    expect(failedIds(await handler({ Records: ['a', 'b', 'c', 'd', 'e'].map((id) => asMessage(id)) }))).toEqual(['b', 'c', 'd']);
    expect(done).toEqual(['a', 'e']);
  });
  test('what is not understood fails at every place of a batch', async () => {
    const handler = consume([onEvent(PersonRightsChangedV1, async () => undefined)], () => now);
    const good = asMessage('good');
    const stranger = newEvent(AgencyRegisteredV1, { agencyCode: 'H30', name: 'x', level: 'province', revision: 1 }, cause);
    const bad = ['{', 'null', '[]', '{}', JSON.stringify({ ...JSON.parse(good.body) as object, detail: {} }), JSON.stringify({ ...JSON.parse(good.body) as object, source: 'someone.else' }), asMessage('x', stranger as never).body];
    for (const body of bad) {
      for (const place of [0, 1, 2]) {
        const Records = [good, { ...good, messageId: 'good-2' }].toSpliced(place, 0, { messageId: 'bad', body });
        expect(failedIds(await handler({ Records }))).toEqual(['bad']);
      }
    }
  });
  test('takes bodies of another origin by their shape', async () => {
    const seen: string[] = [];
    const handler = consume([onBody('object-created', z.object({ key: z.string() }), async ({ key }) => { seen.push(key); })], () => now);
    expect(failedIds(await handler({ Records: [{ messageId: 'a', body: '{"key":"k"}' }, { messageId: 'b', body: '{"other":1}' }] }))).toEqual(['b']);
    expect(seen).toEqual(['k']);
  });
});

const asRecord = (row: Record<string, unknown>, eventName = 'INSERT') => ({
  eventName, dynamodb: { NewImage: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? { S: value } : { N: String(value) }])) },
});
const parkingLot = () => {
  const parked: unknown[] = [];
  return { parked, table: { write: async (write: Write) => { const { pk, sk } = write('t').Put?.Item ?? {}; parked.push(`${String(pk)} ${String(sk)}`); } } };
};

describe('the stream publisher', () => {
  const outboxRecord = () => { const row = outboxRow(fact()); return { row, record: asRecord(row) }; };
  test('publishes inserted outbox rows and nothing else', async () => {
    const sent: string[] = [];
    const { parked, table } = parkingLot();
    const { row, record } = outboxRecord();
    await publisher(async (facts) => { sent.push(...facts.map(({ id }) => id)); return facts.map(() => true); }, table)({
      Records: [record, asRecord(row, 'REMOVE'), asRecord(row, 'MODIFY'), asRecord({ pk: 'X', entity: 'agency' }), { eventName: 'INSERT' }],
    });
    expect({ sent, parked }).toEqual({ sent: [row.pk.replace('OUTBOX#', '')], parked: [] });
  });
  test.each(Array.from({ length: 11 }, (_, refused) => refused))('sends again only the refused, %i of 10', async (refused) => {
    const sent: string[][] = [];
    const { parked, table } = parkingLot();
    await publisher(async (facts) => { sent.push(facts.map(({ id }) => id)); return facts.map((_, place) => sent.length > 1 || place >= refused); }, table)({ Records: Array.from({ length: 10 }, () => outboxRecord().record) });
    expect(sent.map((ids) => ids.length)).toEqual(refused === 0 ? [10] : [10, refused]);
    expect({ twice: sent[1]?.filter((id) => !sent[0]?.slice(0, refused).includes(id)) ?? [], parked }).toEqual({ twice: [], parked: [] });
  });
  test('sends by ten', async () => {
    const sizes: number[] = [];
    await publisher(async (facts) => { sizes.push(facts.length); return facts.map(() => true); }, parkingLot().table)({ Records: Array.from({ length: 23 }, () => outboxRecord().record) });
    expect(sizes).toEqual([10, 10, 3]);
  });
  test('parks what the bus must not see and what it never takes, and publishes the rest', async () => {
    const { parked, table } = parkingLot();
    const good = outboxRecord();
    const stubborn = outboxRecord();
    const broken = [{ detail: '{' }, { detail: '{}' }, { detailType: 'person.rights-changed.v9' }, { source: 'haugiang.other' }].map((part, place) => ({ ...good.row, ...part, pk: `OUTBOX#evt_broken${place}` }));
    const sent: string[] = [];
    await publisher(async (facts) => facts.map(({ id }) => { if (`OUTBOX#${id}` === stubborn.row.pk) return false; sent.push(id); return true; }), table)({ Records: [...broken.map((row) => asRecord(row)), good.record, stubborn.record] });
    expect(sent).toEqual([good.row.pk.replace('OUTBOX#', '')]);
    expect(parked).toEqual([...broken, stubborn.row].map(({ pk }) => pk.replace('OUTBOX#', 'PARKED ')));
  });
  test('does not throw when the bus and the table are both gone', async () => {
    const gone = () => Promise.reject(new Error('gone'));
    await expect(publisher(gone, { write: gone })({ Records: [outboxRecord().record] })).resolves.toBeUndefined();
  });
});

describe('a schedule', () => {
  test('logs its figures, and swallows a failure that the alarm counts', async () => {
    const lines: unknown[] = [];
    vi.spyOn(logger, 'info').mockImplementation((...line) => { lines.push(line[0]); });
    vi.spyOn(logger, 'error').mockImplementation((...line) => { lines.push(line[0]); });
    expect(await scheduled('s', async () => ({ done: 1 }), () => now)()).toEqual({ done: 1 });
    expect(await scheduled('s', async () => { throw new Error('boom'); }, () => now)()).toBeNull();
    expect(lines).toEqual(['run', 'ScheduledRunFailed']);
  });
  test.each([['2026-11-29T19:00:00Z', '2026-11-29T19:00:00.000Z'], ['not a time', undefined], [7, undefined], [undefined, undefined]])('is told the instant it is due at, where %s names one', async (time, due) => {
    let told: Date | undefined;
    await scheduled('s', async (run) => { told = run.due; return {}; }, () => now)({ time });
    expect(told?.toISOString()).toBe(due);
  });
});
