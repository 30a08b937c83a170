import { instantOfLocalMinute, minuteOfDay } from '../vietnam-time.ts';
import type { WorkingCalendar } from './calendar.ts';
import { minuteOn } from './calendar-arithmetic.ts';
import { legalStart, type LegalStart } from './legal-start.ts';
import { arrivalFraction, runPart, type Position } from './run-part.ts';
import type { ShiftDay } from './shift-day.ts';
import { listArrival, listDays, newShiftList, type ShiftList } from './shift-list.ts';
import type { Term, TermPart } from './term.ts';

export { ShiftDay } from './shift-day.ts';

/** When the clock starts in law, when the result is due, and the days that moved either. */
export interface Deadline {
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly shiftedBy: readonly ShiftDay[];
}

/** Where the clock of a term stands when it starts, or goes on after a pause. */
export const startingPosition = (start: LegalStart, dayCounted: boolean): Position => ({ day: start.day, fraction: arrivalFraction(dayCounted), minute: start.minute });

/** Runs parts one after the other and notes the days that moved their ends. */
export const runParts = (calendar: WorkingCalendar, parts: readonly TermPart[], from: Position, list: ShiftList): Position => {
  let at = from;
  for (const part of parts) {
    const run = runPart(calendar, part, at);
    listDays(calendar, list, run.movedFrom, run.to.day);
    at = run.to;
  }
  return at;
};

/** The minute a term ends: for what came too late for its day, the hour the term names, never later than the clock says. */
export const lastMinute = (calendar: WorkingCalendar, { lateEndsAt }: Term, start: LegalStart, end: Position): number =>
  lateEndsAt === undefined || start.lateArrival === undefined ? end.minute : Math.min(end.minute, minuteOn(calendar, end.day, minuteOfDay(lateEndsAt)));

/**
 * When a result is due that was asked for at an instant.
 *
 * The day of receipt is not counted; working days and hours skip days off, the noon break and the night; plain days
 * and months run through and end on a working day; a part starts where the one before it ended. Day terms are due at
 * the end of the working hours of their last day, half days at the end of the morning. The rules, with their sources,
 * are those the calendar was compiled with.
 *
 * Takes a few microseconds. Throws `calendar.out-of-range` beyond the years the calendar covers.
 */
export const deadline = (calendar: WorkingCalendar, term: Term, receivedAt: Date): Deadline => {
  const start = legalStart(calendar, receivedAt, term.cutOff);
  const list = newShiftList();
  listArrival(calendar, list, start);
  const end = runParts(calendar, term.parts, startingPosition(start, calendar.rules.dayOfReceipt.counted), list);
  return { receivedAt: start.at, dueAt: instantOfLocalMinute(lastMinute(calendar, term, start, end)), shiftedBy: list.days };
};
