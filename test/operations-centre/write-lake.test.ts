import { describe, expect, test } from 'vitest';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { allEvents } from '../../events/all-events.ts';
import { DossierAcceptedV1 } from '../../events/procedure-submission/dossier-accepted.v1.ts';
import { DossierFinishedV1 } from '../../events/procedure-submission/dossier-finished.v1.ts';
import { lakeColumns } from '../../events/lake-columns.ts';
import { lakeObjects } from '../../functions/operations-centre/lake-object.ts';
import { lakeRow } from '../../functions/operations-centre/lake-row.ts';
import { writeLake } from '../../functions/operations-centre/write-lake.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { again, arrived, dossier, record } from './arrived.ts';

const finished = (at: string, dueAt?: string) =>
  arrived(DossierFinishedV1, { ...dossier('H30.19'), finishedAt: at, verdict: 'early', ...(dueAt === undefined ? {} : { dueAt }) }, at);

const lakeOf = (refused: (key: string) => boolean = () => false) => {
  const files = new Map<string, string>();
  const handler = consumeTogether(allEvents, writeLake(async ({ key, body }) => {
    if (refused(key)) throw new Error('SlowDown');
    files.set(key, body);
  }));
  return { files, handler };
};

describe('a row', () => {
  test('has every column of its event, null where the event is silent, times in UTC', () => {
    const { definition, detail } = finished('2026-11-22T16:59:59.5Z');
    const row = lakeRow(definition, detail);
    expect(Object.keys(row)).toEqual(lakeColumns(definition).map(({ name }) => name));
    expect(row).toMatchObject({ occurred_at: '2026-11-22 16:59:59.500', finished_at: '2026-11-22 16:59:59.500', due_at: null, verdict: 'early', procedure_version: 1 });
  });

  test('holds nothing the schema does not name: a canary put into the event stays outside', async () => {
    const event = finished('2026-11-22T02:00:00Z');
    const canary = { ...event, detail: { ...event.detail, applicantName: 'CANARY', data: { ...(event.detail.data as object), phone: 'CANARY' } } };
    const { files, handler } = lakeOf();
    expect(await handler({ Records: [record(canary)] })).toEqual({ batchItemFailures: [] });
    expect(files.size).toBe(1);
    expect([...files.values()].join()).not.toContain('CANARY');
  });

  test('a line break or a quote in a text cannot begin a second line', async () => {
    const name = 'UBND "phường"\n{"event_id":"evt_x"}';
    const { files, handler } = lakeOf();
    await handler({ Records: [record(arrived(AgencyRegisteredV1, { agencyCode: 'H30.19.01', name, level: 'commune', revision: 1 }, '2026-11-22T02:00:00Z'))] });
    const lines = [...files.values()].join('').trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name });
  });
});

describe('a batch', () => {
  test('becomes one object per event version and local day', () => {
    const events = [
      finished('2026-11-22T16:59:59.999Z'), finished('2026-11-22T17:00:00.000Z'), finished('2026-11-22T03:00:00.000Z'),
      arrived(DossierAcceptedV1, { ...dossier('H30.19'), number: '000.26.19.H30-261122-0001', receivedAt: '2026-11-22T03:00:00Z' }, '2026-11-22T03:00:00Z'),
    ];
    const folders = lakeObjects(events).map(({ key, messageIds }) => [key.replace(/[^/]+$/, ''), messageIds.length]);
    expect(folders.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['events/type=dossier.accepted.v1/dt=2026-11-22/', 1],
      ['events/type=dossier.finished.v1/dt=2026-11-22/', 2],
      ['events/type=dossier.finished.v1/dt=2026-11-23/', 1],
    ]);
  });

  test('delivered again, in another order and with a doubled message, writes the same objects', async () => {
    const events = Array.from({ length: 20 }, (_, i) => finished(`2026-11-22T03:00:${String(i).padStart(2, '0')}Z`));
    const { files, handler } = lakeOf();
    await handler({ Records: events.map(record) });
    const first = new Map(files);
    await handler({ Records: [...events.map(again).toReversed(), again(events[3] as (typeof events)[number])].map(record) });
    expect(files).toEqual(first);
    expect([...files.values()].join('').trimEnd().split('\n')).toHaveLength(20);
  });

  test('what cannot be read fails alone, at each place of the batch; the others are written', async () => {
    for (let poisoned = 0; poisoned < 4; poisoned++) {
      const { files, handler } = lakeOf();
      const good = Array.from({ length: 3 }, () => record(finished('2026-11-22T03:00:00Z')));
      const poison = { messageId: 'poison', body: ['{', '[]', JSON.stringify({ source: 'haugiang.x', 'detail-type': 'x.done.v1', detail: {} }), good[0]?.body.replace('"early"', '"never"') ?? ''][poisoned] ?? '' };
      const answer = await handler({ Records: good.toSpliced(poisoned, 0, poison) });
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'poison' }] });
      expect([...files.values()].join('').trimEnd().split('\n')).toHaveLength(3);
    }
  });

  test('a file that could not be written brings back its own messages and no others', async () => {
    const today = [finished('2026-11-22T03:00:00Z'), finished('2026-11-22T04:00:00Z')];
    const tomorrow = [finished('2026-11-22T18:00:00Z')];
    const { files, handler } = lakeOf((key) => key.includes('dt=2026-11-22'));
    const { batchItemFailures } = await handler({ Records: [...today, ...tomorrow].map(record) });
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual(today.map(({ messageId }) => messageId).toSorted());
    expect(files.size).toBe(1);
  });
});
