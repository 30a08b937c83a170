import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import type { Agency } from '../../shared/contracts/agency.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause, NewEvent } from '../../shared/runtime/outbox.ts';
import { againOnClash } from './again-on-clash.ts';
import { oldCodeOf, sameFacts } from './agency.ts';
import type { RegisteredAgency } from './agency.ts';
import type { AgencyStore } from './ports.ts';

type Deps = { readonly agencies: Pick<AgencyStore, 'named' | 'register'> };

const pointerAt = (place: number, field: string): string => `/body/agencies/${place}/${field}`;

const requireDistinct = (agencies: readonly Agency[]): void => {
  const pointers = agencies.flatMap(({ code }, place) => (agencies.findIndex((other) => other.code === code) < place ? [pointerAt(place, 'code')] : []));
  if (pointers.length > 0) throw new DomainError('request-invalid', 'agency given twice', { pointers });
};

const requireParents = (agencies: readonly Agency[], known: ReadonlyMap<string, RegisteredAgency>): void => {
  const given = new Set(agencies.map(({ code }) => code));
  const pointers = agencies.flatMap(({ parent, code }, place) =>
    (parent === undefined || (parent !== code && (given.has(parent) || known.has(parent))) ? [] : [pointerAt(place, 'parent')]));
  if (pointers.length > 0) throw new DomainError('agency-unknown', 'parent', { pointers });
};

const registered = ({ agency, revision }: RegisteredAgency, cause: Cause): NewEvent => {
  const oldCode = oldCodeOf(agency);
  return newEvent(AgencyRegisteredV1, {
    agencyCode: agency.code, name: agency.name, level: agency.level, revision,
    ...(agency.parent === undefined ? {} : { parent: agency.parent }), ...(oldCode === undefined ? {} : { oldCode }),
    ...(agency.validFrom === undefined ? {} : { validFrom: agency.validFrom }), ...(agency.validTo === undefined ? {} : { validTo: agency.validTo }),
  }, cause);
};

/**
 * Registers agencies or changes their facts; what is the same already is left alone and tells nobody. A parent must be
 * known or come along: `agency-unknown`.
 */
export const registerAgencies = (deps: Deps) => async (agencies: readonly Agency[], cause: Cause): Promise<{ registered: number; unchanged: number }> => {
  requireDistinct(agencies);
  return againOnClash(async () => {
    const known = await deps.agencies.named([...new Set(agencies.flatMap(({ code, parent }) => (parent === undefined ? [code] : [code, parent])))]);
    requireParents(agencies, known);
    const changed = agencies.flatMap((agency): RegisteredAgency[] => {
      const before = known.get(agency.code);
      return before && sameFacts(before.agency, agency) ? [] : [{ agency, revision: (before?.revision ?? 0) + 1 }];
    });
    if (changed.length > 0) await deps.agencies.register(changed, changed.map((one) => registered(one, cause)));
    return { registered: changed.length, unchanged: agencies.length - changed.length };
  });
};
