import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierProgressReportedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.progress-reported', version: 1, personalData: 'none',
  title: 'Progress of a dossier reported', description: 'The system of the agency told what was done meanwhile; the status stays what it is.',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode }),
});
