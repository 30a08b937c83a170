import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierTakenV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.taken', version: 1, personalData: 'none',
  title: 'Dossier taken', description: 'An officer took the dossier for processing (status 4).',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,  }),
});
