import { openTable } from '../../shared/runtime/dynamo.ts';
import { env } from '../../shared/runtime/env.ts';
import { appointFirstAdministrator } from './appoint-first-administrator.ts';
import { appointPerson } from './appoint-person.ts';
import { claimsOf } from './claims-of.ts';
import { agencyStore, calendarStore, personStore } from './directory.repository.ts';
import { publishCalendar } from './publish-calendar.ts';
import { registerAgencies } from './register-agencies.ts';

const table = () => openTable(env('TABLE_NAME'));

export const apiDeps = () => {
  const own = table();
  const [agencies, calendars, people] = [agencyStore(own), calendarStore(own), personStore(own)];
  return {
    allAgencies: async () => (await agencies.tree()).agencies.map(({ agency }) => agency),
    currentCalendar: calendars.current,
    registerAgencies: registerAgencies({ agencies }),
    publishCalendar: publishCalendar({ calendars }),
    appointPerson: appointPerson({ people, agencies }),
  };
};

export const claimsDeps = () => {
  const people = personStore(table());
  return { claimsOf: claimsOf({ people }), warm: () => people.byUsername('nobody') };
};
export const firstAdministratorDeps = () => ({ appointFirstAdministrator: appointFirstAdministrator({ people: personStore(table()) }) });
export const streamDeps = () => ({ bus: env('BUS_NAME'), table: env('TABLE_NAME') });
