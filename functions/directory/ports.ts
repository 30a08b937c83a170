import type { AgencyCalendar } from '../../shared/kernel/working-time/agency-calendar.ts';
import type { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { Post } from '../../shared/contracts/access.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import type { RequestKey } from '../../shared/runtime/request-key.ts';
import type { RegisteredAgency } from './agency.ts';
import type { Delegation } from './delegation.ts';
import type { Person } from './person.ts';

/** Someone else wrote first: what was read is no longer so. */
export class Clash extends Error {
  override readonly name = 'Clash';
}

export type PublishedCalendar = { readonly version: number; readonly spec: CalendarSpec };

/** Who changed something, for the record kept beside it. */
export type Change = { readonly by: string; readonly at: Date };

/** All agencies; `revision` counts the writes to any of them, so that two who change the tree at once see each other. */
export type AgencyTree = { readonly revision: number; readonly agencies: readonly RegisteredAgency[] };
export type AgenciesWrite = { readonly agencies: readonly RegisteredAgency[]; /** the revision of the tree they were decided on */ readonly after: number; readonly change: Change };

/** Every write goes together with its events, or not at all, and throws `Clash` when a revision was written meanwhile. */
export type AgencyStore = {
  readonly tree: () => Promise<AgencyTree>;
  /** of these codes, the agencies there are */
  readonly named: (codes: readonly string[]) => Promise<ReadonlyMap<string, RegisteredAgency>>;
  readonly register: (write: AgenciesWrite, events: readonly NewEvent[]) => Promise<void>;
};
/** `provinceVersion`: the province's calendar it was checked against. */
export type PublishedAgencyCalendar = { readonly version: number; readonly provinceVersion: number; readonly own: AgencyCalendar };
/** Calendars of the province and of its agencies share one row of versions, so that one number names what all of them were. */
export type CalendarStore = {
  readonly lastVersion: () => Promise<number>;
  readonly current: () => Promise<PublishedCalendar | undefined>;
  readonly currentOf: (agency: string) => Promise<PublishedAgencyCalendar | undefined>;
  readonly publish: (calendar: PublishedCalendar, event: NewEvent) => Promise<void>;
  readonly publishFor: (agency: string, calendar: PublishedAgencyCalendar, event: NewEvent) => Promise<void>;
};
/** How a person's posts came about. */
export type PostsChange = { readonly at: string; readonly by: string; readonly posts: readonly Post[] };
/** `ended` are the delegations that end with a post of theirs. */
export type Appointment = { readonly person: Person; readonly change: Change; readonly ended: readonly Delegation[] };
export type PersonStore = {
  readonly byUsername: (username: string) => Promise<Person | undefined>;
  readonly inAgency: (agency: string) => Promise<readonly Person[]>;
  /** oldest first */
  readonly changesOf: (username: string) => Promise<readonly PostsChange[]>;
  readonly appoint: (appointment: Appointment, events: readonly NewEvent[]) => Promise<void>;
  /** as `appoint`, once ever: false when a first administrator was appointed before */
  readonly appointFirst: (person: Person, change: Change, event: NewEvent) => Promise<boolean>;
};
/** `holder` as read: the write clashes when the person was changed meanwhile. */
export type DelegationWrite = { readonly delegation: Delegation; readonly holder: Person; readonly request?: { readonly key: RequestKey; readonly now: Date } };
export type DelegationStore = {
  readonly find: (delegationId: string) => Promise<Delegation | undefined>;
  readonly givenBy: (username: string) => Promise<readonly Delegation[]>;
  readonly takenBy: (username: string) => Promise<readonly Delegation[]>;
  /** newest first */
  readonly all: (cursor: string | undefined) => Promise<{ readonly items: readonly Delegation[]; readonly cursor?: string }>;
  /** what an earlier request under this key made */
  readonly answered: (key: RequestKey) => Promise<Delegation | undefined>;
  readonly write: (write: DelegationWrite, events: readonly NewEvent[]) => Promise<void>;
};
