import * as z from 'zod';
import { Localised } from '../localised.ts';
import { dateOfDayNumber, dayNumberOf, IsoDate, minuteOfDay, TimeOfDay } from '../vietnam-time.ts';
import type { WorkingTimeRules } from './rules.ts';
import type { ShiftDay } from './shift-day.ts';
import { vietnamRules } from './vietnam-rules.ts';

/** Working hours without a break, `{ from: '07:00', to: '11:00' }`; the last minute is the one before `to`. */
const WorkingPeriod = /* @__PURE__ */ z
  .object({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => minuteOfDay(from) < minuteOfDay(to), 'period.empty')
  .meta({ title: 'Working period', examples: [{ from: '07:00', to: '11:00' }] });

/** The working hours of one day: none (a day off), one period, or a morning and an afternoon. */
const DayPeriods = /* @__PURE__ */ z
  .array(WorkingPeriod)
  .max(2)
  .refine(([first, second]) => first === undefined || second === undefined || minuteOfDay(first.to) <= minuteOfDay(second.from), 'period.overlap');
type DayPeriods = z.infer<typeof DayPeriods>;

/** The ordinary week, and the hours of a day worked in exchange for another. */
export const WeekSpec = /* @__PURE__ */ z
  .object({
    monday: DayPeriods,
    tuesday: DayPeriods,
    wednesday: DayPeriods,
    thursday: DayPeriods,
    friday: DayPeriods,
    saturday: DayPeriods,
    sunday: DayPeriods,
    makeup: DayPeriods,
  })
  .meta({ title: 'Working week' });
export type WeekSpec = z.infer<typeof WeekSpec>;

/** OFF holiday, COMP day off in lieu, SWAP_OFF working day turned into a day off, MAKEUP_WORK day off turned into a working day. */
export const CalendarDayKind = /* @__PURE__ */ z.enum(['OFF', 'COMP', 'SWAP_OFF', 'MAKEUP_WORK']);
export type CalendarDayKind = z.infer<typeof CalendarDayKind>;

/** One exception to the week, as the notice of the year says it. */
export const CalendarDay = /* @__PURE__ */ z
  .object({
    date: IsoDate,
    kind: CalendarDayKind,
    name: Localised,
    source: z.string().min(1),
    /** A published notice was read; otherwise the day was computed or repeated from elsewhere. */
    confirmed: z.boolean(),
  })
  .meta({ title: 'Calendar day' });
export type CalendarDay = z.infer<typeof CalendarDay>;

export const Weekday = /* @__PURE__ */ z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export type Weekday = z.infer<typeof Weekday>;

/** Other hours than the ordinary week's on one weekday, between two days: a desk that is open on Saturday mornings. */
export const WeeklyHours = /* @__PURE__ */ z
  .object({ weekday: Weekday, periods: DayPeriods, from: IsoDate, to: IsoDate.optional(), name: Localised, source: z.string().min(1) })
  .meta({ title: 'Weekly hours' });
export type WeeklyHours = z.infer<typeof WeeklyHours>;

export const CalendarSpec = /* @__PURE__ */ z
  .object({
    week: WeekSpec,
    /** on a weekday two never share a day; a day of the year's notice goes before both */
    weekly: z.array(WeeklyHours).max(60).optional(),
    days: z.array(CalendarDay).refine((days) => new Set(days.map(({ date }) => date)).size === days.length, 'calendar.day-twice'),
  })
  .meta({ title: 'Working calendar' });
export type CalendarSpec = z.infer<typeof CalendarSpec>;

/** A day's working hours in minutes since midnight. A day with one period has an empty second one at its end. */
export interface DayHours {
  readonly from: number;
  readonly to: number;
  readonly secondFrom: number;
  readonly secondTo: number;
  /** Working minutes; 0 on a day off. */
  readonly minutes: number;
}

/**
 * A calendar made ready for arithmetic: every answer is an array access. Days are indices from `firstDay`.
 * It covers two years before the first and six after the last year it has days for; beyond that no date is promised.
 */
export interface WorkingCalendar {
  readonly rules: WorkingTimeRules;
  /** Day number (days since 1970-01-01) of index 0. */
  readonly firstDay: number;
  /** The years the calendar has days for; outside them holidays are not known. Undefined when it has none. */
  readonly years?: { readonly first: number; readonly last: number };
  readonly hours: readonly DayHours[];
  /** Working days up to and including each day. */
  readonly rank: Int32Array;
  /** The day of each rank; rank 1 is the first working day, index 0 is unused. */
  readonly dayOfRank: Int32Array;
  /** Working minutes before each day, and after the last. */
  readonly minutesBefore: Int32Array;
  /** Why a day differs from an ordinary working day, if it does. */
  readonly noteOn: (day: number) => ShiftDay | undefined;
}

const dayOff: DayHours = { from: 0, to: 0, secondFrom: 0, secondTo: 0, minutes: 0 };

const hoursOf = (periods: DayPeriods): DayHours => {
  const [first, second] = periods;
  if (first === undefined) return dayOff;
  const from = minuteOfDay(first.from);
  const to = minuteOfDay(first.to);
  const secondFrom = second === undefined ? to : minuteOfDay(second.from);
  const secondTo = second === undefined ? to : minuteOfDay(second.to);
  return { from, to, secondFrom, secondTo, minutes: to - from + secondTo - secondFrom };
};

const reasons = { OFF: 'holiday', COMP: 'compensatory', SWAP_OFF: 'swap-off', MAKEUP_WORK: 'makeup-work' } as const satisfies Record<CalendarDayKind, ShiftDay['reason']>;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const weekdayNames = [
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
] as const;
/** 1970-01-01 was a Thursday; Monday is 0. */
const weekdayOf = (dayNumber: number): number => (dayNumber + 3) % 7;

/** The hours of a weekday on a day: those set for a time, else those of the ordinary week. */
const weeklyOn = (weekly: readonly { readonly from: number; readonly to: number; readonly hours: DayHours }[], day: number): DayHours | undefined => weekly.find(({ from, to }) => from <= day && day <= to)?.hours;

const yearsOf = (days: readonly CalendarDay[]): { first: number; last: number } | undefined => {
  const years = days.map(({ date }) => Number(date.slice(0, 4)));
  return years.length === 0 ? undefined : { first: Math.min(...years), last: Math.max(...years) };
};

const coverage = (years: { first: number; last: number } | undefined): { firstDay: number; length: number } => {
  const firstYear = years === undefined ? 2000 : years.first - 2;
  const lastYear = years === undefined ? 2060 : years.last + 6;
  const firstDay = dayNumberOf(`${firstYear}-01-01`);
  return { firstDay, length: dayNumberOf(`${lastYear}-12-31`) - firstDay + 1 };
};

/** The hours and the note of one day: the exception of the year's notice, else the ordinary week. */
const resolveDay = (hours: DayHours, makeup: DayHours, exception: CalendarDay | undefined): { hours: DayHours; noted: boolean } => {
  if (exception === undefined) return { hours, noted: hours.minutes === 0 };
  if (exception.kind === 'MAKEUP_WORK') return { hours: makeup, noted: hours.minutes === 0 };
  return { hours: dayOff, noted: true };
};

/** Compiles a calendar once (about a millisecond), so that `deadline` takes microseconds. */
export const compileCalendar = (spec: CalendarSpec, rules: WorkingTimeRules = vietnamRules): WorkingCalendar => {
  const years = yearsOf(spec.days);
  const { firstDay, length } = coverage(years);
  const week = weekdays.map((weekday) => hoursOf(spec.week[weekday]));
  const makeup = hoursOf(spec.week.makeup);
  const weekly = weekdays.map((weekday) => (spec.weekly ?? []).filter((one) => one.weekday === weekday).map(({ from, to, periods }) => ({ from: dayNumberOf(from), to: to === undefined ? Infinity : dayNumberOf(to), hours: hoursOf(periods) })));
  const exceptions = new Map(spec.days.map((day) => [dayNumberOf(day.date), day]));
  const hours: DayHours[] = [];
  const noted = new Uint8Array(length);
  const rank = new Int32Array(length);
  const dayOfRank: number[] = [0];
  const minutesBefore = new Int32Array(length + 1);
  for (let day = 0; day < length; day++) {
    const weekday = weekdayOf(firstDay + day);
    const exception = exceptions.get(firstDay + day);
    const resolved = resolveDay(weeklyOn(weekly[weekday] ?? [], firstDay + day) ?? week[weekday] ?? dayOff, makeup, exception);
    hours.push(resolved.hours);
    noted[day] = resolved.noted ? 1 : 0;
    if (resolved.hours.minutes > 0) dayOfRank.push(day);
    rank[day] = dayOfRank.length - 1;
    minutesBefore[day + 1] = (minutesBefore[day] ?? 0) + resolved.hours.minutes;
  }
  // written when somebody first asks: a calendar has thousands of rest days, an answer names a few
  const notes = new Map<number, ShiftDay>();
  const noteOn = (day: number): ShiftDay | undefined => {
    if (noted[day] !== 1) return undefined;
    const known = notes.get(day) ?? noteOf(dateOfDayNumber(firstDay + day), weekdayNames[weekdayOf(firstDay + day)], exceptions.get(firstDay + day), rules);
    notes.set(day, known);
    return known;
  };
  return { rules, firstDay, ...(years === undefined ? {} : { years }), hours, rank, dayOfRank: Int32Array.from(dayOfRank), minutesBefore, noteOn };
};

const noteOf = (date: IsoDate, weekday: Localised | undefined, exception: CalendarDay | undefined, rules: WorkingTimeRules): ShiftDay =>
  exception === undefined
    ? { date, reason: 'weekly-rest', name: weekday ?? { vi: 'Ngày nghỉ hằng tuần', en: 'Weekly rest' }, source: rules.weeklyRest.source }
    : { date, reason: reasons[exception.kind], name: exception.name, source: exception.source };
