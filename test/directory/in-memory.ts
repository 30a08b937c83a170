import type { RegisteredAgency } from '../../functions/directory/agency.ts';
import type { Delegation } from '../../functions/directory/delegation.ts';
import type { Person } from '../../functions/directory/person.ts';
import { Clash } from '../../functions/directory/ports.ts';
import type { AgencyStore, CalendarStore, Change, DelegationStore, PersonStore, PublishedAgencyCalendar, PublishedCalendar } from '../../functions/directory/ports.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';

/** The directory's stores in memory, with the same rules: what is read is checked when it is written. */
export const inMemoryDirectory = () => {
  const agencies = new Map<string, RegisteredAgency>();
  const tree = { revision: 0 };
  const people = new Map<string, Person>();
  const calendars: PublishedCalendar[] = [];
  const events: NewEvent[] = [];
  const changes: Change[] = [];
  const delegations = new Map<string, Delegation>();
  const requests = new Map<string, string>();
  /** clashes to meet before a write goes through */
  const clashes = { left: 0 };
  const meetClash = (): void => {
    if (clashes.left-- > 0) throw new Clash();
  };
  const agencyStore: AgencyStore = {
    tree: async () => ({ revision: tree.revision, agencies: [...agencies.values()] }),
    named: async (codes) => new Map(codes.flatMap((code) => { const one = agencies.get(code); return one ? [[code, one]] : []; })),
    register: async ({ agencies: changed, after, change }, told) => {
      meetClash();
      if (after !== tree.revision || changed.some((one) => (agencies.get(one.agency.code)?.revision ?? 0) !== one.revision - 1)) throw new Clash();
      tree.revision++;
      for (const one of changed) agencies.set(one.agency.code, one);
      changes.push(change);
      events.push(...told);
    },
  };
  const ownCalendars = new Map<string, PublishedAgencyCalendar>();
  const count = { version: 0 };
  const counted = (version: number): void => {
    meetClash();
    if (version <= count.version) throw new Clash();
    count.version = version;
  };
  const calendarStore: CalendarStore = {
    lastVersion: async () => count.version,
    current: async () => calendars.at(-1),
    currentOf: async (agency) => ownCalendars.get(agency),
    publish: async (calendar, told) => {
      counted(calendar.version);
      calendars.push(calendar);
      events.push(told);
    },
    publishFor: async (agency, calendar, told) => {
      counted(calendar.version);
      ownCalendars.set(agency, calendar);
      events.push(told);
    },
  };
  const personStore: PersonStore = {
    byUsername: async (username) => people.get(username),
    inAgency: async (agency) => [...people.values()].filter(({ posts }) => posts.some((post) => post.agency === agency)),
    changesOf: async () => [],
    appoint: async ({ person, change, ended }, told) => {
      meetClash();
      people.set(person.username, person);
      for (const one of ended) delegations.set(one.delegationId, one);
      changes.push(change);
      events.push(...told);
    },
    appointFirst: async (person, _change, told) => {
      if (people.size > 0) return false;
      events.push(told);
      people.set(person.username, person);
      return true;
    },
  };
  const delegationStore: DelegationStore = {
    find: async (id) => delegations.get(id),
    givenBy: async (username) => [...delegations.values()].filter(({ holder }) => holder.username === username),
    takenBy: async (username) => [...delegations.values()].filter(({ delegate }) => delegate.username === username),
    all: async () => ({ items: [...delegations.values()] }),
    answered: async ({ id }) => delegations.get(requests.get(id) ?? ''),
    write: async ({ delegation, holder, request }, told) => {
      meetClash();
      if (people.get(holder.username)?.revision !== holder.revision) throw new Clash();
      people.set(holder.username, { ...holder, revision: holder.revision + 1 });
      delegations.set(delegation.delegationId, delegation);
      if (request !== undefined) requests.set(request.key.id, delegation.delegationId);
      events.push(...told);
    },
  };
  return { delegations: delegationStore, agencies: agencyStore, calendars: calendarStore, people: personStore, events, changes, clashes };
};
