import type { CalendarSpec, WeekSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { Term, TermPart } from '../../shared/kernel/working-time/term.ts';

/**
 * The legal clock read off the rules a second time, to check the first: it walks minute by minute, asks of each
 * whether it is worked, and shares nothing with the real one but the shape of its input.
 */

/** Minutes since 1970 on a wall clock in Việt Nam. */
type WallMinute = number;
type Hours = readonly (readonly [number, number])[];

const weekdayKeys = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const satisfies readonly (keyof WeekSpec)[];
const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const wallDate = (minute: WallMinute): Date => new Date(minute * 60_000);
const startOfDay = (minute: WallMinute): WallMinute => minute - (minute % 1440);

class SlowCalendar {
  readonly #exceptions: Record<string, string> = {};
  readonly #spec: CalendarSpec;
  readonly #known = new Map<WallMinute, Hours>();

  constructor(spec: CalendarSpec) {
    this.#spec = spec;
    for (const day of spec.days) this.#exceptions[day.date] = day.kind;
  }

  hours(minute: WallMinute): Hours {
    const midnight = startOfDay(minute);
    let hours = this.#known.get(midnight);
    if (hours === undefined) {
      const date = wallDate(midnight);
      const kind = this.#exceptions[date.toISOString().split('T')[0] ?? ''];
      const weekday = weekdayKeys[date.getUTCDay()] ?? 'sunday';
      const today = date.toISOString().slice(0, 10);
      const set = (this.#spec.weekly ?? []).find((one) => one.weekday === weekday && one.from <= today && (one.to === undefined || today <= one.to));
      const periods = kind === undefined ? set?.periods ?? this.#spec.week[weekday] : kind === 'MAKEUP_WORK' ? this.#spec.week.makeup : [];
      hours = periods.map(({ from, to }) => [minutesOf(from), minutesOf(to)] as const);
      this.#known.set(midnight, hours);
    }
    return hours;
  }

  isOff(minute: WallMinute): boolean {
    return this.hours(minute).length === 0;
  }

  isWorked(minute: WallMinute): boolean {
    const time = minute % 1440;
    return this.hours(minute).some(([from, to]) => time >= from && time < to);
  }

  isOver(minute: WallMinute): boolean {
    const time = minute % 1440;
    return this.hours(minute).every(([, to]) => time >= to);
  }

  /** How much of its day is gone at a minute, in halves: each period is one, a lone period ends the whole day. */
  gone(minute: WallMinute): number {
    const time = minute % 1440;
    const hours = this.hours(minute);
    let gone = 0;
    for (const [from, to] of hours) gone += Math.max(0, Math.min(1, (time - from) / (to - from))) / 2;
    return hours.length === 1 && gone === 0.5 ? 1 : gone;
  }
}

/** Where the walk stands: the minute, the midnight of the day it belongs to, and how much of that day is spent. */
interface Standing {
  minute: WallMinute;
  day: WallMinute;
  spent: number;
}

/** The first minute of the day at which this much of it is gone. */
const minuteAtWhichGone = (calendar: SlowCalendar, day: WallMinute, share: number): WallMinute => {
  let minute = day;
  while (calendar.gone(minute) < share - 1e-9) minute++;
  return minute;
};

const nextDay = (day: WallMinute): WallMinute => day + 1440;

const walkWorkingDays = (calendar: SlowCalendar, amount: number, from: Standing): Standing => {
  let { day, spent, minute } = from;
  let left = amount;
  for (;;) {
    const available = calendar.isOff(day) ? 0 : 1 - spent;
    if (available > 0 && left <= available) {
      const share = spent + left;
      minute = Math.max(minute, day);
      while (calendar.gone(minute) < share - 1e-9) minute++;
      return { minute, day, spent: share };
    }
    left -= available;
    spent = 0;
    day = nextDay(day);
    while (minute < day) minute++;
  }
};

const closingOf = (calendar: SlowCalendar, off: WallMinute): Standing => {
  let day = off;
  while (calendar.isOff(day)) day = nextDay(day);
  return { minute: minuteAtWhichGone(calendar, day, 1), day, spent: 1 };
};

const walkDays = (calendar: SlowCalendar, amount: number, from: Standing): Standing => {
  let { day, spent } = from;
  for (let quarter = 0; quarter < amount * 4; quarter++) {
    if (spent === 1) {
      day = nextDay(day);
      spent = 0;
    }
    spent += 0.25;
  }
  return calendar.isOff(day) ? closingOf(calendar, day) : { minute: minuteAtWhichGone(calendar, day, spent), day, spent };
};

const walkMonths = (calendar: SlowCalendar, amount: number, from: Standing): Standing => {
  const wanted = wallDate(from.day).getUTCDate();
  let day = from.day;
  for (let month = 0; month < Math.floor(amount); month++) {
    do day = nextDay(day);
    while (wallDate(day).getUTCDate() !== 1);
  }
  const month = wallDate(day).getUTCMonth();
  if (amount >= 1) while (wallDate(day).getUTCDate() < wanted && wallDate(nextDay(day)).getUTCMonth() === month) day = nextDay(day);
  for (let extra = 0; extra < (amount % 1) * 30; extra++) day = nextDay(day);
  return closingOf(calendar, day);
};

const walkHours = (calendar: SlowCalendar, amount: number, from: Standing): Standing => {
  let { minute } = from;
  for (let left = amount * 60; left > 0; minute++) if (calendar.isWorked(minute)) left--;
  return { minute, day: startOfDay(minute - 1), spent: 1 };
};

const walkPart = (calendar: SlowCalendar, part: TermPart, from: Standing): Standing => {
  if (part.unit === 'HOUR') return part.amount === 0 ? from : walkHours(calendar, part.amount, from);
  if (part.amount === 0) return closingOf(calendar, from.day);
  if (part.unit === 'WORKING_DAY') return walkWorkingDays(calendar, part.amount, from);
  return part.unit === 'DAY' ? walkDays(calendar, part.amount, from) : walkMonths(calendar, part.amount, from);
};

export interface SlowDeadline {
  readonly receivedAt: Date;
  readonly dueAt: Date;
}

const sevenHours = 7 * 60;

/** The same question as `deadline`, answered slowly. */
export const slowDeadline = (spec: CalendarSpec, term: Term, receivedAt: Date): SlowDeadline => {
  const calendar = new SlowCalendar(spec);
  const came = Math.floor(receivedAt.getTime() / 60_000) + sevenHours;
  const tooLate = term.cutOff !== undefined && came % 1440 >= minutesOf(term.cutOff);
  let minute = came;
  if (calendar.isOff(came) || tooLate || calendar.isOver(came)) {
    minute = nextDay(startOfDay(came));
    while (!calendar.isWorked(minute)) minute++;
  }
  let standing: Standing = { minute, day: startOfDay(minute), spent: 1 };
  for (const part of term.parts) standing = walkPart(calendar, part, standing);
  const dropped = minute !== came && !calendar.isOff(came);
  if (term.lateEndsAt !== undefined && dropped) {
    const named = standing.day + minutesOf(term.lateEndsAt);
    while (standing.minute > named) standing = { ...standing, minute: standing.minute - 1 };
  }
  const instant = (wall: WallMinute): Date => new Date((wall - sevenHours) * 60_000);
  return { receivedAt: minute === came ? receivedAt : instant(minute), dueAt: instant(standing.minute) };
};
