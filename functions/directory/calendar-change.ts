import { isDeepStrictEqual } from 'node:util';
import type { CalendarChange } from '../../shared/contracts/directory.ts';
import { dayNumberOf } from '../../shared/kernel/vietnam-time.ts';
import { calendarFaults } from '../../shared/kernel/working-time/agency-calendar.ts';
import { compileCalendar, type CalendarDay, type CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';

/** A mistyped year would make every reader lay out centuries of days. */
const firstDay = '2000-01-01';
const lastDay = '2099-12-31';

export const requirePlausibleDays = (days: readonly CalendarDay[]): void => {
  const pointers = days.flatMap(({ date }, place) => (date < firstDay || date > lastDay ? [`/body/days/${place}/date`] : []));
  if (pointers.length > 0) throw new DomainError('request-invalid', 'day out of range', { pointers });
};

/** Throws what keeps dates from being promised by the calendar, each fault under its own code. */
export const requireWhole = (spec: CalendarSpec): void => {
  const faults = calendarFaults(spec);
  const [first] = faults;
  if (first !== undefined) throw new DomainError(first.problem, undefined, { pointers: faults.map(({ pointer }) => `/body${pointer}`), extra: { fieldCodes: faults.map(({ problem }) => problem) } });
};

const workingDaysBy = (spec: CalendarSpec): Map<number, number> => {
  const { years, firstDay: origin, rank } = compileCalendar(spec);
  const found = new Map<number, number>();
  const until = (date: string): number => rank[dayNumberOf(date) - origin] ?? 0;
  for (let year = years?.first ?? 0; years !== undefined && year <= years.last; year++) found.set(year, until(`${year}-12-31`) - until(`${year - 1}-12-31`));
  return found;
};

const nothing: CalendarSpec['days'] = [];

/** What a calendar changes against the one before it: days by date, and the working days of each year. */
export const changeOf = (before: CalendarSpec | undefined, after: CalendarSpec): Omit<CalendarChange, 'version'> => {
  const [was, is] = [before?.days ?? nothing, after.days].map((days) => new Map(days.map((day) => [day.date, day]))) as [Map<string, CalendarDay>, Map<string, CalendarDay>];
  const [left, right] = [before === undefined ? new Map<number, number>() : workingDaysBy(before), workingDaysBy(after)];
  return {
    added: [...is.values()].filter(({ date }) => !was.has(date)), removed: [...was.values()].filter(({ date }) => !is.has(date)),
    changed: [...is.values()].flatMap((day) => { const old = was.get(day.date); return old === undefined || isDeepStrictEqual(old, day) ? [] : [{ before: old, after: day }]; }),
    years: [...new Set([...left.keys(), ...right.keys()])].toSorted((a, b) => a - b).flatMap((year) => {
      const [one, two] = [left.get(year) ?? 0, right.get(year) ?? 0];
      return one === two ? [] : [{ year, before: one, after: two }];
    }),
  };
};
