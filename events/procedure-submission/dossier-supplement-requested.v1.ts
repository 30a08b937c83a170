import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierSupplementRequestedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.supplement-requested', version: 1, personalData: 'none',
  title: 'Supplement requested', description: 'The agency asked the applicant for more papers: the clock stands (status 5, Mẫu 02). `revision` is the line of history that asks.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    round: z.int().positive(), revision: z.int().positive(), requestedAt: z.iso.datetime(),
  }),
});
