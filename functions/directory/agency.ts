import { isDeepStrictEqual } from 'node:util';
import type { Agency } from '../../shared/contracts/agency.ts';

/** An agency with the number of times its facts were written, from 1. */
export type RegisteredAgency = { readonly agency: Agency; readonly revision: number };

export const sameFacts = (one: Agency, other: Agency): boolean => isDeepStrictEqual(one, other);

/** The code in the form of QCVN 102:2016, where the agency had one. */
export const oldCodeOf = (agency: Agency): string | undefined => agency.aliases.find(({ system }) => system === 'old-code')?.value;
