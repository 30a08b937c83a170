import * as z from 'zod';
import { CalendarDay, WeeklyHours, type CalendarSpec } from './calendar.ts';

/** What an agency does otherwise than the province: other weekly hours, and days of its own, which go before the province's. */
export const AgencyCalendar = /* @__PURE__ */ z
  .object({ weekly: z.array(WeeklyHours).max(20), days: z.array(CalendarDay).max(400) })
  .meta({ title: 'Agency calendar' });
export type AgencyCalendar = z.infer<typeof AgencyCalendar>;

const yearOf = (date: string): string => date.slice(0, 4);

/**
 * The calendar of an agency: the province's, with the agency's own hours and days before it. In a year whose notice the
 * province has not published nobody has a calendar, so days of the agency there wait for it.
 */
export const calendarOf = (province: CalendarSpec, own: AgencyCalendar): CalendarSpec => {
  const published = new Set(province.days.map(({ date }) => yearOf(date)));
  const dates = new Set(own.days.map(({ date }) => date));
  const overlaps = (one: WeeklyHours): boolean => own.weekly.some((other) => other.weekday === one.weekday);
  return {
    week: province.week, weekly: [...own.weekly, ...(province.weekly ?? []).filter((one) => !overlaps(one))],
    days: [...province.days.filter(({ date }) => !dates.has(date)), ...own.days.filter(({ date }) => published.has(yearOf(date)))],
  };
};

export type CalendarFault = { readonly problem: 'calendar-hole' | 'calendar-without-work' | 'calendar-weekly-overlap' | 'calendar-weekly-reversed'; readonly pointer: string };

const weeklyFaults = (weekly: readonly WeeklyHours[]): CalendarFault[] => weekly.flatMap((one, place): CalendarFault[] => {
  if (one.to !== undefined && one.to < one.from) return [{ problem: 'calendar-weekly-reversed', pointer: `/weekly/${place}/to` }];
  const shares = weekly.slice(0, place).some((other) => other.weekday === one.weekday && other.from <= (one.to ?? '9999') && one.from <= (other.to ?? '9999'));
  return shares ? [{ problem: 'calendar-weekly-overlap', pointer: `/weekly/${place}/from` }] : [];
});

/** The years of a hole: those between the first and the last without a day off. */
export const yearsMissing = (days: readonly CalendarDay[]): number[] => {
  const off = new Set(days.filter(({ kind }) => kind === 'OFF').map(({ date }) => Number(yearOf(date))));
  const years = days.map(({ date }) => Number(yearOf(date)));
  return years.length === 0 ? [] : Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, n) => Math.min(...years) + n).filter((year) => !off.has(year));
};

/**
 * What keeps dates from being promised by a calendar. A year between the first and the last without any day off is a
 * hole: the clock would take it for a year without holidays.
 */
export const calendarFaults = ({ week, weekly = [], days }: CalendarSpec): CalendarFault[] => {
  const hole = yearsMissing(days).length > 0;
  const { makeup: _exchange, ...ordinary } = week;
  return [
    ...(hole ? [{ problem: 'calendar-hole' as const, pointer: '/days' }] : []),
    ...(Object.values(ordinary).every((periods) => periods.length === 0) ? [{ problem: 'calendar-without-work' as const, pointer: '/week' }] : []),
    ...weeklyFaults(weekly),
  ];
};
