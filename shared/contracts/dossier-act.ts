import * as z from 'zod';
import { DossierId } from '../kernel/ids.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';

/** Roles of the desk: who may read the dossiers of an agency. */
export const deskRoles = ['one-stop-clerk', 'case-officer', 'leader'] as const;
export const byDossier = z.object({ dossierId: DossierId });
/** The revision the caller saw: a write on an older one answers `changed-meanwhile`. */
export const Seen = z.object({ revision: z.int().nonnegative() });
/** Why; whether it may be left out, the act knows. */
export const Reason = cleanText(2000, { multiline: true, optional: true }).default('');
/** What every act on a dossier may answer. */
export const act = ['not-found', 'state-conflict', 'changed-meanwhile'] as const;
