import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierNumber } from '../../shared/kernel/dossier-number.ts';
import { DossierId, PersonId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierWarnedV2 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.warned', version: 2, personalData: 'none',
  title: 'Dossier warned of', description: 'A part (`threshold`, per cent) of the time of an internal step, or of the whole, is used up. Given once for each; `role` owns the step the dossier stands in.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, number: DossierNumber.optional(),
    extent: z.enum(['step', 'whole']), step: z.string().max(40), role: z.enum(['one-stop-clerk', 'case-officer', 'leader']),
    ownerId: PersonId.optional().meta({ description: 'who received the step; not said while nobody has, or when it came by a transfer' }),
    threshold: z.int().min(1).max(100), dueAt: z.iso.datetime(), warnedAt: z.iso.datetime(),
  }),
});
