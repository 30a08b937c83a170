import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { AnswerSupplement, ExtendDossier, FinishDossier, HandOverResult, OpenDossier, RequestSupplement, TakeDossier, TrackDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import { GetControlSheet, GetRegister } from '../../shared/contracts/form-routes.ts';
import { HandOnStep, ListWarnings, ReceiveStep, SendBackStep } from '../../shared/contracts/step-routes.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { InternalStep } from '../../shared/contracts/internal-steps.ts';
import { dossierRepository } from '../../functions/procedure-submission/dossier.repository.ts';
import { reminderRepository } from '../../functions/procedure-submission/reminder.repository.ts';
import { lookDue } from '../../functions/procedure-submission/look-due.ts';
import { warnDue } from '../../functions/procedure-submission/warn-due.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, directory, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, citizen, clerk, leader, now, otherAgencyCode, procedure, strangerClerk } from './support/dossiers.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

const step = (id: string, vi: string, role: InternalStep['role'], share: number): InternalStep => ({ id, name: { vi, en: id }, role, share });
const declared = { ...procedure, steps: [step('reception', 'Tiếp nhận', 'one-stop-clerk', 10), step('expert', 'Thẩm định', 'case-officer', 50), step('check', 'Kiểm tra', 'leader', 20), step('sign', 'Ký duyệt', 'leader', 20), step('return', 'Trả kết quả', 'one-stop-clerk', 0)] };

let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
let clock = now;
const at = (day: string, time = '09:00'): Date => (clock = new Date(`2026-${day}T${time}:00+07:00`));
const fresh = async (): Promise<void> => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table, declared), () => clock); steps = stepsOn(call, store.table); };
beforeAll(fresh);
afterAll(() => store.drop());

type Seen = { dossierId: string; revision: number };
const handOn = (dossier: Seen, who = clerk) => steps.act(HandOnStep, who, dossier);
const receive = (dossier: Seen, who = leader) => steps.act(ReceiveStep, who, dossier);
const open = async (dossier: Seen, who = clerk) => done(await call(OpenDossier, who, { params: { dossierId: dossier.dossierId } }));
const accepted = async (): Promise<DeskDossierView> => { at('11-20'); return steps.accept(await steps.file()); };
const withExpert = async (): Promise<DeskDossierView> => done(await steps.act(TakeDossier, caseOfficer, done(await handOn(await accepted()))));
const told = async (type: string, { dossierId }: Seen) => (await store.rows()).filter((row) => row['detailType'] === type).map((row) => (JSON.parse(String(row['detail'])) as { data: { dossierId: string } & Record<string, unknown> }).data).filter((data) => data.dossierId === dossierId);
const sweep = (time: Date) => lookDue({ dossiers: dossierRepository(store.table), reminders: reminderRepository(store.table), watches: [warnDue({ directory })], failed: (look, error) => { throw new Error(`look at ${look.dossierId}`, { cause: error }); } })({ now: time, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' });
const warningsOf = async (who: typeof clerk, dossier: Seen) => ((await call(ListWarnings, who, { params: { agencyCode } })).body as unknown as { items: { dossierId: string; step?: { threshold: number }; whole?: { threshold: number } }[] }).items.filter(({ dossierId }) => dossierId === dossier.dossierId);

describe('the steps of the agency', () => {
  it('are walked hand to hand: each hand-over is given and received, sealed, and judged', async () => {
    const first = await accepted();
    expect(first).toMatchObject({ allowed: ['request-supplement', 'request-payment', 'hand-on'], way: [{ state: 'now' }, { state: 'ahead' }, { state: 'ahead' }, { state: 'ahead' }, { state: 'ahead' }] });
    at('11-20', '10:00');
    const handed = done(await handOn(first));
    expect(handed).toMatchObject({ state: { business: 2 }, allowed: ['request-supplement', 'request-payment'] });
    // both see that it was handed over and not received
    expect((await open(first, caseOfficer)).allowed).toEqual(['take', 'send-back']);
    expect((await call(GetQueue, clerk, { params: { agencyCode, queue: 'to-take' } })).body['items']).toContainEqual(expect.objectContaining({ dossierId: first.dossierId, step: expect.objectContaining({ role: 'case-officer', received: false }) }));
    at('11-20', '14:00');
    const taken = done(await steps.act(TakeDossier, caseOfficer, handed));
    expect(taken).toMatchObject({ state: { business: 4 }, officer: { name: caseOfficer.name } });
    at('11-26', '16:00');
    const toCheck = done(await handOn(taken, caseOfficer));
    const checked = done(await receive(toCheck));
    expect(checked).toMatchObject({ state: { business: 4 }, officer: { name: leader.name } });
    const signing = done(await receive(done(await handOn(checked, leader))));
    const finished = done(await steps.act(FinishDossier, leader, signing, { resultUploadId: await checkedUpload(store.table, leader, { expiresAt: 2_000_000_000 }) }));
    expect((await open(finished)).allowed).toEqual(['hand-over', 'receive']);
    const back = done(await receive(finished, clerk));
    const over = done(await steps.act(HandOverResult, clerk, back));
    expect(over.internalSteps).toMatchObject([
      { id: 'reception', handedAt: '2026-11-20T02:00:00.000Z', receivedAt: '2026-11-20T02:00:00.000Z', leftAt: '2026-11-20T03:00:00.000Z', verdict: 'on-time', outcome: 'handed-on' },
      { id: 'expert', handedAt: '2026-11-20T03:00:00.000Z', giver: clerk.name, receivedAt: '2026-11-20T07:00:00.000Z', receiver: caseOfficer.name, leftAt: '2026-11-26T09:00:00.000Z', verdict: 'late' },
      { id: 'check', verdict: 'early', giver: caseOfficer.name, receiver: leader.name }, { id: 'sign', verdict: 'early' },
      { id: 'return', giver: leader.name, receiver: clerk.name, leftAt: '2026-11-26T09:00:00.000Z' },
    ]);
    const tracked = (await call(TrackDossier, nobody, { params: { trackingCode: over.trackingCode } })).body;
    expect(tracked).toMatchObject({ way: Array.from({ length: 5 }, () => ({ state: 'done' })) });
    expect(JSON.stringify(tracked)).not.toContain('Cán bộ');
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: over.trackingCode } })).body).toMatchObject({ holds: true });
    const sheet = (await call(GetControlSheet, clerk, { params: { dossierId: over.dossierId } })).body;
    expect(sheet).toMatchObject({ form: 'Mẫu số 06', regulation: 'Thông tư số 03/2025/TT-VPCP', number: over.number, verdict: 'early', rows: [{ verdict: 'on-time' }, { giver: clerk.name, receiver: caseOfficer.name, verdict: 'late' }, { verdict: 'early' }, {}, { receiver: clerk.name }] });
    const register = await call(GetRegister, clerk, { params: { agencyCode, month: '2026-11' } });
    expect(register.body).toMatchObject({ form: 'Mẫu số 07', items: [{ dossierId: over.dossierId, number: over.number, status: 10, verdict: 'early', returnedAt: '2026-11-26T09:00:00.000Z' }] });
    expect((await call(GetRegister, clerk, { params: { agencyCode, month: '2026-10' } })).body).toMatchObject({ items: [] });
    expect((await call(GetRegister, strangerClerk, { params: { agencyCode, month: '2026-11' } })).status).toBe(404);
    expect((await call(GetControlSheet, strangerClerk, { params: { dossierId: over.dossierId } })).status).toBe(404);
    expect((await told('dossier.step-moved.v1', over)).map(({ movement, fromStep, toStep }) => [movement, fromStep, toStep])).toHaveLength(6);
  });

  it('are sent back with a reason, received or not, and the step done again has what was left of its share', async () => {
    const taken = await withExpert();
    at('11-23', '16:00');
    const toCheck = done(await handOn(taken, caseOfficer));
    expect((await steps.act(SendBackStep, leader, toCheck, { reason: '' })).body).toMatchObject({ code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    at('11-25', '09:00');
    const back = done(await steps.act(SendBackStep, leader, toCheck, { reason: 'Thiếu tờ trình.' }));
    expect(back.internalSteps?.slice(1, 4)).toMatchObject([{ id: 'expert', outcome: 'handed-on' }, { id: 'check', outcome: 'sent-back', reason: 'Thiếu tờ trình.' }, { id: 'expert', verdict: 'running' }]);
    expect((await open(back, caseOfficer)).allowed).toContain('receive');
    const before = back.internalSteps?.[1];
    const again = back.internalSteps?.[3];
    expect(Date.parse(again?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).toBeGreaterThan(0);
    expect((await call(TrackDossier, nobody, { params: { trackingCode: back.trackingCode } })).body['way']).toMatchObject([{ state: 'done' }, { state: 'now' }, { state: 'ahead' }, { state: 'ahead' }, { state: 'ahead' }]);
  });

  it('move by their owner only, in their order, and not twice', async () => {
    const taken = await withExpert();
    expect((await handOn(taken, clerk)).body).toMatchObject({ code: 'state-conflict' });
    expect((await receive(taken, caseOfficer)).body).toMatchObject({ code: 'state-conflict', allowed: ['request-supplement', 'request-payment', 'hand-on', 'send-back'] });
    expect((await steps.act(FinishDossier, caseOfficer, taken, { resultUploadId: await checkedUpload(store.table, caseOfficer, { expiresAt: 2_000_000_000 }) })).body).toMatchObject({ code: 'state-conflict' });
    expect((await handOn(taken, strangerClerk)).status).toBe(404);
    const answers = await Promise.all([handOn(taken, caseOfficer), handOn(taken, caseOfficer)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    // the same request again is answered, and moves nothing
    const other = await withExpert();
    for (let time = 0; time < 2; time++) expect((await steps.act(HandOnStep, caseOfficer, other, {}, 'key_handing_on_once')).body).toMatchObject({ revision: other.revision + 1 });
  });
});

// VietOpenCPS/opencps#1269: the officer must be warned of her own step
describe('warnings', () => {
  // the sweep never goes back in time, and the clock of the next test does
  beforeEach(async () => { await store.drop(); await fresh(); });

  it('come once at three quarters and at the end, to the owner of the step and the leader, however often the sweep runs', async () => {
    const taken = await withExpert();
    expect(await warningsOf(caseOfficer, taken)).toEqual([]);
    const due = taken.internalSteps?.find(({ id }) => id === 'expert')?.dueAt ?? '';
    await sweep(at('11-23', '08:00'));
    expect(await told('dossier.warned.v2', taken)).toEqual([]);
    await Promise.all([sweep(at('11-25', '16:59')), sweep(at('11-25', '16:59'))]);
    expect((await told('dossier.warned.v2', taken)).map(({ extent, step: id, threshold, ownerId }) => [extent, id, threshold, ownerId])).toEqual([['step', 'expert', 75, caseOfficer.personId]]);
    expect(await warningsOf(caseOfficer, taken)).toMatchObject([{ step: { threshold: 75, dueAt: due } }]);
    expect(await warningsOf(leader, taken)).toHaveLength(1);
    expect(await warningsOf(clerk, taken)).toEqual([]);
    // days late: everything that came due meanwhile, once
    for (let run = 0; run < 2; run++) await sweep(at('12-04', '08:00'));
    expect((await told('dossier.warned.v2', taken)).map(({ extent, threshold }) => `${String(extent)} ${String(threshold)}`).toSorted()).toEqual(['step 100', 'step 75', 'whole 100', 'whole 75']);
    expect(await warningsOf(leader, taken)).toMatchObject([{ step: { threshold: 100 }, whole: { threshold: 100 } }]);
    expect((await open(taken, caseOfficer)).internalSteps?.find(({ id }) => id === 'expert')).toMatchObject({ verdict: 'overdue', warned: [75, 100] });
    // the step is over, the whole is not
    const toCheck = done(await handOn(await open(taken, caseOfficer), caseOfficer));
    expect((await warningsOf(leader, toCheck))[0]).not.toHaveProperty('step');
    expect((await call(ListWarnings, strangerClerk, { params: { agencyCode } })).status).toBe(404);
    expect((await call(ListWarnings, strangerClerk, { params: { agencyCode: otherAgencyCode } })).body).toMatchObject({ items: [] });
  });

  it('wait while the clock stands, and move with it and with a later promise', async () => {
    const taken = await withExpert();
    at('11-23', '08:00');
    const asked = done(await steps.act(RequestSupplement, caseOfficer, taken, { reason: 'Chưa đủ.', items: [{ kind: 'text', what: 'Nơi sinh' }] }));
    await sweep(at('12-10', '08:00'));
    expect(await told('dossier.warned.v2', taken)).toEqual([]);
    at('12-10', '09:00');
    expect((await steps.act(AnswerSupplement, citizen, asked, { items: [{ itemId: 'muc-1', text: 'x' }] })).status).toBe(200);
    const resumed = await open(taken, leader);
    const due = new Date(resumed.internalSteps?.find(({ id }) => id === 'expert')?.dueAt ?? '');
    await sweep(new Date(due.getTime() - 24 * 3_600_000));
    done(await steps.act(ExtendDossier, leader, resumed, { reason: 'Phải xác minh.', newDate: '2026-12-25' }));
    await sweep(new Date(due.getTime() + 60_000));
    expect((await told('dossier.warned.v2', taken)).filter(({ threshold }) => threshold === 100)).toEqual([]);
    await sweep(at('12-25', '17:00'));
    expect((await told('dossier.warned.v2', taken)).filter(({ extent }) => extent === 'whole').map(({ threshold }) => String(threshold)).toSorted()).toEqual(['100', '75']);
  });

  it('are all there is to look for: the sweep forgets the dossier after the last', async () => {
    const filed = await accepted();
    for (const day of ['11-20', '12-31']) await sweep(at(day, '10:00'));
    const looks = (await store.rows()).filter((row) => row.pk.startsWith('LOOK#') && row['dossierId'] === filed.dossierId);
    expect(looks).toEqual([]);
    expect((await told('dossier.warned.v2', filed)).length).toBe(4);
  });
});
