import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AnswerSupplement, GetMyDossier, OpenDossier, RequestSupplement, StopDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import { DossierView, type DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { answerBy, supplementLimits } from '../../functions/procedure-submission/answer-limit.ts';
import { answersDueRepository } from '../../functions/procedure-submission/answers-due.repository.ts';
import { dossierRepository } from '../../functions/procedure-submission/dossier.repository.ts';
import { supplementContent } from '../../functions/procedure-submission/form-content.ts';
import { warnUnanswered } from '../../functions/procedure-submission/warn-unanswered.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, depsOn, type Api } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader, now, procedure } from './support/dossiers.ts';
import { done, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
let sweep: () => Promise<{ warned: number; gone: number }>;
let clock = now;
let inForce: ProcedureView = procedure;
const at = (day: string, time = '09:00'): void => { clock = new Date(`2026-${day}T${time}:00+07:00`); };
const ruled: ProcedureView = { ...procedure, supplement: { mostRounds: 2, answerWithin: { amount: 3, unit: 'WORKING_DAY' }, source: 'test', mark: 'S' } };
beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  const deps = { ...depsOn(store.table), procedures: { current: () => Promise.resolve(inForce), version: () => Promise.resolve(inForce) } };
  call = apiOn(deps, () => clock);
  steps = stepsOn(call, store.table);
  const run = warnUnanswered({ dossiers: dossierRepository(store.table), answersDue: answersDueRepository(store.table) });
  sweep = () => run({ now: clock, correlationId: newId('cor', clock) });
});
afterAll(() => store.drop());

type Ref = { dossierId: string; revision: number };
const taken = async (): Promise<DeskDossierView> => { at('11-20'); return done(await steps.act(TakeDossier, caseOfficer, await steps.accept(await steps.file()))); };
const ask = (dossier: Ref) => steps.act(RequestSupplement, caseOfficer, dossier, { reason: 'Chưa đủ.', items: [{ kind: 'text', what: 'Nơi sinh' }] });
const answer = async (dossier: Ref) => DossierView.parse((await steps.act(AnswerSupplement, citizen, dossier, { items: [{ itemId: 'muc-1', text: 'x' }] })).body);
const warnings = async (dossierId: string) => (await store.rows()).filter((row) => row['detailType'] === 'dossier.supplement-overdue.v1' && String(row['detail']).includes(dossierId));

describe('the applicant’s own limit', () => {
  it('is the procedure version’s, shown on both screens and on Mẫu 02, and thirty days where the version is silent', async () => {
    inForce = ruled;
    const asked = done(await ask(await taken()));
    expect(asked.supplements).toMatchObject([{ answerBy: '2026-11-26T10:00:00.000Z', overdue: false }]);
    expect(DossierView.parse((await call(GetMyDossier, citizen, { params: { dossierId: asked.dossierId } })).body).supplements).toMatchObject([{ answerBy: '2026-11-26T10:00:00.000Z' }]);
    const record = await dossierRepository(store.table).load(asked.dossierId);
    expect(supplementContent(record!, 'https://x.example', asked.revision).lines).toContainEqual({ label: 'Bổ sung chậm nhất', value: '17 giờ 00 phút, ngày 26 tháng 11 năm 2026' });
    inForce = procedure;
    // thirty days from the 20th end on Sunday the 20th of December: the Monday after it
    expect(done(await ask(await taken())).supplements).toMatchObject([{ answerBy: '2026-12-21T10:00:00.000Z' }]);
  });

  it('passed without an answer is warned of once, and a leader may stop the dossier; the applicant may still answer before', async () => {
    inForce = ruled;
    const [late, inTime, stopped] = [done(await ask(await taken())), done(await ask(await taken())), done(await ask(await taken()))];
    await answer(inTime);
    await steps.act(StopDossier, leader, stopped, { reason: 'Chờ kết luận.' });
    at('11-26', '16:59');
    expect((await sweep()).warned).toBe(0);
    at('11-26', '17:01');
    expect(await sweep()).toMatchObject({ warned: expect.toSatisfy((count: number) => count >= 1) as number, gone: 2 });
    expect(await sweep()).toEqual({ warned: 0, gone: 0 });
    expect(await Promise.all([late, inTime, stopped].map(async ({ dossierId }) => (await warnings(dossierId)).length))).toEqual([1, 0, 0]);
    const open = done(await call(OpenDossier, leader, { params: { dossierId: late.dossierId } }));
    expect(open).toMatchObject({ state: { business: 5 }, revision: late.revision, allowed: ['stop'], supplements: [{ overdue: true }] });
    expect(open.punctuality, 'it is the applicant who is late').toBeUndefined();
    expect(await answer(late)).toMatchObject({ state: { business: 4 }, supplements: [{ overdue: false }] });
  });

  it('two sweeps at once warn once', async () => {
    inForce = ruled;
    const asked = done(await ask(await taken()));
    at('12-01');
    await Promise.all([sweep(), sweep()]);
    expect(await warnings(asked.dossierId)).toHaveLength(1);
  });

  it('allows as many rounds as the version says, and no more', async () => {
    inForce = ruled;
    let dossier: Ref = await taken();
    for (const _ of [1, 2]) dossier = await answer(done(await ask(dossier)));
    expect((await ask(dossier)).body).toMatchObject({ status: 409, code: 'supplement-rounds-used' });
    inForce = procedure;
    expect((await ask(dossier)).status).toBe(200);
  });

  it('opencps#1254: four rounds, each answered after its limit, make nothing overdue', async () => {
    inForce = { ...ruled, supplement: { ...ruled.supplement!, mostRounds: 4 } };
    let dossier: Ref = await taken();
    for (const [askOn, answerOn] of [['11-23', '12-01'], ['12-02', '12-14'], ['12-15', '12-21'], ['12-22', '12-28']] as const) {
      at(askOn);
      const asked = done(await ask(dossier));
      at(answerOn, '08:00');
      await sweep();
      expect(done(await call(OpenDossier, clerk, { params: { dossierId: asked.dossierId } })).punctuality).toBeUndefined();
      const answered = await answer(asked);
      expect(answered.punctuality?.verdict).toBe('running');
      dossier = answered;
    }
    expect(await warnings(dossier.dossierId)).toHaveLength(4);
  });

  it('needs no calendar of a year whose notice has not come', () => {
    const ofOneYear = compileCalendar({ week: officeWeek, days: [{ date: '2026-11-24', kind: 'OFF', name: { vi: 'x', en: 'x' }, source: 'x', confirmed: true }] });
    for (const day of ['2026-12-20', '2031-12-20']) expect(answerBy(supplementLimits(undefined), new Date(`${day}T02:00:00Z`), ofOneYear).getTime()).toBeGreaterThan(Date.parse(`${day}T02:00:00Z`) + 29 * 86_400_000);
  });
});
