import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { Channel } from '../../shared/kernel/dossier-status.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierSubmittedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.submitted', version: 1, personalData: 'none',
  title: 'Dossier submitted', description: 'An applicant filed a dossier (status 1); the clock has not started.',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, channel: Channel, submittedAt: z.iso.datetime(), }),
});
