import { calendarOf } from '../../shared/kernel/working-time/agency-calendar.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import { sesMailer } from '../../shared/runtime/mailer.ts';
import { env } from '../../shared/runtime/env.ts';
import { appointFirstAdministrator } from './appoint-first-administrator.ts';
import { appointPerson } from './appoint-person.ts';
import { claimsOf } from './claims-of.ts';
import { delegatePost, revokeDelegation } from './delegate-post.ts';
import { agencyStore, calendarStore } from './directory.repository.ts';
import { delegationStore, personStore } from './people.repository.ts';
import type { AgencyStore, CalendarStore, DelegationStore, PersonStore } from './ports.ts';
import { publishAgencyCalendar, publishCalendar } from './publish-calendar.ts';
import { registerAgencies } from './register-agencies.ts';
import { setWorkEmail } from './set-work-email.ts';
import { applyReorganisation, previewReorganisation } from './reorganise.ts';

const table = () => openTable(env('TABLE_NAME'));

type Stores = { readonly agencies: AgencyStore; readonly calendars: CalendarStore; readonly people: PersonStore; readonly delegations: DelegationStore };

/** What the routes of the directory do, over its stores. */
export const directoryOn = ({ agencies, calendars, people, delegations }: Stores) => ({
  allAgencies: async () => (await agencies.tree()).agencies.map(({ agency }) => agency),
  calendarOf: async (agency?: string) => {
    const [province, own] = await Promise.all([calendars.current(), agency === undefined ? undefined : calendars.currentOf(agency)]);
    return province === undefined || own === undefined ? province?.spec : calendarOf(province.spec, own.own);
  },
  agencyCalendar: async (agency: string) => (await calendars.currentOf(agency))?.own,
  registerAgencies: registerAgencies({ agencies }),
  publishCalendar: publishCalendar({ calendars }),
  publishAgencyCalendar: publishAgencyCalendar({ calendars, agencies }),
  appointPerson: appointPerson({ people, agencies, delegations }),
  delegatePost: delegatePost({ people, delegations }),
  revokeDelegation: revokeDelegation({ people, delegations }),
  setWorkEmail: setWorkEmail({ people }),
  people, delegations,
});
export type Directory = ReturnType<typeof directoryOn>;

export const apiDeps = (): Directory => {
  const own = table();
  return directoryOn({ agencies: agencyStore(own), calendars: calendarStore(own), people: personStore(own), delegations: delegationStore(own) });
};

export const reorganisationDeps = () => {
  const own = table();
  const [agencies, people, delegations] = [agencyStore(own), personStore(own), delegationStore(own)];
  const deps = { agencies, people, registerAgencies: registerAgencies({ agencies }), appointPerson: appointPerson({ people, agencies, delegations }) };
  return { preview: previewReorganisation(deps), apply: applyReorganisation(deps) };
};

export const claimsDeps = () => {
  const own = table();
  const [people, delegations] = [personStore(own), delegationStore(own)];
  return { claimsOf: claimsOf({ people, delegations }), warm: () => people.byUsername('nobody') };
};
export const mailDeps = () => {
  const own = table();
  return { people: personStore(own), delegations: delegationStore(own), ledger: mailLedger(own), mailer: sesMailer(env('MAIL_FROM')), siteOrigin: env('SITE_ORIGIN') };
};
export const firstAdministratorDeps = () => ({ appointFirstAdministrator: appointFirstAdministrator({ people: personStore(table()) }) });
export const streamDeps = () => ({ bus: env('BUS_NAME'), table: env('TABLE_NAME') });
