import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierHandedOverV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.handed-over', version: 1, personalData: 'none',
  title: 'Result handed over', description: 'The result was handed to the applicant (status 10).',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,  }),
});
