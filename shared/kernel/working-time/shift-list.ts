import type { WorkingCalendar } from './calendar.ts';
import type { LegalStart } from './legal-start.ts';
import type { ShiftDay } from './shift-day.ts';

/** Gathers the days that moved a date, each once, in order. */
export interface ShiftList {
  readonly days: ShiftDay[];
  listedTo: number;
}

export const newShiftList = (): ShiftList => ({ days: [], listedTo: -1 });

export const listDays = (calendar: WorkingCalendar, list: ShiftList, from: number, to: number): void => {
  for (let day = Math.max(from, list.listedTo + 1); day <= to; day++) {
    const note = calendar.noteOn(day);
    if (note !== undefined) list.days.push(note);
  }
  list.listedTo = Math.max(list.listedTo, to);
};

export const listArrival = (calendar: WorkingCalendar, list: ShiftList, start: LegalStart): void => {
  if (start.lateArrival !== undefined) list.days.push(start.lateArrival);
  listDays(calendar, list, start.arrivedOn, start.day);
};
