import { instantOfLocalMinute, localMinuteOf } from '../vietnam-time.ts';
import type { WorkingCalendar } from './calendar.ts';
import { minuteWhenWorked, workedMinutes } from './calendar-arithmetic.ts';

/** Minutes worked between two instants; negative when the second lies before the first. Throws `calendar.out-of-range`. */
export const workingMinutesBetween = (calendar: WorkingCalendar, from: Date, to: Date): number =>
  workedMinutes(calendar, localMinuteOf(to)) - workedMinutes(calendar, localMinuteOf(from));

/**
 * The instant by which so many working minutes after another are over, or, for a negative number, were not yet begun.
 * The last minute of a day ends that day, not on the next morning. Throws `calendar.out-of-range`.
 */
export const afterWorkingMinutes = (calendar: WorkingCalendar, from: Date, minutes: number): Date =>
  instantOfLocalMinute(minuteWhenWorked(calendar, workedMinutes(calendar, localMinuteOf(from)) + Math.round(minutes)));
