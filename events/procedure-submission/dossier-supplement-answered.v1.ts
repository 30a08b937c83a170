import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierSupplementAnsweredV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.supplement-answered', version: 1, personalData: 'none',
  title: 'Supplement answered', description: 'The applicant answered every item asked for: the clock goes on where it stopped, and `dueAt` is the date now in force.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    round: z.int().positive(), answeredAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(),
  }),
});
