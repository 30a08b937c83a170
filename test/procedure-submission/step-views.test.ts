import { describe, expect, test } from 'vitest';
import { controlSheetContent } from '../../functions/procedure-submission/control-sheet.ts';
import type { DossierRecord } from '../../functions/procedure-submission/ports.ts';
import { stepsView } from '../../functions/procedure-submission/step-views.ts';
import type { InternalStep } from '../../shared/contracts/internal-steps.ts';
import { afterWorkingMinutes } from '../../shared/kernel/working-time/working-minutes.ts';
import { seedCalendar as calendar } from './catalogue-fixtures.ts';
import { clerk, filedAt, now, recordAfter } from './support/dossiers.ts';

const step = (id: string, role: InternalStep['role'], share: number): InternalStep => ({ id, name: { vi: id, en: id }, role, share });
const steps = [step('reception', 'one-stop-clerk', 10), step('expert', 'case-officer', 90), step('return', 'one-stop-clerk', 0)];
const worked = (minutes: number, from = now): Date => afterWorkingMinutes(calendar, from, minutes);
const expertDue = worked(900);

/** Of a term of 1,000 working minutes the reception had 100 and left after none, 40 before its end; the expert has 900. */
const record = async (changes: Partial<DossierRecord['standing']> = {}): Promise<DossierRecord> => {
  const walked = await recordAfter(['accept', 'take'], filedAt(now, { steps }));
  const marks = [undefined, { to: 'reception' }, { from: 'reception', to: 'expert', dueAt: worked(40).toISOString() }];
  return {
    ...walked, history: walked.history.map((line, index) => ({ ...line, ...(marks[index] === undefined ? {} : { step: marks[index] }) })),
    standing: { ...walked.standing, termMinutes: 1000, internal: { id: 'expert', role: 'case-officer', place: 'work', since: now.toISOString(), received: true, dueAt: expertDue.toISOString() }, ...changes },
  };
};
const used = async (at: Date, changes: Partial<DossierRecord['standing']> = {}) =>
  (stepsView(await record(changes), { now: at, calendar }).internalSteps ?? []).map((visit) => visit.used);

describe('how much of its share a step has used', () => {
  test('of one that was left stands at its leaving, of an open one grows with working time, of one ahead is not said', async () => {
    expect(await used(now)).toEqual([60, 0, undefined]);
    expect(await used(worked(225))).toEqual([60, 25, undefined]);
    expect(await used(expertDue)).toEqual([60, 100, undefined]);
    expect(await used(worked(450, expertDue))).toEqual([60, 150, undefined]);
  });
  test('is never less than nothing nor more than 999', async () => {
    expect((await used(worked(-120)))[1]).toBe(0);
    expect((await used(worked(9000, expertDue)))[1]).toBe(999);
  });
  test('is not said without a term in time, or without a calendar', async () => {
    expect(await used(now, { termMinutes: 0 })).toEqual([undefined, undefined, undefined]);
    expect(stepsView(await record(), { now, calendar: undefined }).internalSteps?.map((visit) => visit.used)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the lines of a control sheet', () => {
  const site = 'https://dichvucong.haugiang.example';
  test('name who handed over last, and say what is not there yet', async () => {
    const { lines, signatures } = controlSheetContent(await record(), site, 2);
    expect(signatures[0]).toEqual({ role: 'NGƯỜI GIAO', name: '' });
    expect(lines.filter(({ label }) => ['Số điện thoại', 'Thư điện tử', 'Kết quả giải quyết'].includes(label))).toEqual([]);
    expect(lines.slice(-3).map(({ label, value }) => [label, value])).toEqual([
      ['Nhận hồ sơ', '09 giờ 00 phút, ngày 20 tháng 11 năm 2026'], ['Hẹn trả kết quả', '17 giờ 00 phút, ngày 30 tháng 11 năm 2026'], ['Có kết quả', 'chưa có'],
    ]);
  });
  test('of a finished dossier say when and how well it was settled; without a promised date none is named', async () => {
    const walked = await record({ finishedAt: '2026-11-21T02:00:00.000Z', verdict: 'late' });
    const { dueAt: _due, ...standing } = walked.standing;
    const handed = walked.history.map((line) => (line.act === 'take' ? { ...line, act: 'hand-on' } : line));
    const { lines, signatures } = controlSheetContent({ ...walked, standing, history: handed }, site, 2);
    expect(signatures[0]?.name).toBe(clerk.name);
    expect(lines.slice(-3).map(({ label, value }) => [label, value])).toEqual([
      ['Nhận hồ sơ', '09 giờ 00 phút, ngày 20 tháng 11 năm 2026'], ['Có kết quả', '09 giờ 00 phút, ngày 21 tháng 11 năm 2026'], ['Kết quả giải quyết', 'Quá hạn'],
    ]);
  });
});
