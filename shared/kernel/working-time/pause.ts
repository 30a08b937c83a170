import { DomainError } from '../domain-error.ts';
import { instantOfLocalMinute, localMinuteOf } from '../vietnam-time.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dayOfMinute, rankOf, workedMinutes } from './calendar-arithmetic.ts';
import { lastMinute, runParts, startingPosition } from './deadline.ts';
import { legalStart } from './legal-start.ts';
import { lastDayOfMonths, runPart, workingDaysDone, type Position } from './run-part.ts';
import type { ShiftDay } from './shift-day.ts';
import { listArrival, listDays, newShiftList, type ShiftList } from './shift-list.ts';
import type { Term, TermPart } from './term.ts';

/** A time during which the clock stands, waiting for the applicant; open while there is no `resumedAt`. */
export interface Pause {
  readonly pausedAt: Date;
  readonly resumedAt?: Date;
}

/** What a term with pauses has come to. Months cut by a pause go on as days. */
export interface PausedDeadline {
  readonly receivedAt: Date;
  readonly state: 'running' | 'paused';
  /** What was used up when the clock last stood, part by part; empty without a pause. */
  readonly used: readonly TermPart[];
  /** What is left from then on; the whole term without a pause, empty once it had run out before the pause. */
  readonly remaining: readonly TermPart[];
  /** Absent while the clock stands: nothing can be promised until it goes on. */
  readonly dueAt?: Date;
  readonly shiftedBy: readonly ShiftDay[];
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** A month cut short cannot be told in months: it is the days it would have taken. */
const inDays = (calendar: WorkingCalendar, part: TermPart, from: Position): TermPart =>
  part.unit === 'MONTH' && part.amount > 0
    ? { ...part, unit: 'DAY', amount: lastDayOfMonths(calendar, part.amount, from) + 1 - from.day - from.fraction }
    : part;

const usedOf = (calendar: WorkingCalendar, part: TermPart, from: Position, pausedAt: number): number => {
  const lastUsed = dayOfMinute(calendar, pausedAt) - (calendar.rules.pause.dayOfPauseUsed ? 0 : 1);
  switch (part.unit) {
    case 'WORKING_DAY':
      return clamp(rankOf(calendar, lastUsed) - workingDaysDone(calendar, from), part.amount);
    case 'DAY':
    case 'MONTH':
      return clamp(lastUsed + 1 - from.day - from.fraction, part.amount);
    case 'HOUR':
      return clamp((workedMinutes(calendar, pausedAt) - workedMinutes(calendar, from.minute)) / 60, part.amount);
  }
};

interface Split {
  readonly used: readonly TermPart[];
  readonly remaining: readonly TermPart[];
  readonly ended: Position;
}

interface Running {
  readonly parts: readonly TermPart[];
  readonly from: Position;
}

/** Cuts running parts at the minute of a pause, and notes the days that moved what ran until then. */
const splitAt = (calendar: WorkingCalendar, { parts, from }: Running, pausedAt: number, list: ShiftList): Split => {
  const used: TermPart[] = [];
  let at = from;
  for (const [index, part] of parts.entries()) {
    const { to, movedFrom } = runPart(calendar, part, at);
    listDays(calendar, list, movedFrom, Math.min(to.day, dayOfMinute(calendar, pausedAt)));
    if (to.minute > pausedAt) {
      const cut = inDays(calendar, part, at);
      const amount = usedOf(calendar, cut, at, pausedAt);
      return { used: [...used, { ...cut, amount }], remaining: [{ ...cut, amount: cut.amount - amount }, ...parts.slice(index + 1)], ended: at };
    }
    used.push(part);
    at = to;
  }
  return { used, remaining: [], ended: at };
};

const assertInOrder = (receivedAt: Date, pauses: readonly Pause[]): void => {
  let last = receivedAt.getTime();
  for (const [index, { pausedAt, resumedAt }] of pauses.entries()) {
    const open = resumedAt === undefined;
    if (pausedAt.getTime() < last || (open && index < pauses.length - 1)) throw new DomainError('pause.out-of-order', `pause ${index}`);
    last = (resumedAt ?? pausedAt).getTime();
    if (last < pausedAt.getTime()) throw new DomainError('pause.out-of-order', `pause ${index} ends before it begins`);
  }
};

/** Adds what earlier pauses had seen used of the same parts; the cut part goes on as the first of the later ones. */
const addUsed = (earlier: readonly TermPart[], later: readonly TermPart[]): readonly TermPart[] => {
  const cut = earlier.at(-1);
  const [first, ...rest] = later;
  if (cut === undefined || first === undefined) return [...earlier, ...later];
  return [...earlier.slice(0, -1), { ...first, amount: cut.amount + first.amount }, ...rest];
};

/**
 * A deadline whose clock was stopped and went on. The time used before a pause stays used: the day of the pause counts
 * as used, the day the clock goes on is not counted (rule `pause`); hours are cut to the minute. What the applicant
 * sends to end a pause is received like a dossier: on a day off or from the cut-off on it counts for the next working
 * day. A pause after the due date changes nothing.
 *
 * Throws `pause.out-of-order` and `calendar.out-of-range`.
 */
export const pausedDeadline = (calendar: WorkingCalendar, term: Term, receivedAt: Date, pauses: readonly Pause[]): PausedDeadline => {
  assertInOrder(receivedAt, pauses);
  const start = legalStart(calendar, receivedAt, term.cutOff);
  const list = newShiftList();
  listArrival(calendar, list, start);
  let at = startingPosition(start, calendar.rules.dayOfReceipt.counted);
  let remaining: readonly TermPart[] = term.parts;
  let used: readonly TermPart[] = [];
  for (const { pausedAt, resumedAt } of pauses) {
    const split = splitAt(calendar, { parts: remaining, from: at }, localMinuteOf(pausedAt), list);
    used = addUsed(used, split.used);
    remaining = split.remaining;
    if (remaining.length === 0) return { receivedAt: start.at, state: 'running', used, remaining, dueAt: instantOfLocalMinute(split.ended.minute), shiftedBy: list.days };
    if (resumedAt === undefined) return { receivedAt: start.at, state: 'paused', used, remaining, shiftedBy: list.days };
    const resumed = legalStart(calendar, resumedAt, term.cutOff);
    listArrival(calendar, list, resumed);
    at = startingPosition(resumed, calendar.rules.pause.dayOfResumeCounted);
  }
  const end = runParts(calendar, remaining, at, list);
  // once the clock has stood, the hour a term names for late arrivals is no longer the hour of its last day
  const minute = used.length === 0 ? lastMinute(calendar, term, start, end) : end.minute;
  return { receivedAt: start.at, state: 'running', used, remaining, dueAt: instantOfLocalMinute(minute), shiftedBy: list.days };
};
