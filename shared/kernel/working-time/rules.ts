/**
 * How sure we are of a rule: C read in a public source, S read in a secondary one, M known but not re-read.
 * An official who finds the text corrects the rule here, not the algorithm.
 */
type RuleMark = 'C' | 'S' | 'M';

interface Cited {
  readonly source: string;
  readonly mark: RuleMark;
}

/** The rules of law the clock reads. Another jurisdiction, or a changed law, is another object of this shape. */
export interface WorkingTimeRules {
  /** Whether the day of receipt is the first day of a term in days or months. */
  readonly dayOfReceipt: Cited & { readonly counted: boolean };
  /** What is received on a day off counts as received on the next working day; or on the day itself. */
  readonly receivedOnDayOff: Cited & { readonly countsAs: 'next-working-day' | 'same-day' };
  /** Whether what arrives on the stroke of the cut-off hour is already too late. */
  readonly cutOff: Cited & { readonly atTheHourIsLate: boolean };
  /** What is received on a working day after its last working minute. */
  readonly receivedAfterClosing: Cited & { readonly countsAs: 'next-working-day' | 'same-day' };
  /** Where a term in plain days or months ends when its last day is a day off. */
  readonly lastDayOff: Cited & { readonly endsOn: 'next-working-day' | 'last-day' };
  /** The last day of a term ends with the working hours of that day, or at midnight. */
  readonly endOfLastDay: Cited & { readonly at: 'closing' | 'midnight' };
  /** A term in months ends on the day of the same number, and on the last of the month where there is none. Parts of a month are days. */
  readonly month: Cited & { readonly daysForFractions: number };
  /** Half a day ends with the morning period; a quarter in the middle of it. */
  readonly halfDay: Cited & { readonly endsWith: 'morning-period' };
  /** Whether the day the clock is stopped is already used up, and whether the day it goes on is counted again. */
  readonly pause: Cited & { readonly dayOfPauseUsed: boolean; readonly dayOfResumeCounted: boolean };
  /** The name shown for a day without working hours in the week table. */
  readonly weeklyRest: Cited;
}
