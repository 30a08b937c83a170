import { DomainError } from '../domain-error.ts';
import type { DayHours, WorkingCalendar } from './calendar.ts';

/** Days are indices of the calendar, minutes are local minutes since 1970-01-01 unless said otherwise. */
const minutesPerDay = 1440;

/** A promise needs a calendar: beyond the years it covers there is none. */
const outOfRange = (): DomainError => new DomainError('calendar.out-of-range', 'the calendar does not cover this day');

export const hoursOn = (calendar: WorkingCalendar, day: number): DayHours => {
  const hours = calendar.hours[day];
  if (hours === undefined) throw outOfRange();
  return hours;
};

export const isWorkingDay = (calendar: WorkingCalendar, day: number): boolean => hoursOn(calendar, day).minutes > 0;

/** Working days up to and including a day. */
export const rankOf = (calendar: WorkingCalendar, day: number): number => {
  const rank = calendar.rank[day];
  if (rank === undefined) throw outOfRange();
  return rank;
};

export const dayOfRank = (calendar: WorkingCalendar, rank: number): number => {
  const day = rank === 0 ? undefined : calendar.dayOfRank[rank];
  if (day === undefined) throw outOfRange();
  return day;
};

/** The day itself when it is worked, else the next that is. */
export const workingDayFrom = (calendar: WorkingCalendar, day: number): number =>
  isWorkingDay(calendar, day) ? day : dayOfRank(calendar, rankOf(calendar, day) + 1);

export const dayOfMinute = (calendar: WorkingCalendar, minute: number): number => Math.floor(minute / minutesPerDay) - calendar.firstDay;

export const minuteOn = (calendar: WorkingCalendar, day: number, minuteOfDay: number): number => (calendar.firstDay + day) * minutesPerDay + minuteOfDay;

export const minuteOfItsDay = (minute: number): number => minute - Math.floor(minute / minutesPerDay) * minutesPerDay;

/** The minute at which a fraction (0 to 1] of a day is over: one half is the end of the morning period, one the end of the day. */
export const minuteOfFraction = (calendar: WorkingCalendar, day: number, fraction: number): number => {
  const hours = hoursOn(calendar, day);
  if (fraction === 1) return minuteOn(calendar, day, calendar.rules.endOfLastDay.at === 'closing' && hours.minutes > 0 ? hours.secondTo : minutesPerDay);
  if (fraction <= 0.5) return minuteOn(calendar, day, hours.from + Math.ceil(2 * fraction * (hours.to - hours.from)));
  return minuteOn(calendar, day, hours.secondFrom + Math.ceil((2 * fraction - 1) * (hours.secondTo - hours.secondFrom)));
};

/** Working minutes of the calendar before a minute. */
export const workedMinutes = (calendar: WorkingCalendar, minute: number): number => {
  const day = dayOfMinute(calendar, minute);
  const hours = hoursOn(calendar, day);
  const time = minuteOfItsDay(minute);
  const morning = Math.min(Math.max(time - hours.from, 0), hours.to - hours.from);
  const afternoon = Math.min(Math.max(time - hours.secondFrom, 0), hours.secondTo - hours.secondFrom);
  return (calendar.minutesBefore[day] ?? 0) + morning + afternoon;
};

/** The minute by which so many working minutes of the calendar are over: the first one, so a day's last ends that day. */
export const minuteWhenWorked = (calendar: WorkingCalendar, worked: number): number => {
  const { minutesBefore } = calendar;
  let low = 0;
  let high = minutesBefore.length - 1;
  if (worked > (minutesBefore[high] ?? 0)) throw outOfRange();
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((minutesBefore[middle] ?? 0) < worked) low = middle + 1;
    else high = middle;
  }
  const day = low - 1;
  const hours = hoursOn(calendar, day);
  const within = worked - (minutesBefore[day] ?? 0);
  const morning = hours.to - hours.from;
  return minuteOn(calendar, day, within <= morning ? hours.from + within : hours.secondFrom + within - morning);
};
