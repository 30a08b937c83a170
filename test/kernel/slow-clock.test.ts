import { describe, expect, test } from 'vitest';
import { compileCalendar, type CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import type { WorkingTimeRules } from '../../shared/kernel/working-time/rules.ts';
import type { Term } from '../../shared/kernel/working-time/term.ts';
import { vietnamRules } from '../../shared/kernel/working-time/vietnam-rules.ts';
import { generatedCalendars, generatedCase, type ClockCase } from './generated-cases.ts';
import { seededRandom } from './random.ts';
import { slowDeadline, type SlowDeadline } from './slow-clock.ts';

const seed = 20261122;
const count = 12_000;
const random = seededRandom(seed);
const specs = generatedCalendars(random);
const cases = Array.from({ length: count }, () => generatedCase(random, specs));
const specOf = (clockCase: ClockCase): CalendarSpec => {
  const spec = specs[clockCase.calendar];
  if (spec === undefined) throw new RangeError('no such calendar');
  return spec;
};
const expected = cases.map((clockCase) => slowDeadline(specOf(clockCase), clockCase.term, clockCase.receivedAt));

type Answer = (clockCase: ClockCase) => SlowDeadline;
const describeCase = (clockCase: ClockCase): string => `${clockCase.calendar} ${JSON.stringify(clockCase.term)} ${clockCase.receivedAt.toISOString()}`;
const disagreements = (answer: Answer): string[] =>
  cases.flatMap((clockCase, index) => {
    const slow = expected[index];
    const fast = answer(clockCase);
    const agree = slow !== undefined && fast.dueAt.getTime() === slow.dueAt.getTime() && fast.receivedAt.getTime() === slow.receivedAt.getTime();
    return agree ? [] : [`${describeCase(clockCase)}: ${fast.receivedAt.toISOString()} ${fast.dueAt.toISOString()}, slowly ${slow?.receivedAt.toISOString()} ${slow?.dueAt.toISOString()}`];
  });

const answering = (rules: WorkingTimeRules, change: (spec: CalendarSpec) => CalendarSpec = (spec) => spec): Answer => {
  const calendars = specs.map((spec) => compileCalendar(change(spec), rules));
  return ({ calendar, term, receivedAt }) => {
    const compiled = calendars[calendar];
    if (compiled === undefined) throw new RangeError('no such calendar');
    return deadline(compiled, term, receivedAt);
  };
};
const right = answering(vietnamRules);

describe('the clock against one that walks minute by minute', () => {
  test(`${count} generated cases agree (seed ${seed})`, () => {
    const wrong = disagreements(right);
    process.stdout.write(`legal clock: ${count} cases, ${count - wrong.length} agree with the slow clock, seed ${seed}\n`);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  const moved = (by: number): Answer => (clockCase) => {
    const { receivedAt, dueAt } = right(clockCase);
    return { receivedAt, dueAt: new Date(dueAt.getTime() + by) };
  };
  const changedTerm = (change: (term: Term) => Term): Answer => (clockCase) => right({ ...clockCase, term: change(clockCase.term) });
  const withoutMakeup = (spec: CalendarSpec): CalendarSpec => ({ ...spec, days: spec.days.filter(({ kind }) => kind !== 'MAKEUP_WORK') });
  const withoutCompensation = (spec: CalendarSpec): CalendarSpec => ({ ...spec, days: spec.days.filter(({ kind }) => kind !== 'COMP') });
  const noLunch = (spec: CalendarSpec): CalendarSpec => ({ ...spec, week: { ...spec.week, thursday: [{ from: '07:00', to: '15:00' }] } });

  test.each<[string, Answer]>([
    ['one minute late', moved(60_000)],
    ['one day early', moved(-86_400_000)],
    ['the day of receipt counted', answering({ ...vietnamRules, dayOfReceipt: { ...vietnamRules.dayOfReceipt, counted: true } })],
    ['the cut-off hour itself still in time', answering({ ...vietnamRules, cutOff: { ...vietnamRules.cutOff, atTheHourIsLate: false } })],
    ['the cut-off forgotten', changedTerm(({ parts }) => ({ parts }))],
    ['the hour of late arrivals forgotten', changedTerm(({ parts, cutOff }) => (cutOff === undefined ? { parts } : { parts, cutOff }))],
    ['evenings counted as the same day', answering({ ...vietnamRules, receivedAfterClosing: { ...vietnamRules.receivedAfterClosing, countsAs: 'same-day' } })],
    ['Sundays accepted as days of receipt', answering({ ...vietnamRules, receivedOnDayOff: { ...vietnamRules.receivedOnDayOff, countsAs: 'same-day' } })],
    ['a term ending on a day off', answering({ ...vietnamRules, lastDayOff: { ...vietnamRules.lastDayOff, endsOn: 'last-day' } })],
    ['the last day until midnight', answering({ ...vietnamRules, endOfLastDay: { ...vietnamRules.endOfLastDay, at: 'midnight' } })],
    ['half a month of 14 days', answering({ ...vietnamRules, month: { ...vietnamRules.month, daysForFractions: 28 } })],
    ['worked Saturdays forgotten', answering(vietnamRules, withoutMakeup)],
    ['days off in lieu forgotten', answering(vietnamRules, withoutCompensation)],
    ['no lunch on Thursdays', answering(vietnamRules, noLunch)],
    ['parts in the wrong order', changedTerm((term) => ({ ...term, parts: term.parts.toReversed() }))],
    ['only the first part', changedTerm((term) => ({ ...term, parts: term.parts.slice(0, 1) }))],
  ])('notices %s', (_, answer) => {
    expect(disagreements(answer).length).toBeGreaterThan(0);
  });
});
