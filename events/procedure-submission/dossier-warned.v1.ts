import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';
import { DossierNumberV1 } from './dossier-number.v1.ts';

export const DossierWarnedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.warned', version: 1, personalData: 'none',
  title: 'Dossier warned of', description: 'A part (`threshold`, per cent) of the time of an internal step, or of the whole, is used up. Given once for each; `role` owns the step the dossier stands in.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, number: DossierNumberV1.optional(),
    extent: z.enum(['step', 'whole']), step: z.string().max(40), role: z.enum(['one-stop-clerk', 'case-officer', 'leader']),
    threshold: z.int().min(1).max(100), dueAt: z.iso.datetime(), warnedAt: z.iso.datetime(),
  }),
});
