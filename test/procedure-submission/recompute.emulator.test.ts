import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PreviewRecompute, RecomputeDue } from '../../shared/contracts/matter-routes.ts';
import { AnswerSupplement, ExtendDossier, GetMyDossier, OpenDossier, RequestSupplement, SubmitDossier, TakeDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, draftWith, type Api } from './support/desk.ts';
import { caseOfficer, citizen, leader, now, procedure } from './support/dossiers.ts';
import { done, filing, nobody, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
let clock = now;
let current: ProcedureView = procedure;
const at = (day: string, time = '09:00'): void => { clock = new Date(`2026-${day}T${time}:00+07:00`); };
const off = (...dates: string[]) => ({ week: officeWeek, days: dates.map((date) => ({ date, kind: 'OFF' as const, name: { vi: 'Ngày nghỉ', en: 'Day off' }, source: 'test', confirmed: true })) });
let directory: ReturnType<typeof directoryCopy>;
/** What the directory says of a calendar reaches the desk after half a minute: a later reader begins anew. */
const publish = async (version: number, ...dates: string[]): Promise<void> => {
  await directory.keepCalendar(version, off(...dates));
  directory = directoryCopy(store.table);
};
const fiveDaysMore: ProcedureView = { ...procedure, version: 2, cases: procedure.cases.map((one) => ({ ...one, channels: one.channels.map((way) => ({ ...way, term: { parts: [{ amount: 10, unit: 'WORKING_DAY' as const }] } })) })) };
beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  directory = directoryCopy(store.table);
  const deps = depsOn(store.table);
  call = apiOn({
    ...deps, directory: { ...deps.directory, calendar: (version) => directory.calendar(version), calendarInForce: () => directory.calendarInForce() },
    procedures: { current: () => Promise.resolve(current), version: (_, wanted) => Promise.resolve(wanted === 2 ? fiveDaysMore : procedure) },
  }, () => clock);
  steps = stepsOn(call, store.table);
});
afterAll(() => store.drop());

type Ref = { dossierId: string; revision: number };
let version = 0;
/** Received on Friday 20 November under a calendar with one day off: five working days end on Monday the 30th. */
const taken = async (): Promise<DeskDossierView> => {
  at('11-20');
  current = procedure;
  await publish(++version, '2026-11-24');
  const dossier = done(await steps.act(TakeDossier, caseOfficer, await steps.accept(await steps.file())));
  expect(dossier.dueAt).toBe('2026-11-30T10:00:00.000Z');
  return dossier;
};
const preview = async (dossier: Ref, by = 'calendar', who = leader) => call(PreviewRecompute, who, { params: { dossierId: dossier.dossierId }, query: { by } });
const recompute = (dossier: Ref, dueAt: string, more: Record<string, unknown> = {}) => steps.act(RecomputeDue, leader, dossier, { reason: 'Thủ tướng cho nghỉ bù.', by: 'calendar', dueAt, ...more });
const open = async ({ dossierId }: Ref) => done(await call(OpenDossier, caseOfficer, { params: { dossierId } }));
const newCalendar = () => publish(++version, '2026-11-24', '2026-11-26', '2026-11-27');

describe('a later calendar or catalogue', () => {
  it('moves no promised date by itself: not as it stands, not after a pause, not with an extension', async () => {
    const [still, paused, extended] = [await taken(), await taken(), await taken()];
    at('11-23');
    await newCalendar();
    current = fiveDaysMore;
    expect((await open(still)).dueAt).toBe('2026-11-30T10:00:00.000Z');
    const asked = done(await steps.act(RequestSupplement, caseOfficer, paused, { reason: 'Chưa đủ.', items: [{ kind: 'text', what: 'Nơi sinh' }] }));
    at('11-23', '10:00');
    // asked and answered within the day: the day it was promised for is the same
    expect((await steps.act(AnswerSupplement, citizen, asked, { items: [{ itemId: 'muc-1', text: 'x' }] })).body).toMatchObject({ dueAt: '2026-11-30T10:00:00.000Z' });
    // four working days of the calendar of its receipt lie between
    expect(done(await steps.act(ExtendDossier, leader, extended, { reason: 'Xác minh.', newDate: '2026-12-04' })).dueAt).toBe('2026-12-04T10:00:00.000Z');
  });

  it('serves dossiers received after it', async () => {
    await taken();
    await newCalendar();
    const later = await steps.accept(await steps.file());
    expect(later.dueAt).toBe('2026-12-02T10:00:00.000Z');
  });
});

describe('a date reckoned anew', () => {
  it('is shown beside the old one, then promised with a reason, recorded and told; and stays from then on', async () => {
    const before = await taken();
    expect((await preview(before)).body).toMatchObject({ previousDueAt: before.dueAt, dueAt: before.dueAt, changes: false });
    await newCalendar();
    expect((await preview(before)).body).toMatchObject({ by: 'calendar', previousDueAt: before.dueAt, dueAt: '2026-12-02T10:00:00.000Z', changes: true, previousCalendarVersion: version - 1, calendarVersion: version, procedureVersion: 1 });
    expect((await open(before)).dueAt, 'looking changes nothing').toBe(before.dueAt);
    const after = done(await recompute(before, '2026-12-02T10:00:00.000Z'));
    expect(after).toMatchObject({ state: { business: 4 }, dueAt: '2026-12-02T10:00:00.000Z', procedure: { version: 1 }, recomputed: { previousDueAt: before.dueAt, dueAt: '2026-12-02T10:00:00.000Z', reason: 'Thủ tướng cho nghỉ bù.' } });
    expect((await call(GetMyDossier, citizen, { params: { dossierId: before.dossierId } })).body).toMatchObject({ recomputed: { previousDueAt: before.dueAt } });
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: before.trackingCode } })).body).toMatchObject({ holds: true });
    const told = (await store.rows()).filter((row) => row['detailType'] === 'dossier.recomputed.v1').map((row) => (JSON.parse(String(row['detail'])) as { data: object }).data);
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, basis: 'calendar', previousDueAt: before.dueAt, dueAt: '2026-12-02T10:00:00.000Z' }));
    await publish(++version, '2026-11-24');
    expect((await open(before)).dueAt).toBe('2026-12-02T10:00:00.000Z');
  });

  it('by the catalogue takes the term in force, and the dossier keeps the version it was filed under', async () => {
    const before = await taken();
    const inWords = await call(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(store.table, citizen), { channel: 'post' }) });
    const undated = await steps.accept(inWords.body as unknown as DeskDossierView);
    current = fiveDaysMore;
    expect((await preview(before, 'catalogue')).body).toMatchObject({ dueAt: '2026-12-07T10:00:00.000Z', procedureVersion: 2 });
    expect(done(await recompute(before, '2026-12-07T10:00:00.000Z', { by: 'catalogue' }))).toMatchObject({ dueAt: '2026-12-07T10:00:00.000Z', procedure: { version: 1 } });
    expect((await preview(undated)).body).toMatchObject({ status: 409, code: 'term-not-structured' });
    expect(done(await recompute(undated, '2026-12-07T10:00:00.000Z', { by: 'catalogue' })).recomputed).toMatchObject({ dueAt: '2026-12-07T10:00:00.000Z' });
  });

  it('is refused when nothing changes, when it is not the date that was shown, without a reason, and to all but leaders', async () => {
    const before = await taken();
    expect((await recompute(before, '2026-11-30T10:00:00.000Z')).body).toMatchObject({ status: 409, code: 'date-unchanged' });
    await newCalendar();
    expect((await recompute(before, '2026-12-01T10:00:00.000Z')).body).toMatchObject({ status: 409, code: 'date-moved-meanwhile', errors: [{ pointer: '/body/dueAt' }] });
    expect((await recompute(before, '2026-12-02T10:00:00.000Z', { reason: '' })).body).toMatchObject({ code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    for (const dueAt of ['2026-12-02', '2026-12-02T17:00:00', 'mai']) expect((await recompute(before, dueAt)).body).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/dueAt' }] });
    expect((await steps.act(RecomputeDue, caseOfficer, before, { reason: 'x', by: 'calendar', dueAt: '2026-12-02T10:00:00.000Z' })).status).toBe(403);
    expect((await preview(before, 'calendar', caseOfficer)).status).toBe(403);
    expect((await preview(await steps.file())).body).toMatchObject({ status: 409, code: 'no-promised-date' });
    expect((await recompute(await steps.file(), '2026-12-02T10:00:00.000Z')).body).toMatchObject({ code: 'state-conflict' });
  });
});
