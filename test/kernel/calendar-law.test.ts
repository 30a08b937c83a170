import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { CalendarSpec, type CalendarDay } from '../../shared/kernel/working-time/calendar.ts';

/**
 * The seeded calendar against the `date-holidays` package, an independent computation of the days the Labour Code
 * fixes (solar dates, and lunar ones by astronomy). What the package cannot know is listed here with its reason, and
 * the list must be exactly that: neither a missing nor a stale line passes.
 */
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const seeded = CalendarSpec.parse(JSON.parse(readFileSync(new URL('../../infra/local/seed/calendar.json', import.meta.url), 'utf8')));

const dayMs = 86_400_000;
const plusDays = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());

interface LawDay {
  readonly date: string;
  readonly name: string;
}

const computed: readonly LawDay[] = years.flatMap((year) =>
  new Holidays('VN').getHolidays(year, 'vi').filter(({ type }) => type === 'public').flatMap(({ date, start, end, name }) =>
    Array.from({ length: Math.round((end.getTime() - start.getTime()) / dayMs) }, (_, i) => ({ date: plusDays(date.slice(0, 10), i), name }))));
const computedDates = new Set(computed.map(({ date }) => date));

const lawYear = (date: string): number => Number(date.slice(0, 4));
const isTet = ({ name }: LawDay): boolean => name.includes('Nguyên Đán');

/** What the notice of a year says and arithmetic cannot. */
const reasons = {
  tet: 'which days before and after the first of the lunar year are off is chosen by the notice of each year',
  nationalDay: 'since 2021 National Day has a second day, before or after 2/9, chosen by the notice (Labour Code 2019, Art. 112)',
  cultureDay: '24/11 is a holiday since 01/07/2026 (Resolution 28/2026/QH16); the package does not know it yet',
  notTaken: 'the package always counts five days from the eve; the notice of the year chose others',
} as const;

const expectedDifferences: Readonly<Record<string, { readonly side: 'calendar' | 'package'; readonly why: keyof typeof reasons }>> = Object.fromEntries([
  ...['2020-01-23', '2020-01-29', '2021-02-10', '2021-02-16', '2023-01-20', '2023-01-26', '2024-02-08', '2024-02-14', '2025-01-27', '2027-02-04', '2027-02-10']
    .map((date) => [date, { side: 'calendar', why: 'tet' }] as const),
  ...['2021-09-03', '2022-09-01', '2023-09-01', '2024-09-03', '2025-09-01', '2026-09-01', '2027-09-03'].map((date) => [date, { side: 'calendar', why: 'nationalDay' }] as const),
  ...['2026-11-24', '2027-11-24'].map((date) => [date, { side: 'calendar', why: 'cultureDay' }] as const),
  ['2025-02-01', { side: 'package', why: 'notTaken' }] as const,
]);

const differences = (days: readonly CalendarDay[]): Record<string, 'calendar' | 'package'> => {
  const listed = new Set(days.filter(({ kind }) => kind === 'OFF').map(({ date }) => date));
  return Object.fromEntries([
    ...[...listed].filter((date) => !computedDates.has(date)).map((date) => [date, 'calendar'] as const),
    ...[...computedDates].filter((date) => !listed.has(date)).map((date) => [date, 'package'] as const),
  ]);
};
const expectedSides = Object.fromEntries(Object.entries(expectedDifferences).map(([date, { side }]) => [date, side]));

/** Labour Code 2019, Art. 111.3: a holiday on a weekly rest day is made up for on the next working day. Tết is settled by its notice. */
const daysInLieu = (days: readonly CalendarDay[]): string[] => {
  const off = new Set(days.filter(({ kind }) => kind === 'OFF').map(({ date }) => date));
  const inLieu: string[] = [];
  for (const { date } of computed.filter((day) => !isTet(day) && isWeekend(day.date))) {
    let next = plusDays(date, 1);
    while (isWeekend(next) || off.has(next) || inLieu.includes(next)) next = plusDays(next, 1);
    inLieu.push(next);
  }
  return inLieu.toSorted();
};

/** Days lost to work in a year: on weekdays off, less the weekend days worked in exchange. */
const lostDays = (days: readonly CalendarDay[], year: number): number =>
  days.filter(({ date, kind }) => lawYear(date) === year && kind !== 'MAKEUP_WORK' && !isWeekend(date)).length -
  days.filter(({ date, kind }) => lawYear(date) === year && kind === 'MAKEUP_WORK').length;

describe('the seeded calendar against the law', () => {
  test('holidays are those of the package, but for the listed differences', () => {
    expect(differences(seeded.days)).toEqual(expectedSides);
    const counts = Object.entries(reasons).map(([why, reason]) => `${Object.values(expectedDifferences).filter((difference) => difference.why === why).length} days: ${reason}`);
    process.stdout.write(`calendar 2020-2027: ${computedDates.size} computed holidays, ${Object.keys(expectedDifferences).length} differences\n  ${counts.join('\n  ')}\n`);
  });

  test('the first day of the lunar year and the tenth of the third month are off in every year', () => {
    const off = new Set(seeded.days.map(({ date }) => date));
    const lunar = computed.filter(({ name }) => name === 'Tết Nguyên Đán' || name.includes('Hùng Vương'));
    expect(lunar.length).toBe(2 * years.length);
    for (const { date } of lunar) expect(off).toContain(date);
  });

  test('days off in lieu are those the Labour Code gives', () => {
    expect(seeded.days.filter(({ kind }) => kind === 'COMP').map(({ date }) => date)).toEqual(daysInLieu(seeded.days));
  });

  test.each(years)('%i has the number of holidays of its law', (year) => {
    expect(lostDays(seeded.days, year)).toBe(year === 2020 ? 10 : year < 2026 ? 11 : 12);
  });

  test('an exchange takes a weekday and gives a Saturday', () => {
    const swapped = seeded.days.filter(({ kind }) => kind === 'SWAP_OFF');
    const worked = seeded.days.filter(({ kind }) => kind === 'MAKEUP_WORK');
    expect(swapped.map(({ date }) => lawYear(date))).toEqual(worked.map(({ date }) => lawYear(date)));
    for (const { date } of swapped) expect(isWeekend(date)).toBe(false);
    for (const { date } of worked) expect(new Date(date).getUTCDay()).toBe(6);
  });

  test('every day says where it is from, and a day outside these years is not in it', () => {
    for (const { source, date } of seeded.days) {
      expect(source.length).toBeGreaterThan(3);
      // people read it beside the day, on pages in both languages: Vietnamese, and nothing about how the row was made
      expect(source).not.toMatch(/\b(computed|rules|of|the|as|by|in force|MIT|not)\b|\|/i);
      expect(years).toContain(lawYear(date));
    }
  });

  test.each(['2020-04-02', '2022-02-02', '2026-11-24', '2025-04-07'])('the comparison notices %s missing', (date) => {
    const mutated = seeded.days.filter((day) => day.date !== date);
    expect(differences(mutated)).not.toEqual(expectedSides);
  });

  test('the comparison notices a holiday a day off and a day in lieu forgotten', () => {
    const moved = seeded.days.map((day) => (day.date === '2024-04-18' ? { ...day, date: '2024-04-19' } : day));
    expect(differences(moved)).not.toEqual(expectedSides);
    const forgotten = seeded.days.filter(({ date }) => date !== '2022-05-03');
    expect(forgotten.filter(({ kind }) => kind === 'COMP').map(({ date }) => date)).not.toEqual(daysInLieu(forgotten));
    expect(lostDays(forgotten, 2022)).not.toBe(11);
  });
});
