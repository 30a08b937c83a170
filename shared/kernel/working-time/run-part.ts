import { dateOfDayNumber, dayNumberOf } from '../vietnam-time.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dayOfMinute, dayOfRank, isWorkingDay, minuteOfFraction, minuteWhenWorked, rankOf, workedMinutes, workingDayFrom } from './calendar-arithmetic.ts';
import type { TermPart } from './term.ts';

/**
 * A point the clock has reached. Terms in hours read `minute`; terms in days read the day and how much of it is
 * gone: 1 when it is not to be counted any more, 0 when all of it still is.
 */
export interface Position {
  readonly day: number;
  readonly fraction: number;
  readonly minute: number;
}

interface RunPart {
  readonly to: Position;
  /** First day whose being off (or worked) can have moved the end; the last is the day of `to`. */
  readonly movedFrom: number;
}

/** How much of a day is gone when something arrives on it. */
export const arrivalFraction = (counted: boolean): number => (counted ? 0 : 1);

/** The position in working days: a whole number is the end of a working day. */
export const workingDaysDone = (calendar: WorkingCalendar, at: Position): number => {
  const rank = rankOf(calendar, at.day);
  return isWorkingDay(calendar, at.day) ? rank - 1 + at.fraction : rank;
};

const endOf = (calendar: WorkingCalendar, day: number, fraction: number): Position => ({ day, fraction, minute: minuteOfFraction(calendar, day, fraction) });

const sameDay = (calendar: WorkingCalendar, from: Position): RunPart => {
  const day = workingDayFrom(calendar, from.day);
  return { to: endOf(calendar, day, 1), movedFrom: from.day + 1 };
};

const runWorkingDays = (calendar: WorkingCalendar, amount: number, from: Position): RunPart => {
  const target = workingDaysDone(calendar, from) + amount;
  const rank = Math.ceil(target);
  return { to: endOf(calendar, dayOfRank(calendar, rank), target - rank + 1), movedFrom: from.day + 1 };
};

/** A last day off moves the end to the close of the next working day. */
const endOfPlainTerm = (calendar: WorkingCalendar, last: number, fraction: number): RunPart => {
  const moves = calendar.rules.lastDayOff.endsOn === 'next-working-day' && !isWorkingDay(calendar, last);
  return { to: moves ? endOf(calendar, workingDayFrom(calendar, last), 1) : endOf(calendar, last, isWorkingDay(calendar, last) ? fraction : 1), movedFrom: last };
};

const runDays = (calendar: WorkingCalendar, amount: number, from: Position): RunPart => {
  const target = from.day + from.fraction + amount;
  const last = Math.ceil(target) - 1;
  return endOfPlainTerm(calendar, last, target - last);
};

/** The day of the same number so many months on, or the last of that month; what is left of a month in days. */
export const lastDayOfMonths = (calendar: WorkingCalendar, amount: number, from: Position): number => {
  const whole = Math.floor(amount);
  const days = Math.ceil((amount - whole) * calendar.rules.month.daysForFractions);
  const start = new Date(`${dateOfDayNumber(calendar.firstDay + from.day)}T00:00:00Z`);
  const lengthOfMonth = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + whole + 1, 0)).getUTCDate();
  const end = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + whole, Math.min(start.getUTCDate(), lengthOfMonth));
  return dayNumberOf(new Date(end).toISOString().slice(0, 10)) - calendar.firstDay + days - (from.fraction === 0 ? 1 : 0);
};

const runHours = (calendar: WorkingCalendar, amount: number, from: Position): RunPart => {
  const minute = minuteWhenWorked(calendar, workedMinutes(calendar, from.minute) + Math.round(amount * 60));
  const fraction = arrivalFraction(calendar.rules.dayOfReceipt.counted);
  return { to: { day: dayOfMinute(calendar, minute), fraction, minute }, movedFrom: from.day + 1 };
};

/** Where one part of a term ends that starts at a position. Throws `calendar.out-of-range`. */
export const runPart = (calendar: WorkingCalendar, part: TermPart, from: Position): RunPart => {
  if (part.amount === 0) return part.unit === 'HOUR' ? { to: from, movedFrom: from.day + 1 } : sameDay(calendar, from);
  switch (part.unit) {
    case 'WORKING_DAY':
      return runWorkingDays(calendar, part.amount, from);
    case 'DAY':
      return runDays(calendar, part.amount, from);
    case 'MONTH':
      return endOfPlainTerm(calendar, lastDayOfMonths(calendar, part.amount, from), 1);
    case 'HOUR':
      return runHours(calendar, part.amount, from);
  }
};
