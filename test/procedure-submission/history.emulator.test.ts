import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { TakeDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import { put, remove } from '../../shared/runtime/transaction.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, depsOn, type Api } from './support/desk.ts';
import { caseOfficer } from './support/dossiers.ts';
import { nobody, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table)); });
afterAll(() => store.drop());

describe('a history that was tampered with', () => {
  const rowsOf = async (dossierId: string) => (await store.rows()).filter((row) => row.pk === `DOS#${dossierId}` && row.sk.startsWith('HIST#')).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  const tampered: [string, number, (rows: Awaited<ReturnType<typeof rowsOf>>) => ReturnType<typeof put>[]][] = [
    ['a status was changed', 1, (rows) => [put({ ...rows[1]!, to: 3 })]],
    ['a time was changed', 2, (rows) => [put({ ...rows[2]!, at: '2026-11-21T02:00:00.000Z' })]],
    ['the person was changed', 1, (rows) => [put({ ...rows[1]!, private: { ...(rows[1]!['private'] as object), name: 'Người khác' } })]],
    ['an entry was removed', 1, (rows) => [remove(rows[1]!)]],
    ['two entries changed places', 1, (rows) => [put({ ...rows[2]!, sk: rows[1]!.sk }), put({ ...rows[1]!, sk: rows[2]!.sk })]],
    ['the end was cut off', 2, (rows) => [remove(rows[2]!)]],
  ];
  it.each(tampered)('shows: %s (entry %i)', async (_, brokenAt, change) => {
    const { file, act, accept } = stepsOn(call, store.table);
    const filed = await file();
    await act(TakeDossier, caseOfficer, await accept(filed));
    const verify = async () => (await call(VerifyHistory, nobody, { params: { trackingCode: filed.trackingCode } })).body;
    expect(await verify()).toMatchObject({ holds: true });
    for (const write of change(await rowsOf(filed.dossierId))) await store.table.write(write);
    expect(await verify()).toMatchObject({ holds: false, brokenAt });
  });
});
