import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GetQueue, ListPassedOn } from '../../shared/contracts/desk-queues.ts';
import { TransferDossier } from '../../shared/contracts/matter-routes.ts';
import { FinishDossier, GetDeskFile, GetMyDossier, OpenDossier, TakeDossier, TrackDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, citizen, clerk, leader, now, otherAgencyCode, strangerClerk } from './support/dossiers.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
let clock = now;
const at = (day: string, time = '09:00'): void => { clock = new Date(`2026-${day}T${time}:00+07:00`); };
const department = 'H30.07';
beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  const deps = depsOn(store.table);
  const agency: typeof deps.directory.agency = (code) => (code === department ? Promise.resolve({ code, name: 'Sở Tư pháp', level: 'department' })
    : code === 'H30.19.09' ? Promise.resolve({ code, name: 'Ủy ban nhân dân đã giải thể', level: 'commune', validTo: '2020-12-31' }) : deps.directory.agency(code));
  call = apiOn({ ...deps, directory: { ...deps.directory, agency } }, () => clock);
  steps = stepsOn(call, store.table);
});
afterAll(() => store.drop());

const there = (role: 'case-officer' | 'leader'): Officer => ({ kind: 'officer', subject: `${role}.vithanh3`, personId: newId('per', now), username: `${role}.vithanh3`, name: `Cán bộ ${role}`, posts: [{ agency: otherAgencyCode, role, from: '2020-01-01' }] });
const reason = 'Người nộp cư trú tại phường khác.';
const transfer = (dossier: { dossierId: string; revision: number }, agency = otherAgencyCode, more: Record<string, unknown> = {}) => steps.act(TransferDossier, leader, dossier, { reason, agency, ...more });
const queue = async (who: Officer, agency: string, name = 'to-take') => (await call(GetQueue, who, { params: { agencyCode: agency, queue: name } })).body as unknown as { items: { dossierId: string }[]; counts: Record<string, number> };
const open = (who: Officer, dossierId: string) => call(OpenDossier, who, { params: { dossierId } });
/** Received on Friday 20 November: five working days end on Monday the 30th. */
const taken = async (): Promise<DeskDossierView> => { at('11-20'); return done(await steps.act(TakeDossier, caseOfficer, await steps.accept(await steps.file()))); };

describe('a transfer', () => {
  it('passes the matter on: number, promise and clock go on, both agencies count right at once, who left it reads and acts no more', async () => {
    const before = await taken();
    const [here, over] = [(await queue(clerk, agencyCode)).counts, (await queue(strangerClerk, otherAgencyCode)).counts];
    at('11-25');
    const moved = done(await transfer(before));
    expect(moved).toMatchObject({
      state: { business: 2 }, number: before.number, dueAt: before.dueAt, receivedAt: before.receivedAt, agency: { code: otherAgencyCode }, receivedBy: { code: agencyCode }, allowed: [],
      transfers: [{ from: { code: agencyCode }, to: { code: otherAgencyCode }, reason }],
    });
    expect([moved.officer, moved.pauses, moved.reason]).toEqual([undefined, undefined, undefined]);
    expect(moved.steps.map(({ status, agency }) => [status, agency])).toEqual([[1, agencyCode], [2, agencyCode], [4, agencyCode], [2, otherAgencyCode]]);
    expect((await queue(clerk, agencyCode)).counts).toEqual({ ...here, processing: (here['processing'] ?? 0) - 1 });
    const arrived = await queue(strangerClerk, otherAgencyCode);
    expect(arrived.counts).toEqual({ ...over, 'to-take': (over['to-take'] ?? 0) + 1 });
    expect(arrived.items.map(({ dossierId }) => dossierId)).toContain(before.dossierId);
    expect((await queue(clerk, agencyCode, 'processing')).items.map(({ dossierId }) => dossierId)).not.toContain(before.dossierId);

    for (const who of [clerk, caseOfficer, leader]) expect(done(await open(who, before.dossierId)).allowed).toEqual([]);
    expect((await call(GetDeskFile, clerk, { params: { dossierId: before.dossierId, fileId: before.attachments[0]?.uploadId ?? '' } })).status).toBe(200);
    expect((await steps.act(TakeDossier, caseOfficer, moved)).body).toMatchObject({ status: 409, code: 'state-conflict', allowed: [] });
    expect((await transfer(moved, department)).body).toMatchObject({ code: 'state-conflict', allowed: [] });

    // the agency it left finds it among those it passed on, nobody else does
    const passedOn = async (who: Officer, agency: string) => (await call(ListPassedOn, who, { params: { agencyCode: agency } })).body as unknown as { code?: string; items?: { dossierId: string }[] };
    expect((await passedOn(caseOfficer, agencyCode)).items).toEqual([expect.objectContaining({ dossierId: before.dossierId, number: before.number, status: 2, dueAt: before.dueAt, to: 'Ủy ban nhân dân Phường III', transferredAt: '2026-11-25T02:00:00.000Z' })]);
    expect((await passedOn(strangerClerk, otherAgencyCode)).items).toEqual([]);
    expect((await passedOn(strangerClerk, agencyCode)).code).toBe('not-found');

    const again = done(await steps.act(TakeDossier, there('case-officer'), moved));
    expect(again.number).toBe(before.number);
    at('11-30', '16:00');
    const finished = done(await steps.act(FinishDossier, there('case-officer'), again, { resultUploadId: await checkedUpload(store.table, there('case-officer'), { expiresAt: 2_000_000_000 }) }));
    expect(finished.punctuality).toMatchObject({ verdict: 'on-time' });
    expect((await call(GetMyDossier, citizen, { params: { dossierId: before.dossierId } })).body).toMatchObject({ agency: { code: otherAgencyCode }, transfers: [{ reason }] });
    const tracked = (await call(TrackDossier, nobody, { params: { trackingCode: before.trackingCode } })).body;
    expect(tracked).toMatchObject({ agency: { code: otherAgencyCode }, receivedBy: { code: agencyCode } });
    expect(JSON.stringify(tracked)).not.toContain('cư trú');
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: before.trackingCode } })).body).toMatchObject({ holds: true });
    const told = (await store.rows()).filter((row) => row['detailType'] === 'dossier.transferred.v1').map((row) => (JSON.parse(String(row['detail'])) as { data: object }).data);
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, agencyCode, toAgencyCode: otherAgencyCode, revision: 3, dueAt: before.dueAt }));
  });

  it('back to where it was received leaves one agency again, and nobody else learns of it', async () => {
    at('11-20');
    const moved = done(await transfer(await steps.accept(await steps.file())));
    expect((await open({ ...clerk, posts: [{ agency: department, role: 'one-stop-clerk', from: '2020-01-01' }] }, moved.dossierId)).status).toBe(404);
    const back = done(await steps.act(TransferDossier, there('leader'), moved, { reason, agency: agencyCode }));
    expect(back).toMatchObject({ agency: { code: agencyCode }, allowed: [], transfers: [{}, {}] });
    expect(back.receivedBy).toBeUndefined();
    expect(done(await open(caseOfficer, back.dossierId)).allowed).toContain('take');
  });

  it('goes only to an agency of the procedure, or to one the leader chose though it is not', async () => {
    const before = await taken();
    expect((await transfer(before, department)).body).toMatchObject({ status: 422, code: 'agency-not-competent', errors: [{ pointer: '/body/agency' }] });
    expect(done(await transfer(before, department, { beyondRule: true })).agency).toEqual({ code: department, name: 'Sở Tư pháp' });
  });

  it.each([['no agency at all', 'H30.99', 'agency-unknown'], ['one that no longer exists', 'H30.19.09', 'agency-unknown'], ['the same agency', agencyCode, 'transfer-to-itself'], ['no code', 'x', 'request-invalid']])('to %s is refused where it was entered', async (_, agency, code) => {
    expect((await transfer(await taken(), agency, { beyondRule: true })).body).toMatchObject({ code, errors: [{ pointer: '/body/agency' }] });
  });

  it('without a reason, by anybody but a leader, or before acceptance is refused', async () => {
    const before = await taken();
    expect((await transfer(before, otherAgencyCode, { reason: '' })).body).toMatchObject({ code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    expect((await steps.act(TransferDossier, caseOfficer, before, { reason, agency: otherAgencyCode })).status).toBe(403);
    expect((await transfer(await steps.file())).body).toMatchObject({ status: 409, code: 'state-conflict' });
  });
});
