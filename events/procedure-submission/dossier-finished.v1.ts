import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierFinishedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.finished', version: 1, personalData: 'none',
  title: 'Dossier finished', description: 'The result exists (status 9): the clock stopped here.',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, finishedAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(),
    verdict: z.enum(['early', 'on-time', 'late']).optional().meta({ description: 'against the due date; absent where the term is published in words only and no date was promised' }) }),
});
