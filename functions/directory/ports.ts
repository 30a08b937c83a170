import type { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import type { RegisteredAgency } from './agency.ts';
import type { Person } from './person.ts';

/** Someone else wrote first: what was read is no longer so. */
export class Clash extends Error {
  override readonly name = 'Clash';
}

export type PublishedCalendar = { readonly version: number; readonly spec: CalendarSpec };

/** Every write goes together with its events, or not at all, and throws `Clash` when a revision was written meanwhile. */
export type AgencyStore = {
  readonly all: () => Promise<readonly RegisteredAgency[]>;
  /** of these codes, the agencies there are */
  readonly named: (codes: readonly string[]) => Promise<ReadonlyMap<string, RegisteredAgency>>;
  readonly register: (agencies: readonly RegisteredAgency[], events: readonly NewEvent[]) => Promise<void>;
};
export type CalendarStore = {
  readonly current: () => Promise<PublishedCalendar | undefined>;
  readonly publish: (calendar: PublishedCalendar, event: NewEvent) => Promise<void>;
};
/** Who changed a person's posts, for the record kept beside them. */
export type Change = { readonly by: string; readonly at: Date };
export type PersonStore = {
  readonly byUsername: (username: string) => Promise<Person | undefined>;
  readonly appoint: (person: Person, change: Change, events: readonly NewEvent[]) => Promise<void>;
  /** as `appoint`, once ever: false when a first administrator was appointed before */
  readonly appointFirst: (person: Person, change: Change) => Promise<boolean>;
};
