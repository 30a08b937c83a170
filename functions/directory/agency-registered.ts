import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import type { Agency } from '../../shared/contracts/agency.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause, NewEvent } from '../../shared/runtime/outbox.ts';
import type { RegisteredAgency } from './agency.ts';

/** The code in the form of QCVN 102:2016, where the agency had one. */
const oldCodeOf = (agency: Agency): string | undefined => agency.aliases.find(({ system }) => system === 'old-code')?.value;

const present = <T extends object>(facts: T): T => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

/** What others are told of an agency: its facts, those before them, and who succeeded it. */
export const registered = ({ agency, revision }: RegisteredAgency, cause: Cause): NewEvent => newEvent(AgencyRegisteredV1, present({
  agencyCode: agency.code, name: agency.name, level: agency.level, revision, oldCode: oldCodeOf(agency),
  parent: agency.parent, validFrom: agency.validFrom, validTo: agency.validTo,
  earlier: agency.earlier?.map(({ name, level, parent, validFrom, validTo }) => present({ name, level, parent, validFrom, validTo })),
  successors: agency.successors?.map(({ code, from }) => ({ code, from })),
}), cause);
