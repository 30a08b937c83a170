import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CorrectResult } from '../../shared/contracts/matter-routes.ts';
import { FinishDossier, GetMyDossier, GetMyFile, HandOverResult, OpenDossier, TakeDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import { DossierView, type DeskDossierView } from '../../shared/contracts/dossier.ts';
import { dossierRepository } from '../../functions/procedure-submission/dossier.repository.ts';
import { putResultAway } from '../../functions/procedure-submission/put-result-away.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Api } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader } from './support/dossiers.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table)); steps = stepsOn(call, store.table); });
afterAll(() => store.drop());

const upload = (who = leader) => checkedUpload(store.table, who);
const finished = async (): Promise<DeskDossierView> =>
  done(await steps.act(FinishDossier, caseOfficer, done(await steps.act(TakeDossier, caseOfficer, await steps.accept(await steps.file()))), { resultUploadId: await upload(caseOfficer) }));
const correct = async (dossier: { dossierId: string; revision: number }, more: Record<string, unknown> = {}) => steps.act(CorrectResult, leader, dossier, { reason: 'Sai năm sinh.', resultUploadId: await upload(), ...more });
const putAway = () => putResultAway({ dossiers: dossierRepository(store.table), checked: { read: () => Promise.resolve(Buffer.from('x')) }, documents: { put: () => Promise.resolve() } });

describe('a correction', () => {
  it('gives a result a new version, the old one stays readable and marked, and the judgement stays', async () => {
    const before = await finished();
    const first = before.documents.find(({ kind }) => kind === 'result');
    const handed = done(await steps.act(HandOverResult, clerk, before));
    const once = done(await correct(handed));
    await putAway()(once.dossierId);
    const twice = done(await correct(once));
    expect(twice).toMatchObject({ state: { business: 10, delivery: 'handed-over' }, finishedAt: before.finishedAt, punctuality: before.punctuality, corrections: [{ version: 2, reason: 'Sai năm sinh.' }, { version: 3 }] });
    const mine = DossierView.parse((await call(GetMyDossier, citizen, { params: { dossierId: before.dossierId } })).body);
    const results = mine.documents.filter(({ kind }) => kind === 'result').toSorted((a, b) => a.name.vi.length - b.name.vi.length || (a.name.vi < b.name.vi ? -1 : 1));
    expect(results.map(({ name, replacedAt }) => [name.vi, replacedAt !== undefined])).toEqual([['Kết quả giải quyết', true], ['Kết quả giải quyết, bản đính chính lần 1', true], ['Kết quả giải quyết, bản đính chính lần 2', false]]);
    for (const { documentId } of results) expect((await call(GetMyFile, citizen, { params: { dossierId: before.dossierId, fileId: documentId } })).status).toBe(200);
    expect(results[0]?.documentId).toBe(first?.documentId);
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: before.trackingCode } })).body).toMatchObject({ holds: true, entries: expect.arrayContaining([expect.objectContaining({ act: 'correct-result', from: 10, to: 10 })]) as unknown });
    const told = (await store.rows()).filter((row) => row['detailType'] === 'dossier.result-corrected.v1').map((row) => (JSON.parse(String(row['detail'])) as { data: object }).data);
    expect(told).toEqual(expect.arrayContaining([expect.objectContaining({ dossierId: before.dossierId, resultVersion: 2, revision: 5 }), expect.objectContaining({ resultVersion: 3 })]));
  });

  it('is a leader’s, of a result that exists, with a reason and a file of hers', async () => {
    const before = await finished();
    expect((await call(OpenDossier, leader, { params: { dossierId: before.dossierId } })).body).toMatchObject({ allowed: ['correct-result'] });
    expect((await steps.act(CorrectResult, caseOfficer, before, { reason: 'x', resultUploadId: await upload(caseOfficer) })).status).toBe(403);
    expect((await correct(before, { reason: ' ' })).body).toMatchObject({ status: 422, code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    expect((await correct(before, { resultUploadId: await upload(caseOfficer) })).body).toMatchObject({ code: 'upload-unknown', errors: [{ pointer: '/body/resultUploadId' }] });
    expect((await correct(before, { resultUploadId: before.documents.find(({ kind }) => kind === 'result')?.documentId })).body).toMatchObject({ status: 422, errors: [{ pointer: '/body/resultUploadId' }] });
    expect((await correct(await steps.accept(await steps.file()))).body).toMatchObject({ status: 409, code: 'state-conflict' });
  });

  it('of two at once one is written, and one result is in force', async () => {
    const before = await finished();
    const both = await Promise.all([correct(before), correct(before)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const { documents } = done(await call(OpenDossier, leader, { params: { dossierId: before.dossierId } }));
    expect(documents.filter(({ kind, replacedAt }) => kind === 'result' && replacedAt === undefined)).toHaveLength(1);
  });
});
