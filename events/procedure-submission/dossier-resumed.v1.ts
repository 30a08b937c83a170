import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierResumedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.resumed', version: 1, personalData: 'none',
  title: 'Dossier resumed', description: 'The agency goes on with a stopped dossier: the clock goes on where it stopped, and `dueAt` is the date now in force.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    toStatus: DossierStatusCode, resumedAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(),
  }),
});
