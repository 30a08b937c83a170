import { describe, expect, test } from 'vitest';
import { atLocal, localDate } from '../../shared/kernel/vietnam-time.ts';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { pausedDeadline } from '../../shared/kernel/working-time/pause.ts';
import type { Term } from '../../shared/kernel/working-time/term.ts';
import { calendarOf, handbookCalendar, handbookDays } from './calendars.ts';

const calendar = compileCalendar(handbookCalendar);
const workingDays = (amount: number): Term => ({ parts: [{ amount, unit: 'WORKING_DAY' }] });

describe('the dates published for the clock', () => {
  test.each([
    ['2020-10-05', '09:00', workingDays(5), '2020-10-12'],
    ['2020-10-02', '10:00', workingDays(3), '2020-10-07'],
    ['2020-10-02', '15:30', { ...workingDays(3), cutOff: '15:00' }, '2020-10-08'],
    ['2021-02-09', '10:00', workingDays(5), '2021-02-23'],
    ['2024-04-26', '10:00', workingDays(3), '2024-05-04'],
    ['2026-08-21', '10:00', workingDays(7), '2026-09-03'],
  ] as const)('%s %s, %o: due %s', (date, time, term, due) => {
    const result = deadline(calendar, { ...term, parts: [...term.parts] }, atLocal(date, time));
    expect(result.dueAt).toEqual(atLocal(due, '17:00'));
  });

  test('ten working days, three used before a pause, seven left after it', () => {
    const pauses = [{ pausedAt: atLocal('2020-10-08', '10:00'), resumedAt: atLocal('2020-10-14', '09:00') }];
    const result = pausedDeadline(calendar, workingDays(10), atLocal('2020-10-05', '09:00'), pauses);
    expect(result.used).toEqual([{ amount: 3, unit: 'WORKING_DAY' }]);
    expect(result.remaining).toEqual([{ amount: 7, unit: 'WORKING_DAY' }]);
    expect(result.dueAt).toEqual(atLocal('2020-10-23', '17:00'));
  });

  test('what is received after the cut-off starts in law on Monday, and the answer says why', () => {
    const result = deadline(calendar, { ...workingDays(3), cutOff: '15:00' }, atLocal('2020-10-02', '15:30'));
    expect(localDate(result.receivedAt)).toBe('2020-10-05');
    expect(result.shiftedBy.map(({ date, reason }) => [date, reason])).toEqual([
      ['2020-10-02', 'cut-off'],
      ['2020-10-03', 'weekly-rest'],
      ['2020-10-04', 'weekly-rest'],
    ]);
  });

  test('holidays, swaps and worked Saturdays are named with the source of the notice', () => {
    const result = deadline(calendar, workingDays(7), atLocal('2026-08-21', '10:00'));
    expect(result.shiftedBy.map(({ date, reason }) => `${date} ${reason}`)).toEqual([
      '2026-08-22 makeup-work', '2026-08-23 weekly-rest', '2026-08-29 weekly-rest', '2026-08-30 weekly-rest',
      '2026-08-31 swap-off', '2026-09-01 holiday', '2026-09-02 holiday',
    ]);
    expect(result.shiftedBy[0]).toMatchObject({ name: { vi: 'Ngày 2026-08-22' }, source: 'Thông báo 2026' });
  });

  test.each([
    ['2021-02-16 OFF', '2021-02-09', workingDays(5), '2021-02-23'],
    ['2024-05-04 MAKEUP_WORK', '2024-04-26', workingDays(3), '2024-05-04'],
    ['2026-08-31 SWAP_OFF', '2026-08-21', workingDays(7), '2026-09-03'],
  ] as const)('without %s the date would be another', (left, received, term, due) => {
    const lines = handbookDays.map((line) => (line === '2021-02-10..16 OFF' && left === '2021-02-16 OFF' ? '2021-02-10..15 OFF' : line)).filter((line) => line !== left);
    const result = deadline(compileCalendar(calendarOf(lines)), term, atLocal(received, '10:00'));
    expect(localDate(result.dueAt)).not.toBe(due);
  });
});
