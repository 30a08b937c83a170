import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierStoppedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.stopped', version: 1, personalData: 'none',
  title: 'Dossier stopped', description: 'The agency stopped work on the dossier with a reason (status 8): its clock stands. `revision` is the line of history that stops.',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, revision: z.int().positive(), stoppedAt: z.iso.datetime() }),
});
