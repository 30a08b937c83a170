import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { AcceptDossier, FinishDossier, GetMyDossier, OpenDossier, TakeDossier, TrackDossier, VerifyHistory, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { DossierView } from '../../shared/contracts/dossier.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Answered, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, citizen, clerk, otherCitizen } from './support/dossiers.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table)); steps = stepsOn(call, store.table); });
afterAll(() => store.drop());

const queue = async (name: string) => (await call(GetQueue, clerk, { params: { agencyCode, queue: name } })).body as unknown as { items: { dossierId: string }[]; counts: Record<string, number> };
const own = (answer: Answered): DossierView => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return DossierView.parse(answer.body);
};

/** Filed, accepted or taken. */
const at = async (status: 1 | 2 | 4): Promise<DossierView> => {
  const filed = await steps.file();
  if (status === 1) return filed;
  const accepted = await steps.accept(filed);
  return status === 2 ? accepted : done(await steps.act(TakeDossier, caseOfficer, accepted));
};

describe('a withdrawal', () => {
  it.each([[1, 'to-accept'], [2, 'to-take'], [4, 'processing']] as const)('from status %i ends the dossier and leaves the queue %s at once', async (status, name) => {
    const before = await at(status);
    const counted = (await queue(name)).counts[name] ?? 0;
    const withdrawn = own(await steps.act(WithdrawDossier, citizen, before, { reason: 'Đã giải quyết ở nơi khác.' }));
    expect(withdrawn).toMatchObject({ state: { business: 7 }, reason: 'Đã giải quyết ở nơi khác.', ownActs: [] });
    expect(withdrawn.dueAt).toBeUndefined();
    expect(withdrawn.punctuality).toBeUndefined();
    const after = await queue(name);
    expect(after.items.map((row) => row.dossierId)).not.toContain(before.dossierId);
    expect(after.counts[name]).toBe(counted - 1);
    expect((await call(OpenDossier, clerk, { params: { dossierId: before.dossierId } })).body).toMatchObject({ allowed: [], history: expect.arrayContaining([expect.objectContaining({ act: 'withdraw', by: { kind: 'citizen' } })]) as unknown });
    const tracked = (await call(TrackDossier, nobody, { params: { trackingCode: before.trackingCode } })).body;
    expect(tracked).toMatchObject({ state: { business: 7 } });
    expect(JSON.stringify(tracked)).not.toContain('nơi khác');
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: before.trackingCode } })).body).toMatchObject({ holds: true });
    const told = (await store.rows()).filter((row) => row['detailType'] === 'dossier.withdrawn.v1').map((row) => (JSON.parse(String(row['detail'])) as { data: object }).data);
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, fromStatus: status }));
  });

  it('needs no reason, and happens once under one key', async () => {
    const filed = await steps.file();
    const twice = await Promise.all([1, 2].map(() => steps.act(WithdrawDossier, citizen, filed, {}, 'withdraw-it-once')));
    for (const answer of twice) expect(own(answer)).toMatchObject({ state: { business: 7 }, revision: 1 });
    expect(own(await call(GetMyDossier, citizen, { params: { dossierId: filed.dossierId } })).reason).toBeUndefined();
  });

  it('comes too late once there is a result, and is not possible twice', async () => {
    const taken = await at(4);
    const finished = done(await steps.act(FinishDossier, caseOfficer, taken, { resultUploadId: await checkedUpload(store.table, caseOfficer) }));
    expect((await steps.act(WithdrawDossier, citizen, finished)).body).toMatchObject({ status: 409, code: 'state-conflict', allowed: [] });
    const withdrawn = own(await steps.act(WithdrawDossier, citizen, await at(1)));
    expect((await steps.act(WithdrawDossier, citizen, withdrawn)).body.code).toBe('state-conflict');
  });

  it('of an acceptance and a withdrawal at once, one is written and the other told', async () => {
    for (let round = 0; round < 5; round++) {
      const filed = await steps.file();
      const both = await Promise.all([steps.act(AcceptDossier, clerk, filed), steps.act(WithdrawDossier, citizen, filed)]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      const refused = both.findIndex(({ status }) => status === 409);
      expect(both[refused]?.body).toMatchObject({ code: 'changed-meanwhile', allowed: refused === 0 ? [] : ['withdraw'] });
    }
  });

  it('is the applicant’s alone', async () => {
    const filed = await steps.file();
    expect((await steps.act(WithdrawDossier, otherCitizen, filed)).body.code).toBe('not-found');
    expect((await steps.act(WithdrawDossier, clerk, filed)).status).toBe(403);
    expect((await steps.act(WithdrawDossier, citizen, filed, { reason: 'x'.repeat(2001) })).body).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/reason', code: 'text.too-long' }] });
  });
});
