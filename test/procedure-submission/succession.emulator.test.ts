import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { applySuccession } from '../../functions/procedure-submission/succeed-dossiers.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { seeded } from '../fuzz/random.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { openDossiers, rowsOfOpen, writeRows } from './support/open-dossiers.ts';
import { cause, expectSucceeded, plan, succession } from './support/succession.ts';

let store: TestTable;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); });
afterAll(() => store.drop());

test('1,000 open dossiers on 1 July 2025: cut off in the middle and gone on with, none is lost, doubled or re-dated', { timeout: 60_000 }, async () => {
  const agencies = plan.successions.filter(({ parts }) => parts.length === 1).map(({ from }) => from);
  const records = await openDossiers(1000, agencies, seeded(1_000_000));
  await writeRows(store.client, store.table.name, rowsOfOpen(records, plan));
  let writes = 0;
  const dying: Table = { ...store.table, transact: async (...args) => { if (++writes > 400) throw new Error('killed'); await store.table.transact(...args); } };
  await expect(applySuccession(succession(dying))({ plan, timeIsUp: () => false }, cause)).rejects.toThrow('killed');
  const second = await applySuccession(succession(store.table))({ plan, timeIsUp: () => false }, cause);
  expect(second).toMatchObject({ done: true, open: {}, moved: 600 });
  const rows = await store.rows();
  await expectSucceeded(rows, records);
  expect(await applySuccession(succession(store.table))({ plan, timeIsUp: () => false }, cause)).toMatchObject({ done: true, moved: 0 });
  expect(await store.rows()).toHaveLength(rows.length);
});
