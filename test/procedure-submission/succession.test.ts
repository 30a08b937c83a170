import { expect, test } from 'vitest';
import { applySuccession, previewSuccession } from '../../functions/procedure-submission/succeed-dossiers.ts';
import { agencyKey } from '../../shared/runtime/directory-copy/directory-copy.keys.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put } from '../../shared/runtime/transaction.ts';
import { seeded } from '../fuzz/random.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { openDossiers, rowsOfOpen } from './support/open-dossiers.ts';
import { cause, expectSucceeded, plan, succession } from './support/succession.ts';

const name = 'memory-succession';
const forever = () => false;
const wards = ['H30.19.01', 'H30.19.02', 'H30.20.03', 'H30.02', 'H31.01'];

const province = async (many: number) => {
  const memory = memoryDynamo();
  const table = memory.table(name);
  const records = await openDossiers(many, wards, seeded(20250701));
  for (const row of rowsOfOpen(records, plan)) await table.write(put(row));
  return { memory, table, records };
};

test('killed at any write and begun again it ends the same; once whole, nothing more happens', async () => {
  const { memory, table, records } = await province(36);
  const back = memory.snapshot();
  const dying = (kill: number): Table => {
    let writes = 0;
    return { ...table, transact: async (...args: Parameters<Table['transact']>) => { if (++writes > kill) throw new Error('killed'); await table.transact(...args); } };
  };
  for (let kill = 0; kill <= records.length; kill += 3) {
    back();
    await applySuccession(succession(dying(kill)))({ plan, timeIsUp: forever }, cause).catch((error: Error) => { if (error.message !== 'killed') throw error; });
    const outcome = await applySuccession(succession(table))({ plan, timeIsUp: forever }, cause);
    expect(outcome).toMatchObject({ done: true, open: {} });
    await expectSucceeded(memory.rows(name), records);
  }
  const whole = memory.rows(name);
  expect(await applySuccession(succession(table))({ plan, timeIsUp: forever }, cause)).toEqual({ done: true, open: {}, moved: 0, undecided: [], awaited: [] });
  expect(memory.rows(name)).toEqual(whole);
});

test('two runs at once move every dossier once', async () => {
  const { memory, table, records } = await province(40);
  await Promise.all([1, 2].map(() => applySuccession(succession(table))({ plan, timeIsUp: forever }, cause)));
  await expectSucceeded(memory.rows(name), records);
});

test('when the time is up it says what is left, and goes on the next time', async () => {
  const { memory, table, records } = await province(40);
  let asked = 0;
  const first = await applySuccession(succession(table))({ plan, timeIsUp: () => ++asked > 2 }, cause);
  expect(first.done).toBe(false);
  expect(Object.values(first.open).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  expect((await applySuccession(succession(table))({ plan, timeIsUp: forever }, cause)).done).toBe(true);
  await expectSucceeded(memory.rows(name), records);
});

test('a preview counts what is open by agency and writes nothing', async () => {
  const { memory, table, records } = await province(30);
  const before = memory.rows(name);
  const { open, undecided } = await previewSuccession(succession(table))({ plan, timeIsUp: forever });
  expect(open).toEqual(Object.fromEntries(wards.slice(0, 4).map((code) => [code, records.filter(({ filed }) => filed.agency.code === code).length])));
  expect([undecided, memory.rows(name)]).toEqual([[], before]);
});

test('open dossiers of an agency nobody succeeds refuse everything before the first write', async () => {
  const { memory, table } = await province(30);
  const undecided = { ...plan, successions: plan.successions.map((one) => (one.from === 'H30.02' ? { ...one, parts: [] } : one)) };
  const before = memory.rows(name);
  expect((await previewSuccession(succession(table))({ plan: undecided, timeIsUp: forever })).undecided).toEqual(['H30.02']);
  await expect(applySuccession(succession(table))({ plan: undecided, timeIsUp: forever }, cause)).rejects.toThrow('succession-undecided: H30.02');
  expect(memory.rows(name)).toEqual(before);
});

test('agencies whose events are on the way are waited for', async () => {
  const { memory, table } = await province(12);
  await table.write(put({ ...agencyKey('H30.19.01'), entity: 'agency-copy', version: 1, agency: { code: 'H30.19.01', name: 'Phường I', level: 'commune' } }));
  const before = memory.rows(name);
  expect(await applySuccession(succession(table))({ plan, timeIsUp: forever }, cause)).toMatchObject({ done: false, moved: 0, awaited: ['H30.19.01'] });
  expect(memory.rows(name)).toEqual(before);
});
