import { describe, expect, test } from 'vitest';
import { beginStep, stepUnder, termMinutesOf } from '../../functions/procedure-submission/step-clock.ts';
import { comingWarnings } from '../../functions/procedure-submission/reminder.ts';
import type { Standing } from '../../functions/procedure-submission/dossier.ts';
import type { StepStanding } from '../../functions/procedure-submission/internal-step.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { pausedDeadline } from '../../shared/kernel/working-time/pause.ts';
import { afterWorkingMinutes, workingMinutesBetween } from '../../shared/kernel/working-time/working-minutes.ts';
import { seededRandom } from '../kernel/random.ts';
import { seedCalendar as calendar } from './catalogue-fixtures.ts';

const at = (day: string, time: string): Date => new Date(`2026-${day}T${time}:00+07:00`);
const local = (instant: string | undefined): string | undefined => (instant === undefined ? undefined : new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(5, 16));
const step = (id: string, share: number, place: StepStanding['place'] = 'work') => ({ id, role: 'case-officer' as const, place, share });

/** Received on Monday 5 October at 07:00, five working days: Tuesday to Monday the 12th, 48 working hours. */
const receivedAt = at('10-05', '07:00').toISOString();
const dueAt = deadline(calendar, { parts: [{ amount: 5, unit: 'WORKING_DAY' }] }, at('10-05', '07:00')).dueAt.toISOString();
const whole = { dueAt, termMinutes: termMinutesOf(calendar, receivedAt, dueAt) };
const begin = (id: string, share: number, since: string, history: Parameters<typeof beginStep>[1]['history'] = []) =>
  beginStep(calendar, { step: step(id, share), at: since, received: true, whole, history });

describe('working minutes', () => {
  test('skip nights, noons and weekends, forwards and back', () => {
    expect(workingMinutesBetween(calendar, at('10-09', '16:00'), at('10-12', '08:00'))).toBe(120);
    expect(workingMinutesBetween(calendar, at('10-12', '08:00'), at('10-09', '16:00'))).toBe(-120);
    expect(local(afterWorkingMinutes(calendar, at('10-09', '16:00'), 120).toISOString())).toBe('10-12T08:00');
    expect(local(afterWorkingMinutes(calendar, at('10-09', '16:00'), 60).toISOString())).toBe('10-09T17:00');
    expect(local(afterWorkingMinutes(calendar, at('10-12', '08:00'), -120).toISOString())).toBe('10-09T16:00');
  });
  test('there and back is where one was, from any minute', () => {
    const random = seededRandom(20261122);
    for (let run = 0; run < 500; run++) {
      const from = new Date(at('01-05', '00:00').getTime() + Math.floor(random() * 400_000) * 60_000);
      const minutes = Math.floor(random() * 5000);
      expect(workingMinutesBetween(calendar, from, afterWorkingMinutes(calendar, from, minutes))).toBe(minutes);
    }
  });
});

describe('the due instant of a step', () => {
  test('is its share of the term from when it was handed over', () => {
    expect(whole.termMinutes).toBe(48 * 60);
    expect(local(begin('expert', 50, receivedAt).dueAt)).toBe('10-07T17:00');
    expect(local(begin('expert', 12.5, receivedAt).dueAt)).toBe('10-05T15:00');
  });
  test('steps that use all of their time end with the term, whatever their shares', () => {
    for (const shares of [[10, 60, 20, 10], [33.25, 33.25, 33.5], [1.75, 98.25], [25, 25, 25, 25]]) {
      let since = receivedAt;
      for (const [index, share] of shares.entries()) since = begin(`s${index}`, share, since).dueAt ?? '';
      const spare = workingMinutesBetween(calendar, new Date(since), new Date(dueAt));
      expect(spare).toBeGreaterThanOrEqual(0);
      expect(spare).toBeLessThan(shares.length);
    }
  });
  // VietOpenCPS/opencps#1280: overdue of single steps was reckoned wrongly
  test('does not suffer from the step before: one that was late leaves the next its whole share', () => {
    const lateHandOver = at('10-12', '16:00').toISOString();
    const next = begin('check', 25, lateHandOver);
    expect(workingMinutesBetween(calendar, new Date(lateHandOver), new Date(next.dueAt ?? ''))).toBe(12 * 60);
    expect((next.dueAt ?? '') > dueAt).toBe(true);
  });
  test('moves as the whole moves: by a pause, and by a later promise', () => {
    const expert = begin('expert', 50, receivedAt);
    const term = { parts: [{ amount: 5, unit: 'WORKING_DAY' as const }] };
    const pauses = [{ pausedAt: at('10-06', '09:00'), resumedAt: at('10-13', '09:00') }];
    const paused = pausedDeadline(calendar, term, at('10-05', '07:00'), pauses).dueAt?.toISOString() ?? '';
    const moved = workingMinutesBetween(calendar, new Date(dueAt), new Date(paused));
    expect(moved).toBeGreaterThan(0);
    expect(workingMinutesBetween(calendar, new Date(expert.dueAt ?? ''), new Date(stepUnder(calendar, expert, paused).dueAt ?? ''))).toBe(moved);
    expect(stepUnder(calendar, expert, undefined).dueAt).toBeUndefined();
    expect(stepUnder(calendar, stepUnder(calendar, expert, undefined), dueAt)).toEqual(expert);
  });
  test('of a step done again is what was left of its share, and never more', () => {
    const first = begin('expert', 50, receivedAt);
    const history = [{ at: at('10-07', '15:00').toISOString(), step: { from: 'expert', to: 'check', dueAt: first.dueAt ?? '' } }];
    const back = at('10-08', '07:00').toISOString();
    expect(local(begin('expert', 50, back, history).dueAt)).toBe('10-08T09:00');
    const late = [{ ...history[0] as (typeof history)[0], at: at('10-08', '16:00').toISOString() }];
    expect(begin('expert', 50, back, late).dueAt).toBe(back);
  });
  test('is none for a term in words only, and for the return', () => {
    expect(beginStep(calendar, { step: step('expert', 50), at: receivedAt, received: true, whole: {}, history: [] }).dueAt).toBeUndefined();
    expect(beginStep(calendar, { step: step('return', 0, 'return'), at: receivedAt, received: false, whole, history: [] }).dueAt).toBeUndefined();
  });
});

describe('warnings', () => {
  const standing = (changes: Partial<Standing> = {}): Standing =>
    ({ revision: 2, business: 4, finance: 'not-due', delivery: 'none', sync: 'local', receivedAt, ...whole, internal: begin('expert', 50, receivedAt), steps: [], historyHead: '', ...changes });
  const coming = (changes: Partial<Standing> = {}) => comingWarnings(calendar, standing(changes), []).map(({ of, threshold, from }) => `${of} ${threshold} ${local(from) ?? ''}`).toSorted();

  test('come at three quarters and at the end of the step and of the whole, in working time', () => {
    expect(coming()).toEqual(['step 100 10-07T17:00', 'step 75 10-07T09:00', 'whole 100 10-12T17:00', 'whole 75 10-09T11:00']);
  });
  test('come once, and not while the clock stands, nor before acceptance, nor when there is a result', () => {
    const given = comingWarnings(calendar, standing(), []).map(({ from: _from, ...warning }) => ({ ...warning, at: dueAt }));
    expect(comingWarnings(calendar, standing(), given)).toEqual([]);
    expect(coming({ pauses: [{ pausedAt: receivedAt }] })).toEqual([]);
    for (const business of [1, 5, 6, 8, 9, 10] as const) expect(coming({ business })).toEqual([]);
    expect(comingWarnings(calendar, { business: 2 }, [])).toEqual([]);
  });
  test('of a promise that was moved count what was added too', () => {
    const later = at('10-19', '17:00').toISOString();
    const extension = { at: receivedAt, revision: 3, previousDueAt: dueAt, dueAt: later, workingDays: 5 };
    const internal = stepUnder(calendar, begin('expert', 50, receivedAt), later);
    // 48 hours and five days: a quarter of 88 hours before Monday the 19th
    expect(coming({ dueAt: later, extension, internal })).toEqual(['step 100 10-14T17:00', 'step 75 10-14T09:00', 'whole 100 10-19T17:00', 'whole 75 10-15T09:00']);
  });
});
