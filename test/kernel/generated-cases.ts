import type { CalendarSpec, WeeklyHours, WeekSpec } from '../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import type { Term, TermPart, TermUnit } from '../../shared/kernel/working-time/term.ts';
import { calendarOf, handbookCalendar, oddWeek, saturdayWeek } from './calendars.ts';
import { between, pick } from './random.ts';

export interface ClockCase {
  /** Index into the calendars. */
  readonly calendar: number;
  readonly term: Term;
  readonly receivedAt: Date;
}

const kinds = ['OFF', 'OFF', 'COMP', 'SWAP_OFF', 'MAKEUP_WORK', 'MAKEUP_WORK'] as const;
const dayMs = 86_400_000;
const firstInstant = Date.UTC(2023, 0, 1);

const randomLines = (random: () => number): string[] => {
  const dates = new Set(Array.from({ length: between(random, 10, 120) }, () => new Date(firstInstant + between(random, 0, 900) * dayMs).toISOString().slice(0, 10)));
  return [...dates].map((date) => `${date} ${pick(random, kinds)}`);
};

const desk = { name: { vi: 'Giờ riêng', en: 'Own hours' }, source: 'test' };
/** A desk open on Saturdays for a while, then on Sundays too, and a weekday given up. */
const randomWeekly = (random: () => number): WeeklyHours[] => {
  const day = (most: number): string => new Date(firstInstant + between(random, 0, most) * dayMs).toISOString().slice(0, 10);
  const from = day(400);
  return [
    { weekday: 'saturday', periods: [{ from: '07:30', to: '11:30' }], from, to: day(400) > from ? undefined : '2024-06-30', ...desk },
    { weekday: 'sunday', periods: [{ from: '08:00', to: '10:00' }], from: day(800), ...desk },
    { weekday: 'wednesday', periods: [], from: day(200), to: '2023-12-31', ...desk },
  ];
};

/** The published calendar, and ordinary and odd weeks with days off strewn over two and a half years. */
export const generatedCalendars = (random: () => number): CalendarSpec[] => {
  const weeks: readonly WeekSpec[] = [officeWeek, saturdayWeek, oddWeek];
  const plain = Array.from({ length: 12 }, (_, index) => calendarOf(randomLines(random), weeks[index % weeks.length]));
  return [handbookCalendar, ...plain, ...plain.slice(0, 4).map((calendar) => ({ ...calendar, weekly: randomWeekly(random) }))];
};

const amounts = {
  WORKING_DAY: [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.25, 2.5, 3, 3.75, 5, 7, 10, 12.5, 15],
  DAY: [0, 0.5, 1, 1.25, 2, 2.5, 3, 5, 7, 10, 15, 20, 30],
  HOUR: [0, 0.25, 0.5, 1, 2, 3.75, 4, 4.25, 7.5, 8, 9, 16, 24],
  MONTH: [0, 0.25, 0.5, 1, 1, 1.5, 2, 3],
} as const satisfies Record<TermUnit, readonly [number, ...number[]]>;

/** Working days most often, as in the catalogue. */
const units = ['WORKING_DAY', 'WORKING_DAY', 'WORKING_DAY', 'DAY', 'HOUR', 'HOUR', 'MONTH'] as const;

const randomPart = (random: () => number): TermPart => {
  const unit = pick(random, units);
  return { amount: pick(random, amounts[unit]), unit };
};

const cutOffs = [undefined, undefined, '15:00', '10:30', '16:59', '11:30', '07:00', '18:00'] as const;

/** Around the edges of the day as often as anywhere in it. */
const randomMinute = (random: () => number): number =>
  random() < 0.5 ? between(random, 0, 1439) : pick(random, [0, 419, 420, 421, 659, 660, 661, 779, 780, 899, 900, 901, 1019, 1020, 1021, 1439]);

export const generatedCase = (random: () => number, calendars: readonly CalendarSpec[]): ClockCase => {
  const calendar = between(random, 0, calendars.length - 1);
  const from = calendar === 0 ? Date.UTC(2020, 0, 1) : firstInstant;
  const days = calendar === 0 ? 2500 : 800;
  const cutOff = pick(random, cutOffs);
  const parts = Array.from({ length: pick(random, [1, 1, 1, 1, 2, 2, 3]) }, () => randomPart(random));
  const receivedAt = new Date(from + between(random, 0, days) * dayMs + randomMinute(random) * 60_000 - 7 * 3_600_000 + between(random, 0, 59_999));
  // drawn from what is there already, so that the other cases of the seed stay as they were
  const lateEndsAt = cutOff !== undefined && receivedAt.getTime() % 3 === 0 ? { lateEndsAt: receivedAt.getTime() % 2 === 0 ? '09:00' : '16:15' } : {};
  return { calendar, term: cutOff === undefined ? { parts } : { parts, cutOff, ...lateEndsAt }, receivedAt };
};
