import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierWithdrawnV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.withdrawn', version: 1, personalData: 'none',
  title: 'Dossier withdrawn', description: 'The applicant took the dossier back before there was a result (status 7).',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, fromStatus: DossierStatusCode,
    receivedAt: z.iso.datetime().optional().meta({ description: 'when it had been accepted; absent when it had not' }) }),
});
