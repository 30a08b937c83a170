import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AcceptDossier, FinishDossier, HandOverResult, SubmitDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import type { Row } from '../../shared/runtime/transaction.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { verifyHistory, type HistoryRecord } from '../../functions/procedure-submission/history.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, draftWith, type Answered, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, citizen, clerk } from './support/dossiers.ts';
import { faulty } from './support/faults.ts';
import { filing } from './support/steps.ts';

let store: TestTable;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); });
afterAll(() => store.drop());

type Walk = { readonly dossierId: string; readonly answers: readonly Answered[] };

/** One dossier from filing to hand-over as a browser does it: the same key again until an answer comes. */
const walk = async (api: (table: TestTable['table']) => Api, table: TestTable['table'], run: string): Promise<Walk> => {
  const call = api(table);
  const answers: Answered[] = [];
  const until = async (ask: () => Promise<Answered>): Promise<Answered> => {
    for (let attempt = 0; attempt < 4; attempt++) {
      const answer = await ask();
      answers.push(answer);
      if (answer.status < 500) return answer;
    }
    throw new Error('no answer in four attempts');
  };
  const uploadId = await checkedUpload(store.table, citizen);
  const resultUploadId = await checkedUpload(store.table, caseOfficer);
  const filed = await until(() => call(SubmitDossier, citizen, { ...filing, body: draftWith(uploadId), key: `${run}-submit` }));
  const dossierId = String(filed.body['dossierId']);
  const steps = [[AcceptDossier, clerk, {}], [TakeDossier, caseOfficer, {}], [FinishDossier, caseOfficer, { resultUploadId }], [HandOverResult, clerk, {}]] as const;
  for (const [revision, [route, who, more]] of steps.entries()) {
    const answer = await until(() => call(route, who, { params: { dossierId }, body: { revision, ...more }, key: `${run}-${route.name}` }));
    expect(answer.status, `${run} ${route.name} ${JSON.stringify(answer.body)}`).toBe(200);
  }
  return { dossierId, answers };
};

const kind = (rows: readonly Row[], of: string): Row[] => rows.filter((row) => row['entity'] === of);

/** Nothing lost, nothing doubled: one of each row, every fact told once, a history that holds, queues that count right. */
const expectOnce = async (dossierId: string): Promise<void> => {
  const rows = await store.rows();
  const own = rows.filter((row) => row.pk === `DOS#${dossierId}`);
  const history = kind(own, 'history').toSorted((a, b) => (a.sk < b.sk ? -1 : 1)) as unknown as HistoryRecord[];
  expect(history.map(({ act }) => act)).toEqual(['submit', 'accept', 'take', 'finish', 'hand-over']);
  const [standing] = kind(own, 'standing');
  expect(await verifyHistory(dossierId, history, String(standing?.['historyHead']))).toEqual({ holds: true });
  const told = kind(rows, 'outbox').filter((row) => String(row['detail']).includes(dossierId)).map((row) => String(row['detailType']));
  expect(told.toSorted()).toEqual(['dossier.accepted.v2', 'dossier.finished.v1', 'dossier.handed-over.v1', 'dossier.submitted.v1', 'dossier.taken.v1']);
  expect(kind(rows, 'pointer').filter((row) => row['dossierId'] === dossierId)).toHaveLength(5);
  expect(kind(rows, 'waiting').filter((row) => row['dossierId'] === dossierId)).toHaveLength(0);
};

describe('faults at every call to the table', () => {
  let calls = 0;
  it('a walk without any', async () => {
    const counted = faulty(store.client, undefined);
    const { dossierId } = await walk((table) => apiOn(depsOn(table)), openTable(store.table.name, counted.client), 'no-fault');
    calls = counted.calls();
    await expectOnce(dossierId);
    expect(calls).toBeGreaterThanOrEqual(11);
  });

  it('each call once lost before it was sent, once after it was done: nothing lost, nothing doubled', async () => {
    let passed = 0;
    const dossiers = new Set<string>();
    for (let at = 1; at <= calls; at++) {
      for (const when of ['before', 'after'] as const) {
        const fault = { call: at, when, kind: (['timeout', 'throttle', 'failure'] as const)[at % 3] ?? 'failure' };
        const struck = faulty(store.client, fault);
        const { dossierId, answers } = await walk((table) => apiOn(depsOn(table)), openTable(store.table.name, struck.client), `fault-${at}-${when}`);
        expect(answers.every(({ status, body }) => status < 500 || body.code === 'busy'), `call ${at} ${when}`).toBe(true);
        dossiers.add(dossierId);
        passed++;
      }
    }
    for (const dossierId of dossiers) await expectOnce(dossierId);
    const rows = await store.rows();
    expect(kind(rows, 'filed')).toHaveLength(dossiers.size + 1);
    const counts = rows.find((row) => row.pk === `COUNTS#${agencyCode}`);
    expect(['to-accept', 'to-take', 'processing', 'to-hand-over'].map((queue) => Number(counts?.[queue] ?? 0))).toEqual([0, 0, 0, 0]);
    expect(passed).toBe(2 * calls);
  });
});
