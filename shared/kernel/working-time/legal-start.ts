import { dateOfDayNumber, instantOfLocalMinute, localMinuteOf, minuteOfDay, type TimeOfDay } from '../vietnam-time.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dayOfMinute, dayOfRank, hoursOn, isWorkingDay, minuteOfItsDay, minuteOn, rankOf } from './calendar-arithmetic.ts';
import type { ShiftDay } from './shift-day.ts';

/** When something received counts as received. */
export interface LegalStart {
  readonly at: Date;
  readonly day: number;
  readonly minute: number;
  /** The day it really came. */
  readonly arrivedOn: number;
  readonly lateArrival?: ShiftDay;
}

const lateArrival = (calendar: WorkingCalendar, day: number, cutOff: TimeOfDay | undefined): ShiftDay => ({
  date: dateOfDayNumber(calendar.firstDay + day),
  reason: 'cut-off',
  name:
    cutOff === undefined
      ? { vi: 'Nhận sau giờ làm việc', en: 'Received after working hours' }
      : { vi: `Nhận từ ${cutOff} trở đi`, en: `Received at or after ${cutOff}` },
  source: cutOff === undefined ? calendar.rules.receivedAfterClosing.source : calendar.rules.cutOff.source,
});

const isPast = (calendar: WorkingCalendar, time: number, cutOff: TimeOfDay): boolean =>
  calendar.rules.cutOff.atTheHourIsLate ? time >= minuteOfDay(cutOff) : time > minuteOfDay(cutOff);

/** Seconds are dropped: what a slip states is hours and minutes. Throws `calendar.out-of-range`. */
export const legalStart = (calendar: WorkingCalendar, receivedAt: Date, cutOff?: TimeOfDay): LegalStart => {
  const minute = localMinuteOf(receivedAt);
  const day = dayOfMinute(calendar, minute);
  const time = minuteOfItsDay(minute);
  const opening = (start: number): Omit<LegalStart, 'lateArrival'> => {
    const opens = minuteOn(calendar, start, hoursOn(calendar, start).from);
    return { at: instantOfLocalMinute(opens), day: start, minute: opens, arrivedOn: day };
  };
  const asReceived = { at: receivedAt, day, minute, arrivedOn: day };
  const next = (): Omit<LegalStart, 'lateArrival'> => opening(dayOfRank(calendar, rankOf(calendar, day) + 1));
  if (!isWorkingDay(calendar, day)) return calendar.rules.receivedOnDayOff.countsAs === 'next-working-day' ? next() : asReceived;
  if (cutOff !== undefined && isPast(calendar, time, cutOff)) return { ...next(), lateArrival: lateArrival(calendar, day, cutOff) };
  if (time >= hoursOn(calendar, day).secondTo && calendar.rules.receivedAfterClosing.countsAs === 'next-working-day')
    return { ...next(), lateArrival: lateArrival(calendar, day, undefined) };
  return asReceived;
};
