import type { RegisteredAgency } from '../../functions/directory/agency.ts';
import type { Person } from '../../functions/directory/person.ts';
import { Clash } from '../../functions/directory/ports.ts';
import type { AgencyStore, CalendarStore, Change, PersonStore, PublishedCalendar } from '../../functions/directory/ports.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';

/** The directory's stores in memory, with the same rules: what is read is checked when it is written. */
export const inMemoryDirectory = () => {
  const agencies = new Map<string, RegisteredAgency>();
  const tree = { revision: 0 };
  const people = new Map<string, Person>();
  const calendars: PublishedCalendar[] = [];
  const events: NewEvent[] = [];
  const changes: Change[] = [];
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
  const calendarStore: CalendarStore = {
    current: async () => calendars.at(-1),
    publish: async (calendar, told) => {
      meetClash();
      if (calendar.version !== calendars.length + 1) throw new Clash();
      calendars.push(calendar);
      events.push(told);
    },
  };
  const personStore: PersonStore = {
    byUsername: async (username) => people.get(username),
    appoint: async (person, change, told) => {
      meetClash();
      people.set(person.username, person);
      changes.push(change);
      events.push(...told);
    },
    appointFirst: async (person) => {
      if (people.size > 0) return false;
      people.set(person.username, person);
      return true;
    },
  };
  return { agencies: agencyStore, calendars: calendarStore, people: personStore, events, changes, clashes };
};
