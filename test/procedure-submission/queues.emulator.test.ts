import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GetDueCounts, GetQueue, GetQueueCounts, ListDeskOfficers } from '../../shared/contracts/desk-queues.ts';
import type { Queue, QueueRow } from '../../shared/contracts/dossier.ts';
import { AcceptDossier, FinishDossier, RequestSupplement, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { seeded } from '../fuzz/random.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, clerk, leader, now, strangerClerk } from './support/dossiers.ts';
import { fillQueues } from './support/many-waiting.ts';
import { done, stepsOn } from './support/steps.ts';

type Listed = { readonly items: readonly QueueRow[]; readonly counts: Record<Queue, number>; readonly cursor?: string };
const busy = 'H30.20.01';
const workerAt = (subject: string): Officer => ({ ...caseOfficer, subject, posts: [{ agency: busy, role: 'case-officer', from: '2020-01-01' }, { agency: busy, role: 'leader', from: '2020-01-01' }] });
const worker = workerAt('can-bo-3');

let store: TestTable;
let call: Api;
const list = async (queue: Queue, query: Record<string, string> = {}, who: Officer = worker, agency = busy): Promise<Listed> => {
  const answer = await call(GetQueue, who, { params: { agencyCode: agency, queue }, query });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as unknown as Listed;
};
const listAll = async (queue: Queue, query: Record<string, string> = {}): Promise<QueueRow[]> => {
  const rows: QueueRow[] = [];
  let cursor: string | undefined;
  do {
    const page: Listed = await list(queue, { ...query, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== undefined);
  return rows;
};
const dueOf = ({ dueAt }: QueueRow): string => dueAt ?? '~';

beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  call = apiOn(depsOn(store.table));
  await fillQueues({ client: store.client, table: store.table.name }, [{ agency: busy, queue: 'processing', many: 300 }, { agency: busy, queue: 'to-take', many: 40 }, { agency: busy, queue: 'to-accept', many: 6 }], { now, random: seeded(7) });
});
afterAll(() => store.drop());

describe('a busy agency', () => {
  it('lists every row of a queue once, most urgent first', async () => {
    const rows = await listAll('processing', { limit: '200' });
    expect(rows).toHaveLength(300);
    expect(new Set(rows.map(({ dossierId }) => dossierId)).size).toBe(300);
    expect(rows.map(dueOf)).toEqual(rows.map(dueOf).toSorted());
  });

  it('shows what is overdue and due soon of both running queues in one order, and counts what it lists', async () => {
    const [late, soon, running] = [await listAll('overdue', { limit: '50' }), await listAll('due-soon', { limit: '7' }), [...await listAll('processing', { limit: '200' }), ...await listAll('to-take', { limit: '200' })]];
    const { counts } = await list('overdue', { limit: '1' });
    expect(late.map(dueOf)).toEqual(running.map(dueOf).filter((due) => due < now.toISOString()).toSorted());
    // two working days from Friday 20 November 9:00: Monday and, Tuesday the 24th being off, Wednesday
    expect(soon.map(dueOf)).toEqual(running.map(dueOf).filter((due) => due >= now.toISOString() && due <= '2026-11-25T10:00:00.000Z').toSorted());
    expect(late.length).toBeGreaterThan(50);
    expect(counts).toEqual({ 'to-accept': 6, 'to-take': 40, processing: 300, paused: 0, 'to-hand-over': 0, mine: (await listAll('mine', { limit: '200' })).length });
    expect((await call(GetDueCounts, worker, { params: { agencyCode: busy } })).body['counts']).toEqual({ overdue: late.length, 'due-soon': soon.length });
  });

  it('filters by officer, procedure, channel and due days, alone and together, without losing a row between pages', async () => {
    const all = await listAll('processing', { limit: '200' });
    const mine = await listAll('mine', { limit: '100' });
    expect(mine.map(({ dossierId }) => dossierId)).toEqual(all.filter(({ officer }) => officer?.officerId === 'can-bo-3').map(({ dossierId }) => dossierId));
    expect(await listAll('processing', { officer: 'can-bo-3', limit: '100' })).toEqual(mine);
    const wanted = (row: QueueRow): boolean => row.procedure.code === '1.000656' && row.channel === 'post';
    expect(await listAll('processing', { procedure: '1.000656', channel: 'post', limit: '9' })).toEqual(all.filter(wanted));
    const inWeek = ({ dueAt = '' }: QueueRow): boolean => dueAt >= '2026-11-22T17:00:00.000Z' && dueAt < '2026-11-29T17:00:00.000Z';
    expect(await listAll('processing', { dueFrom: '2026-11-23', dueTo: '2026-11-29', limit: '9' })).toEqual(all.filter(inWeek));
    expect(await listAll('mine', { dueFrom: '2026-11-23', dueTo: '2026-11-29', channel: 'post' })).toEqual(mine.filter((row) => inWeek(row) && row.channel === 'post'));
    expect((await listAll('overdue', { officer: 'can-bo-3', limit: '4' })).map(({ dossierId }) => dossierId)).toEqual(mine.filter(({ dueAt = '' }) => dueAt < now.toISOString()).map(({ dossierId }) => dossierId));
    expect(await listAll('overdue', { dueFrom: '2026-11-23' })).toEqual([]);
    expect(await listAll('to-accept', { dueFrom: '2026-11-23' })).toEqual([]);
  });

  it('says who works on how much', async () => {
    const { items } = (await call(ListDeskOfficers, worker, { params: { agencyCode: busy } })).body as unknown as { items: { officerId: string; processing: number }[] };
    expect(items.map(({ officerId }) => officerId)).toEqual(Array.from({ length: 10 }, (_, n) => `can-bo-${n}`));
    expect(items.reduce((sum, { processing }) => sum + processing, 0)).toBe(300);
  });

  it('answers days no calendar has, and foreign cursors, without failing', async () => {
    const days: readonly Record<string, string>[] = [{ dueFrom: '0001-01-01', dueTo: '9999-12-31' }, { dueTo: '0001-01-01' }, { dueFrom: '9999-12-31' }];
    for (const query of days) expect((await call(GetQueue, worker, { params: { agencyCode: busy, queue: 'processing' }, query })).status).toBe(200);
    for (const cursor of ['~~~~', Buffer.from('~~~').toString('base64url'), Buffer.from('\u0001').toString('base64url')]) expect((await call(GetQueue, worker, { params: { agencyCode: busy, queue: 'overdue' }, query: { cursor } })).status).toBeLessThan(500);
  });

  it('is nobody else’s to see', async () => {
    for (const route of [GetQueue, GetQueueCounts, GetDueCounts, ListDeskOfficers]) expect((await call(route, strangerClerk, { params: { agencyCode: busy, queue: 'overdue' } })).body.code).toBe('not-found');
  });
});

describe('after an act', () => {
  it('rows and counts of every list agree at once', async () => {
    const { file, act } = stepsOn(call, store.table);
    const here = async (): Promise<{ mine: string[]; counts: Record<Queue, number> }> => {
      const { items, counts } = await list('mine', {}, caseOfficer, agencyCode);
      const due = (await call(GetDueCounts, caseOfficer, { params: { agencyCode } })).body['counts'] as object;
      return { mine: items.map(({ dossierId }) => dossierId), counts: { ...counts, ...due } };
    };
    const { dossierId } = await file();
    const accepted = done(await act(AcceptDossier, clerk, { dossierId, revision: 0 }));
    expect(await here()).toMatchObject({ mine: [], counts: { 'to-take': 1, processing: 0, mine: 0, overdue: 0 } });
    const taken = done(await act(TakeDossier, caseOfficer, accepted));
    expect(await here()).toMatchObject({ mine: [dossierId], counts: { 'to-take': 0, processing: 1, mine: 1 } });
    expect((await list('processing', {}, leader, agencyCode)).items[0]).toMatchObject({ dossierId, revision: 2, officer: { officerId: caseOfficer.subject, name: caseOfficer.name } });
    const asked = done(await act(RequestSupplement, caseOfficer, taken, { reason: 'Thiếu', items: [{ kind: 'text', what: 'Nơi sinh' }] }));
    expect(await here()).toMatchObject({ mine: [], counts: { processing: 0, paused: 1, mine: 0, 'due-soon': 0 } });
    expect(asked.dueAt).toBeUndefined();
    const second = done(await act(TakeDossier, caseOfficer, done(await act(AcceptDossier, clerk, await file()))));
    done(await act(FinishDossier, caseOfficer, second, { resultUploadId: await checkedUpload(store.table, caseOfficer) }));
    expect(await here()).toMatchObject({ mine: [], counts: { processing: 0, 'to-hand-over': 1, mine: 0 } });
    expect((await call(GetQueueCounts, clerk, { params: { agencyCode } })).body['counts']).toEqual({ 'to-accept': 0, 'to-take': 0, processing: 0, paused: 1, 'to-hand-over': 1, mine: 0 });
  });
});
