import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierRefusedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.refused', version: 1, personalData: 'none',
  title: 'Dossier refused', description: 'The receiving agency refused the dossier (status 3, Mẫu 03).',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,  }),
});
