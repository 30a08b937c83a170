import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ActOnMany } from '../../shared/contracts/desk-bulk.ts';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { AcceptDossier, FinishDossier, OpenDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Answered, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, clerk, leader, strangerClerk } from './support/dossiers.ts';
import { done, stepsOn } from './support/steps.ts';

type Result = { dossierId: string; done?: { revision: number; status: number; number?: string }; problem?: { code: string } };
let store: TestTable;
let call: Api;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table)); });
afterAll(() => store.drop());

type Item = { dossierId: string; revision: number; key?: string };
const many = async (who: Actor, act: string, items: readonly Item[]): Promise<Answered> =>
  call(ActOnMany, who, { body: { act, items: items.map((item, index) => ({ key: `row-${index}-${item.dossierId.slice(-8)}`, ...item })) } });
const results = ({ body }: Answered): Result[] => body['results'] as Result[];
const accepted = async () => { const { file, act } = stepsOn(call, store.table); return done(await act(AcceptDossier, clerk, await file())); };
const finished = async () => {
  const { act } = stepsOn(call, store.table);
  const taken = done(await act(TakeDossier, caseOfficer, await accepted()));
  return done(await act(FinishDossier, caseOfficer, taken, { resultUploadId: await checkedUpload(store.table, caseOfficer) }));
};

it('each row is done or refused by itself, and the same rows again are answered, not done again', async () => {
  const dossiers = await Promise.all([finished(), finished(), accepted()]);
  const items = [...dossiers.map(({ dossierId, revision }) => ({ dossierId, revision })), { dossierId: 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', revision: 0 }, { dossierId: dossiers[0].dossierId, revision: 1, key: 'another-key' }];
  const first = await many(clerk, 'hand-over', items);
  expect(first.status).toBe(200);
  expect(results(first).map(({ done: was, problem }) => was?.status ?? problem?.code)).toEqual([10, 10, 'state-conflict', 'not-found', 'changed-meanwhile']);
  const again = await many(clerk, 'hand-over', items);
  expect(results(again).map(({ done: was, problem }) => was ?? problem?.code)).toEqual(results(first).map(({ done: was, problem }) => was ?? problem?.code));
  expect((await call(OpenDossier, clerk, { params: { dossierId: dossiers[0].dossierId } })).body).toMatchObject({ revision: 4, state: { business: 10 } });
  const { counts, items: waiting } = (await call(GetQueue, clerk, { params: { agencyCode, queue: 'to-hand-over' } })).body as { counts: Record<string, number>; items: unknown[] };
  expect([waiting, counts['to-hand-over'], counts['to-take']]).toEqual([[], 0, 1]);
});

it('a row sent again alone is the same request', async () => {
  const one = await accepted();
  const [taken] = results(await many(caseOfficer, 'take', [{ dossierId: one.dossierId, revision: one.revision, key: 'taken-in-bulk' }]));
  expect(taken?.done).toMatchObject({ status: 4, revision: 2, number: one.number });
  const alone = await call(TakeDossier, caseOfficer, { params: { dossierId: one.dossierId }, body: { revision: one.revision }, key: 'taken-in-bulk' });
  expect([alone.status, alone.body['revision']]).toEqual([200, 2]);
});

it('takes fifty rows and no more, and lets nobody do here what she may not do alone', async () => {
  const fifty = await Promise.all(Array.from({ length: 50 }, accepted));
  const answer = await many(caseOfficer, 'take', fifty);
  expect(results(answer).filter(({ done: was }) => was?.status === 4)).toHaveLength(50);
  expect((await many(caseOfficer, 'take', [...fifty, ...fifty.slice(0, 1)])).body.code).toBe('request-invalid');
  expect((await many(caseOfficer, 'take', [])).body.code).toBe('request-invalid');
  const one = await accepted();
  expect(results(await many(clerk, 'take', [one])).map(({ problem }) => problem?.code)).toEqual(['not-found']);
  expect(results(await many(strangerClerk, 'hand-over', [one])).map(({ problem }) => problem?.code)).toEqual(['not-found']);
  expect((await many(leader, 'take', [one])).status).toBe(403);
});
