import { beforeAll, describe, expect, test } from 'vitest';
import { put, remove, type Row } from '../../../shared/runtime/transaction.ts';
import { handbookCalendar } from '../../kernel/calendars.ts';
import { memoryDynamo } from '../../support/memory/memory-dynamo.ts';
import { actRows, type ActRow } from './acts.ts';
import { hashHere, livesAgree } from './agreement.ts';
import { worldOn } from './world.ts';

beforeAll(hashHere);

// the other half is in `more-lives.test.ts`, so that two processors share them
test('2,500 random lives agree with the model: status, promised date, verdict, queues and their counts, counters of every month, history', async () => {
  const { lives, acts } = await livesAgree({ seed: 20261122, worlds: 834, table: () => memoryDynamo().table('lives') });
  expect(lives).toBeGreaterThanOrEqual(2500);
  for (const { act } of actRows) expect(acts.get(act) ?? 0, act).toBeGreaterThan(20);
});

describe('the check notices', () => {
  const row = (act: string): ActRow => actRows.find((one) => one.act === act) as ActRow;
  const lived = async () => {
    const memory = memoryDynamo();
    const world = worldOn(memory.table('lives'), { calendars: [handbookCalendar], terms: [{ amount: 5, unit: 'WORKING_DAY' }], begins: new Date('2026-03-02T02:00:00Z') });
    await world.file();
    for (const act of ['accept', 'take', 'stop', 'resume']) {
      world.pass(3000);
      await world.act(row(act), 0, { choice: 0 });
    }
    return { world, table: memory.table('lives'), rows: (): Row[] => memory.rows('lives') };
  };
  const the = (rows: readonly Row[], entity: string): Row => rows.find((one) => one['entity'] === entity) as Row;

  test('nothing where nothing is wrong', async () => { await (await lived()).world.verify(); });

  test.each([
    ['a promised date a day off', (rows: readonly Row[]) => put({ ...the(rows, 'standing'), dueAt: '2026-03-20T10:00:00.000Z' })],
    ['a status nobody gave', (rows: readonly Row[]) => put({ ...the(rows, 'standing'), business: 2 })],
    ['a dossier lost from its queue', (rows: readonly Row[]) => remove(the(rows, 'waiting'))],
    ['one counted twice', (rows: readonly Row[]) => put({ ...rows.find(({ pk }) => pk.startsWith('COUNTS#')) as Row, processing: 2 })],
    ['a line of history altered', (rows: readonly Row[]) => put({ ...the(rows, 'history'), at: '2026-03-01T00:00:00.000Z' })],
    ['the last line of history gone', (rows: readonly Row[]) => remove(rows.filter((one) => one['entity'] === 'history').at(-1) as Row)],
  ] as const)('%s', async (_, change) => {
    const { world, table, rows } = await lived();
    await table.write(change(rows()));
    await expect(world.verify()).rejects.toThrow();
  });

  test('a counter of a month that is one too many', async () => {
    const { world, table, rows } = await lived();
    await world.verify();
    const cell = rows().find(({ pk }) => pk.startsWith('COUNT#1#20')) as Row;
    await table.write(put({ ...cell, received: Number(cell['received'] ?? 0) + 1 }));
    await expect(world.verify()).rejects.toThrow();
  });
});
