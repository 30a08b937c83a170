import { describe, expect, test } from 'vitest';
import { atLocal } from '../../shared/kernel/vietnam-time.ts';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { pausedDeadline, type Pause } from '../../shared/kernel/working-time/pause.ts';
import type { Term, TermUnit } from '../../shared/kernel/working-time/term.ts';
import { vietnamRules } from '../../shared/kernel/working-time/vietnam-rules.ts';
import { handbookCalendar } from './calendars.ts';
import { between, pick, seededRandom } from './random.ts';
import { slowPausedDueAt, type SlowPausedTerm } from './slow-pause.ts';

const calendar = compileCalendar(handbookCalendar);
const at = (local: string): Date => atLocal(local.slice(0, 10), local.slice(11));
const term = (amount: number, unit: TermUnit): Term => ({ parts: [{ amount, unit }] });
const received = at('2026-03-02 09:00');
const pause = (pausedAt: string, resumedAt?: string): Pause => (resumedAt === undefined ? { pausedAt: at(pausedAt) } : { pausedAt: at(pausedAt), resumedAt: at(resumedAt) });

describe('pause and resume', () => {
  test('without a pause it is the plain deadline', () => {
    const plain = deadline(calendar, term(5, 'WORKING_DAY'), received);
    expect(pausedDeadline(calendar, term(5, 'WORKING_DAY'), received, [])).toEqual({ ...plain, state: 'running', used: [], remaining: term(5, 'WORKING_DAY').parts });
  });

  test('while the clock stands there is no date', () => {
    const result = pausedDeadline(calendar, term(5, 'WORKING_DAY'), received, [pause('2026-03-04 10:00')]);
    expect(result).toMatchObject({ state: 'paused', used: [{ amount: 2 }], remaining: [{ amount: 3 }] });
    expect(result.dueAt).toBeUndefined();
  });

  test.each<[string, Term, Pause[], string, number[], number[]]>([
    ['resumed the same day it changes nothing', term(5, 'WORKING_DAY'), [pause('2026-03-04 10:00', '2026-03-04 11:00')], '2026-03-09 17:00', [2], [3]],
    ['resumed on a Sunday it goes on as from Monday', term(5, 'WORKING_DAY'), [pause('2026-03-04 10:00', '2026-03-08 11:00')], '2026-03-12 17:00', [2], [3]],
    ['paused on a Saturday nothing of it is used', term(7, 'WORKING_DAY'), [pause('2026-03-07 10:00', '2026-03-09 09:00')], '2026-03-12 17:00', [4], [3]],
    ['paused on the day of receipt nothing is used', term(5, 'WORKING_DAY'), [pause('2026-03-02 10:00', '2026-03-10 09:00')], '2026-03-17 17:00', [0], [5]],
    ['paused on the last day it is due the day it goes on', term(2, 'WORKING_DAY'), [pause('2026-03-04 16:00', '2026-03-10 09:00')], '2026-03-10 17:00', [2], [0]],
    ['paused too late it stays due when it was', term(2, 'WORKING_DAY'), [pause('2026-03-05 09:00', '2026-03-10 09:00')], '2026-03-04 17:00', [2], []],
    ['twice', term(10, 'WORKING_DAY'), [pause('2026-03-04 10:00', '2026-03-06 09:00'), pause('2026-03-10 09:00', '2026-03-12 09:00')], '2026-03-20 17:00', [4], [6]],
    ['plain days', term(10, 'DAY'), [pause('2026-03-07 10:00', '2026-03-10 09:00')], '2026-03-16 17:00', [5], [5]],
    ['hours to the minute', term(8, 'HOUR'), [pause('2026-03-02 10:20', '2026-03-04 14:00')], '2026-03-05 10:40', [80 / 60], [8 - 80 / 60]],
    ['half days', term(2.5, 'WORKING_DAY'), [pause('2026-03-03 10:00', '2026-03-10 09:00')], '2026-03-12 11:00', [1], [1.5]],
    ['a month goes on as its days', term(1, 'MONTH'), [pause('2026-03-12 10:00', '2026-03-20 09:00')], '2026-04-10 17:00', [10], [21]],
    ['commune done, district cut', { parts: [{ amount: 2, unit: 'WORKING_DAY' }, { amount: 5, unit: 'WORKING_DAY' }] }, [pause('2026-03-06 10:00', '2026-03-11 09:00')], '2026-03-16 17:00', [2, 2], [3]],
  ])('%s', (_, given, pauses, due, used, remaining) => {
    const result = pausedDeadline(calendar, given, received, pauses);
    expect(result.dueAt).toEqual(at(due));
    expect(result.used.map(({ amount }) => amount)).toEqual(used);
    expect(result.remaining.map(({ amount }) => amount)).toEqual(remaining);
  });

  test('a supplement after the cut-off goes on as from the next working day', () => {
    const given: Term = { ...term(5, 'WORKING_DAY'), cutOff: '15:00' };
    const result = pausedDeadline(calendar, given, received, [pause('2026-03-04 10:00', '2026-03-10 15:00')]);
    expect(result.dueAt).toEqual(at('2026-03-16 17:00'));
    expect(result.shiftedBy[0]).toMatchObject({ date: '2026-03-10', reason: 'cut-off' });
  });

  test.each([
    ['a pause before the receipt', [pause('2026-03-01 10:00')]],
    ['an end before its beginning', [pause('2026-03-04 10:00', '2026-03-03 10:00')]],
    ['a pause within a pause', [pause('2026-03-04 10:00', '2026-03-09 10:00'), pause('2026-03-05 10:00')]],
    ['a pause after an open one', [pause('2026-03-04 10:00'), pause('2026-03-05 10:00')]],
  ])('refuses %s', (_, pauses) => {
    expect(() => pausedDeadline(calendar, term(5, 'WORKING_DAY'), received, pauses)).toThrow('pause.out-of-order');
  });
});

interface PausedCase {
  readonly given: SlowPausedTerm;
  readonly receivedAt: Date;
  readonly pauses: readonly Required<Pause>[];
}

const seed = 731;
const random = seededRandom(seed);
const minute = 60_000;
const later = (instant: Date, days: number): Date => new Date(instant.getTime() + between(random, 0, days * 1440) * minute);
const pausedCase = (): PausedCase => {
  const receivedAt = new Date(Date.UTC(2026, 0, 1) + between(random, 0, 300 * 1440) * minute);
  const given: SlowPausedTerm = { amount: between(random, 0, 15), unit: pick(random, ['WORKING_DAY', 'DAY']), ...(random() < 0.5 ? {} : { cutOff: '15:00' }) };
  const pauses: Required<Pause>[] = [];
  for (let left = between(random, 0, 3), from = receivedAt; left > 0; left--) {
    const pausedAt = later(from, 8);
    from = later(pausedAt, 12);
    pauses.push({ pausedAt, resumedAt: from });
  }
  return { given, receivedAt, pauses };
};
const cases = Array.from({ length: 2000 }, pausedCase);
const expected = cases.map(({ given, receivedAt, pauses }) => slowPausedDueAt(handbookCalendar, given, receivedAt, pauses).getTime());

const disagreeing = (compiled: typeof calendar): string[] =>
  cases.flatMap(({ given, receivedAt, pauses }, index) => {
    const asked: Term = { parts: [{ amount: given.amount, unit: given.unit }], ...(given.cutOff === undefined ? {} : { cutOff: given.cutOff }) };
    const { dueAt } = pausedDeadline(compiled, asked, receivedAt, pauses);
    return dueAt?.getTime() === expected[index] ? [] : [`${JSON.stringify({ asked, receivedAt, pauses })}: ${dueAt?.toISOString()}, slowly ${new Date(expected[index] ?? 0).toISOString()}`];
  });

describe('pauses against days struck from a list', () => {
  test(`2000 generated cases agree (seed ${seed})`, () => {
    expect(disagreeing(calendar).slice(0, 3)).toEqual([]);
  });

  test.each([
    ['the day of pause forgotten', { ...vietnamRules, pause: { ...vietnamRules.pause, dayOfPauseUsed: false } }],
    ['the day of resume counted', { ...vietnamRules, pause: { ...vietnamRules.pause, dayOfResumeCounted: true } }],
  ])('notices %s', (_, rules) => {
    expect(disagreeing(compileCalendar(handbookCalendar, rules)).length).toBeGreaterThan(0);
  });

  test('a pause never brings a date forward', () => {
    for (const { given, receivedAt, pauses } of cases) {
      const asked: Term = { parts: [{ amount: given.amount, unit: given.unit }] };
      const due = pausedDeadline(calendar, asked, receivedAt, pauses).dueAt ?? new Date(0);
      expect(due.getTime()).toBeGreaterThanOrEqual(deadline(calendar, asked, receivedAt).dueAt.getTime());
    }
  });
});
