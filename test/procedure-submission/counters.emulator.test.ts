import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DossierTakenV1 } from '../../events/procedure-submission/dossier-taken.v1.ts';
import { boardRepository } from '../../functions/procedure-submission/board.repository.ts';
import { countArrived } from '../../functions/procedure-submission/count-arrived.ts';
import { countDossiers } from '../../functions/procedure-submission/count-dossiers.ts';
import type { Cell } from '../../functions/procedure-submission/counter-ports.ts';
import { monthOf, partKey, type Share, shareOf, sumOf } from '../../functions/procedure-submission/counting.ts';
import { cellKey, counterStateKey, filedInKey } from '../../functions/procedure-submission/counters.keys.ts';
import { counterRepository } from '../../functions/procedure-submission/counters.repository.ts';
import { filedKey, standingKey } from '../../functions/procedure-submission/dossier.keys.ts';
import { dossierRepository } from '../../functions/procedure-submission/dossier.repository.ts';
import type { Dossier } from '../../functions/procedure-submission/dossier.ts';
import { rebuildCounters } from '../../functions/procedure-submission/rebuild-counters.ts';
import { SubmitDossier } from '../../shared/contracts/procedure-submission.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { put, remove, update } from '../../shared/runtime/transaction.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { seeded } from '../fuzz/random.ts';
import { apiOn, checkedUpload, depsOn, draftWith } from './support/desk.ts';
import { citizen, now, procedure } from './support/dossiers.ts';
import { lifeAgencies, randomLives, type Life } from './support/random-lives.ts';
import { filing } from './support/steps.ts';

let store: TestTable;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); });
afterAll(() => store.drop());

const depsOf = ({ table }: TestTable) => ({ dossiers: dossierRepository(table), counters: counterRepository(table), boards: boardRepository(table), procedures: { version: () => Promise.resolve(procedure) } });
const write = async ({ table }: TestTable, { filed, standing }: Dossier): Promise<void> => {
  await table.write(put({ ...filedKey(filed.dossierId), ...filed }));
  await table.write(put({ ...standingKey(filed.dossierId), ...standing }));
  await table.write(put({ ...filedInKey(monthOf(filed.submittedAt), filed.dossierId), dossierId: filed.dossierId }));
};
const idOf = (life: Life): string => life[0]?.filed.dossierId ?? '';
const shareOfLife = (life: Life): Share => { const dossier = life.at(-1) as Dossier; return shareOf(dossier, dossier.filed.channel === 'online' ? 'level4' : undefined); };
const expected = (lives: readonly Life[]): Record<string, Cell['counts']> => Object.fromEntries(sumOf(lives.flatMap((life) => [...shareOfLife(life)])));

const held = async (generation: number): Promise<Record<string, Cell['counts']>> => {
  const { counters } = depsOf(store);
  const cells: [string, Cell['counts']][] = [];
  for (const month of await counters.months(generation)) for (const { agency, counts } of await counters.cells(generation, month)) if (Object.keys(counts).length > 0) cells.push([partKey(month, agency), counts]);
  return Object.fromEntries(cells);
};

describe('counters kept by events', () => {
  const seed = 2026;
  const lives = randomLives(seed, 24);

  test('come to the same by whatever events tell of it, once to five times, out of order, by two workers at once', async () => {
    const random = seeded(seed);
    const deps = depsOf(store);
    const [one, other] = [countDossiers(deps), countDossiers(depsOf(store))];
    const longest = Math.max(...lives.map((life) => life.length));
    for (let step = 0; step < longest; step++) {
      for (const life of lives) { const state = life[step]; if (state !== undefined) await write(store, state); }
      const told = lives.filter((life) => step < life.length && random.chance(0.7)).flatMap((life) => Array.from({ length: 1 + random.below(5) }, () => idOf(life))).toSorted(() => random.next() - 0.5);
      await Promise.all([one(1, told.slice(0, 20)), other(1, told.slice(10))]);
    }
    await one(1, lives.map(idOf));
    expect(await held(1)).toEqual(expected(lives));
  });

  test('are rebuilt from the dossiers with an equal result, though killed on the way, and the former ones are forgotten', async () => {
    const deps = depsOf(store);
    const before = await held(1);
    let steps = 0;
    let outcome = await rebuildCounters(deps)({ thisMonth: '2027-03', timeIsUp: () => ++steps > 75 });
    expect(outcome.done).toBe(false);
    // events go on while it is half done: what they tell of is counted in both
    const [life] = lives;
    const event = newEvent(DossierTakenV1, { dossierId: idOf(life as Life), procedureCode: '1.001193', procedureVersion: 1, agencyCode: 'H30.19.01' }, { actor: 'officer', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'x', now });
    expect(await countArrived(deps, () => now)([{ messageId: 'm', ...event }])).toEqual(new Map());
    // and the board of every agency it has been with follows
    const { agency: { code } } = ((life ?? [])[0] as Dossier).filed;
    const stood = await deps.boards.get(code);
    expect(stood?.board.groups.reduce((all, { due, undated }) => all + due.length + undated, 0)).toBe((await deps.counters.open(1, code)).length);
    outcome = await rebuildCounters(deps)({ thisMonth: '2027-03', timeIsUp: () => false });
    expect(outcome).toMatchObject({ done: true, equal: true, differing: [] });
    expect(await deps.counters.state()).toEqual({ current: 2 });
    expect(await held(2)).toEqual(before);
    const rows = await store.rows();
    expect(rows.filter(({ pk, sk }) => /^(COUNT|MONTHS|OPEN)#1(#|$)/.test(pk) || (pk.startsWith('COUNTED#') && sk === '1'))).toEqual([]);
  });

  test('that were wrong are found and mended', async () => {
    const deps = depsOf(store);
    const right = await held(2);
    const [month = '', agency = ''] = Object.keys(right)[0]?.split('#') ?? [];
    await store.table.write(update(cellKey({ generation: 2, month, agency, level: 'commune', field: 'ho-tich' }), { expression: 'ADD filed :n', values: { ':n': 3 } }));
    const outcome = await rebuildCounters(deps)({ thisMonth: '2027-03', timeIsUp: () => false });
    expect(outcome).toMatchObject({ done: true, equal: false, differing: [`${month} ${agency} commune Hộ tịch filed`] });
    expect(await held(3)).toEqual(right);
  });

  test('know the open dossiers of an agency, what is due first before the others', async () => {
    const { counters } = depsOf(store);
    const { current } = await counters.state();
    const open = lives.map((life) => life.at(-1) as Dossier).filter(({ standing }) => ![3, 7, 10].includes(standing.business));
    for (const agency of lifeAgencies) {
      const rows = await counters.open(current, agency);
      const here = open.filter(({ standing }) => standing.steps.at(-1)?.agency === agency);
      expect(rows.map(({ dossierId }) => dossierId).toSorted()).toEqual(here.map(({ filed }) => filed.dossierId).toSorted());
      const dated = rows.flatMap(({ dueAt }) => dueAt ?? []);
      expect(dated).toEqual(dated.toSorted());
      const until = new Date('2026-09-15T00:00:00Z');
      expect((await counters.open(current, agency, until)).map(({ dossierId }) => dossierId)).toEqual(rows.filter(({ dueAt }) => dueAt !== undefined && dueAt <= until.toISOString()).map(({ dossierId }) => dossierId));
    }
  });
});

test('a dossier filed through its route is known to its month, and counted', async () => {
  const uploadId = await checkedUpload(store.table, citizen);
  const filed = await apiOn(depsOn(store.table))(SubmitDossier, citizen, { ...filing, body: draftWith(uploadId) });
  expect(filed.status).toBe(201);
  const { counters } = depsOf(store);
  expect((await counters.filedIn('2026-11', undefined)).ids).toContain(filed.body['dossierId']);
  await store.table.write(remove(counterStateKey));
  await countDossiers(depsOf(store))(9, [String(filed.body['dossierId'])]);
  expect(await held(9)).toEqual({ '2026-11#H30.19.01': { filed: 1, toAccept: 1 } });
});
