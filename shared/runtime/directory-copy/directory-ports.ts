import type { Agency } from '../../contracts/agency.ts';
import type { TemporalAgency } from '../../kernel/agency-tree.ts';
import type { WorkingCalendar } from '../../kernel/working-time/calendar.ts';

/** What events of the directory tell of an agency. */
export type KnownAgency = TemporalAgency & { readonly level: Agency['level'] };
export type Directory = {
  readonly agency: (code: string) => Promise<KnownAgency | undefined>;
  /** the calendar in force, or an earlier version of it: the province's, or that of an agency with its own hours and days; throws `calendar-not-published` before the first */
  readonly calendar: (version?: number, agency?: string) => Promise<WorkingCalendar>;
  readonly calendarInForce: (agency?: string) => Promise<{ readonly version: number; readonly calendar: WorkingCalendar }>;
};
