import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierStepMovedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.step-moved', version: 1, personalData: 'none',
  title: 'Dossier moved between internal steps', description: 'One officer handed the dossier on, the next received it, or sent it back. `dueAt` is when the step that was left, or is being walked, is due. `revision` is the line of history that says so.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    revision: z.int().positive(), movement: z.enum(['handed-on', 'received', 'sent-back']), fromStep: z.string().max(40).optional(), toStep: z.string().max(40),
    role: z.enum(['one-stop-clerk', 'case-officer', 'leader']), movedAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(),
  }),
});
