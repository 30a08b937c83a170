import { isDeepStrictEqual } from 'node:util';
import type { Agency } from '../../shared/contracts/agency.ts';
import { isInForce, lifeOf } from '../../shared/kernel/agency-tree.ts';
import type { IsoDate } from '../../shared/kernel/vietnam-time.ts';

/** An agency with the number of times its facts were written, from 1. */
export type RegisteredAgency = { readonly agency: Agency; readonly revision: number };

export const sameFacts = (one: Agency, other: Agency): boolean => isDeepStrictEqual(one, other);

/** The agency a code names on a day: its own code, or a code of another list while it names it; the latest where none exists on that day. */
export const agencyNamed = (agencies: readonly Agency[], code: string, day: IsoDate): Agency | undefined => {
  const own = agencies.find((agency) => agency.code === code);
  if (own !== undefined) return own;
  const named = agencies.flatMap((agency) => agency.aliases.filter(({ value }) => value === code).map((alias) => ({
    agency, dates: { validFrom: alias.validFrom ?? lifeOf(agency).validFrom, validTo: alias.validTo ?? agency.validTo },
  }))).toSorted((a, b) => (a.dates.validFrom ?? '').localeCompare(b.dates.validFrom ?? ''));
  return (named.find(({ dates }) => isInForce(dates, day)) ?? named.at(-1))?.agency;
};
