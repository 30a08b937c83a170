import * as z from 'zod';
import { longestNumber } from '../kernel/dossier-number.ts';
import { DossierId } from '../kernel/ids.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';

/** Roles of the desk: who may read the dossiers of an agency. */
export const deskRoles = ['one-stop-clerk', 'case-officer', 'leader'] as const;
export const byDossier = z.object({ dossierId: DossierId });
/** The revision the caller saw: a write on an older one answers `changed-meanwhile`. */
export const Seen = z.object({ revision: z.int().nonnegative() });
/** The number of the side that issues it, where that is another; drawn here where it is left out. */
export const GivenNumber = cleanText(longestNumber).meta({ description: 'the number of the side that issues it, where that is another side', examples: ['G09.20-20261122-0092637'] });
/** What giving a number may answer. */
export const givingNumber = ['number-missing', 'number-not-asked', 'number-taken'] as const;
/** Why; whether it may be left out, the act knows. */
export const Reason = cleanText(2000, { multiline: true, optional: true }).default('');
/** What every act on a dossier may answer. */
export const act = ['not-found', 'state-conflict', 'changed-meanwhile'] as const;
