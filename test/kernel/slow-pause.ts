import type { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { Pause } from '../../shared/kernel/working-time/pause.ts';
import { slowDeadline } from './slow-clock.ts';

/**
 * Pauses by striking out days: of all days after the day of receipt, those are struck that lie after the day of a pause
 * and not after the day the clock went on; the term is the first so many that are left.
 */
export interface SlowPausedTerm {
  readonly amount: number;
  readonly unit: 'WORKING_DAY' | 'DAY';
  readonly cutOff?: string;
}

const dayMs = 86_400_000;
const vietnamMs = 7 * 3_600_000;
const dayText = (instant: Date): string => new Date(instant.getTime() + vietnamMs).toISOString().slice(0, 10);

const legalDay = (spec: CalendarSpec, cutOff: string | undefined, instant: Date): string =>
  dayText(slowDeadline(spec, { parts: [{ amount: 0, unit: 'HOUR' }], ...(cutOff === undefined ? {} : { cutOff }) }, instant).receivedAt);

/** Looked up once a day and calendar: a walk through a day's minutes is slow on purpose. */
const closings = new WeakMap<CalendarSpec, Map<string, Date>>();
const closing = (spec: CalendarSpec, day: string): Date => {
  const known = closings.get(spec) ?? new Map<string, Date>();
  closings.set(spec, known);
  const found = known.get(day) ?? slowDeadline(spec, { parts: [{ amount: 0, unit: 'WORKING_DAY' }] }, new Date(`${day}T00:00:00+07:00`)).dueAt;
  known.set(day, found);
  return found;
};

/** Whether anybody works on a day. */
export const isWorked = (spec: CalendarSpec, day: string): boolean => dayText(closing(spec, day)) === day;

/** The due date of a whole number of days with closed pauses. */
export const slowPausedDueAt = (spec: CalendarSpec, term: SlowPausedTerm, receivedAt: Date, pauses: readonly Required<Pause>[]): Date => {
  const struck = pauses.map(({ pausedAt, resumedAt }) => ({ pausedAt, after: dayText(pausedAt), until: legalDay(spec, term.cutOff, resumedAt) }));
  let day = legalDay(spec, term.cutOff, receivedAt);
  let left = term.amount;
  let open = struck;
  for (;;) {
    const candidate = left === 0 ? closing(spec, day) : undefined;
    const pause = open[0];
    if (candidate !== undefined && (pause === undefined || candidate.getTime() <= pause.pausedAt.getTime())) return candidate;
    if (pause !== undefined && (candidate === undefined ? day >= pause.after : true)) {
      day = pause.until > day ? pause.until : day;
      open = open.slice(1);
      continue;
    }
    day = dayText(new Date(Date.parse(`${day}T00:00:00+07:00`) + dayMs));
    if (term.unit === 'DAY' || isWorked(spec, day)) left--;
  }
};
