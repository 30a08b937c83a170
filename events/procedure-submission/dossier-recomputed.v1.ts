import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierRecomputedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.recomputed', version: 1, personalData: 'none',
  title: 'Promised date recomputed', description: 'A leader had the promised date reckoned anew, by the calendar in force or by the term of the catalogue in force. `basis` says which; `revision` is the line of history that says why.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    revision: z.int().positive(), basis: z.enum(['calendar', 'catalogue']), previousDueAt: z.iso.datetime().optional(), dueAt: z.iso.datetime(), recomputedAt: z.iso.datetime(),
  }),
});
