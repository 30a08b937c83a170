import { describe, expect, test } from 'vitest';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { atLocal } from '../../shared/kernel/vietnam-time.ts';
import { CalendarSpec, compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline, ShiftDay } from '../../shared/kernel/working-time/deadline.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import { Term, type TermPart, type TermUnit } from '../../shared/kernel/working-time/term.ts';
import { calendarOf, handbookCalendar, saturdayWeek } from './calendars.ts';

const calendar = compileCalendar(handbookCalendar);
const part = (amount: number, unit: TermUnit): TermPart => ({ amount, unit });
/** `2026-03-02 09:00`, a local time. */
const at = (local: string): Date => atLocal(local.slice(0, 10), local.slice(11));
const due = (received: string, parts: TermPart[], cutOff?: string): Date =>
  deadline(calendar, cutOff === undefined ? { parts } : { parts, cutOff }, at(received)).dueAt;

describe('units of a term', () => {
  test.each<[string, string, TermPart[], string | undefined, string]>([
    ['0 working days is the same day', '2026-03-02 09:00', [part(0, 'WORKING_DAY')], '15:00', '2026-03-02 17:00'],
    ['a minute before the cut-off', '2026-03-02 14:59', [part(0, 'WORKING_DAY')], '15:00', '2026-03-02 17:00'],
    ['on the stroke of the cut-off', '2026-03-02 15:00', [part(0, 'WORKING_DAY')], '15:00', '2026-03-03 17:00'],
    ['another procedure, another cut-off', '2026-03-02 15:00', [part(0, 'WORKING_DAY')], '16:00', '2026-03-02 17:00'],
    ['a Friday after the cut-off', '2026-03-06 15:00', [part(0, 'WORKING_DAY')], '15:00', '2026-03-09 17:00'],
    ['received on a Sunday', '2026-03-01 10:00', [part(1, 'WORKING_DAY')], undefined, '2026-03-03 17:00'],
    ['received in the evening', '2026-03-02 20:00', [part(1, 'WORKING_DAY')], undefined, '2026-03-04 17:00'],
    ['received before opening', '2026-03-02 05:00', [part(1, 'WORKING_DAY')], undefined, '2026-03-03 17:00'],
    ['2.5 working days end at noon of the third', '2026-03-02 09:00', [part(2.5, 'WORKING_DAY')], undefined, '2026-03-05 11:00'],
    ['half a working day', '2026-03-02 09:00', [part(0.5, 'WORKING_DAY')], undefined, '2026-03-03 11:00'],
    ['a quarter of one', '2026-03-02 09:00', [part(0.25, 'WORKING_DAY')], undefined, '2026-03-03 09:00'],
    ['three quarters', '2026-03-02 09:00', [part(0.75, 'WORKING_DAY')], undefined, '2026-03-03 15:00'],
    ['8 hours are a day', '2026-03-02 09:00', [part(8, 'HOUR')], undefined, '2026-03-03 09:00'],
    ['8 hours from opening end that day', '2026-03-02 07:00', [part(8, 'HOUR')], undefined, '2026-03-02 17:00'],
    ['lunch is skipped', '2026-03-02 10:30', [part(1, 'HOUR')], undefined, '2026-03-02 13:30'],
    ['hours received at lunch start at one', '2026-03-02 11:30', [part(2, 'HOUR')], undefined, '2026-03-02 15:00'],
    ['hours over a weekend', '2026-03-06 16:00', [part(2, 'HOUR')], undefined, '2026-03-09 08:00'],
    ['plain days end on a working day', '2026-03-02 09:00', [part(5, 'DAY')], undefined, '2026-03-09 17:00'],
    ['plain days run through a weekend', '2026-03-02 09:00', [part(7, 'DAY')], undefined, '2026-03-09 17:00'],
    ['plain days ending in Tết', '2026-02-13 09:00', [part(5, 'DAY')], undefined, '2026-02-23 17:00'],
    ['a month, same number', '2026-03-02 09:00', [part(1, 'MONTH')], undefined, '2026-04-02 17:00'],
    ['a month from the 31st', '2026-03-31 09:00', [part(1, 'MONTH')], undefined, '2026-05-04 17:00'],
    ['half a month is 15 days', '2026-03-02 09:00', [part(0.5, 'MONTH')], undefined, '2026-03-17 17:00'],
    ['commune then district', '2026-03-02 09:00', [part(3, 'WORKING_DAY'), part(5, 'WORKING_DAY')], undefined, '2026-03-12 17:00'],
    ['half and half are one', '2026-03-02 09:00', [part(0.5, 'WORKING_DAY'), part(0.5, 'WORKING_DAY')], undefined, '2026-03-03 17:00'],
    ['hours after days start next morning', '2026-03-02 09:00', [part(1, 'WORKING_DAY'), part(2, 'HOUR')], undefined, '2026-03-04 09:00'],
    ['days after hours do not count their day', '2026-03-02 09:00', [part(4, 'HOUR'), part(1, 'WORKING_DAY')], undefined, '2026-03-03 17:00'],
    ['a worked Saturday counts', '2026-01-09 09:00', [part(1, 'WORKING_DAY')], undefined, '2026-01-10 17:00'],
  ])('%s', (_, received, parts, cutOff, expected) => {
    expect(due(received, parts, cutOff)).toEqual(at(expected));
  });

  test('Saturday desks are one working day that ends in the morning', () => {
    const desks = compileCalendar(calendarOf([], saturdayWeek));
    expect(deadline(desks, { parts: [part(1, 'WORKING_DAY')] }, at('2026-03-06 09:00')).dueAt).toEqual(at('2026-03-07 11:30'));
    expect(deadline(desks, { parts: [part(2, 'WORKING_DAY')] }, at('2026-03-06 09:00')).dueAt).toEqual(at('2026-03-09 17:00'));
  });

  test('the day of receipt is a day of Việt Nam, not of UTC', () => {
    expect(due('2026-03-03 06:59', [part(1, 'WORKING_DAY')])).toEqual(at('2026-03-04 17:00'));
    expect(deadline(calendar, { parts: [part(1, 'WORKING_DAY')] }, new Date('2026-03-02T23:59:59Z')).dueAt).toEqual(at('2026-03-04 17:00'));
  });
});

describe('the days that moved a date', () => {
  test('their number is the distance between the date and the term', () => {
    const result = deadline(calendar, { parts: [part(20, 'WORKING_DAY')] }, at('2026-04-20 09:00'));
    const span = (result.dueAt.getTime() - result.receivedAt.getTime()) / 86_400_000;
    expect(Math.floor(span)).toBe(20 + result.shiftedBy.length);
    for (const day of result.shiftedBy) expect(ShiftDay.parse(day)).toEqual(day);
  });

  test('plain days are moved by their last day only', () => {
    const result = deadline(calendar, { parts: [part(5, 'DAY')] }, at('2026-03-02 09:00'));
    expect(result.shiftedBy.map(({ date }) => date)).toEqual(['2026-03-07', '2026-03-08']);
  });

  test('an evening is explained like a cut-off', () => {
    const result = deadline(calendar, { parts: [part(1, 'WORKING_DAY')] }, at('2026-03-02 20:00'));
    expect(result.receivedAt).toEqual(at('2026-03-03 07:00'));
    expect(result.shiftedBy).toMatchObject([{ date: '2026-03-02', reason: 'cut-off', name: { en: 'Received after working hours' } }]);
  });
});

describe('what the clock refuses', () => {
  const code = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return error instanceof DomainError ? error.code : 'other';
    }
    return 'none';
  };

  test.each([
    ['a receipt before the calendar', '1999-01-01 09:00', part(1, 'DAY')],
    ['a receipt in the far future', '9999-12-31 23:59', part(1, 'DAY')],
    ['a term out of the calendar', '2026-03-02 09:00', part(1000, 'MONTH')],
    ['working days out of the calendar', '2032-12-30 09:00', part(5, 'WORKING_DAY')],
    ['hours out of the calendar', '2032-12-30 09:00', part(1000, 'HOUR')],
    ['a last plain day off at the very end', '2032-12-31 09:00', part(1, 'DAY')],
  ])('%s', (_, received, one) => {
    expect(code(() => due(received, [one]))).toBe('calendar.out-of-range');
  });

  test('a calendar without a working day', () => {
    const never = compileCalendar(calendarOf([], { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [], makeup: [] }));
    expect(code(() => deadline(never, { parts: [part(1, 'WORKING_DAY')] }, at('2026-03-02 09:00')))).toBe('calendar.out-of-range');
    expect(code(() => deadline(never, { parts: [part(1, 'HOUR')] }, at('2026-03-02 09:00')))).toBe('calendar.out-of-range');
  });

  test.each([
    ['a negative amount', { parts: [part(-1, 'DAY')] }],
    ['a third of a day', { parts: [part(1 / 3, 'DAY')] }],
    ['no part', { parts: [] }],
    ['seven parts', { parts: Array.from({ length: 7 }, () => part(1, 'DAY')) }],
    ['an hour that is none', { parts: [part(1, 'DAY')], cutOff: '24:00' }],
    ['infinity', { parts: [part(Number.POSITIVE_INFINITY, 'DAY')] }],
  ])('%s as a term', (_, term) => {
    expect(Term.safeParse(term).success).toBe(false);
  });

  test.each([
    ['a day twice', { ...calendarOf([]), days: [...calendarOf(['2026-01-01 OFF']).days, ...calendarOf(['2026-01-01 COMP']).days] }],
    ['a period that ends before it begins', { week: { ...officeWeek, monday: [{ from: '11:00', to: '07:00' }] }, days: [] }],
    ['periods that overlap', { week: { ...officeWeek, monday: [{ from: '07:00', to: '12:00' }, { from: '11:00', to: '17:00' }] }, days: [] }],
    ['a day that does not exist', { week: officeWeek, days: [{ date: '2026-02-30', kind: 'OFF', name: { vi: 'x', en: 'x' }, source: 'x', confirmed: true }] }],
  ])('%s in a calendar', (_, spec) => {
    expect(CalendarSpec.safeParse(spec).success).toBe(false);
  });
});
