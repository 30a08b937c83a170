import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierSupplementOverdueV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.supplement-overdue', version: 1, personalData: 'none',
  title: 'Supplement overdue', description: 'The applicant did not answer what was asked for by the last day for it. Said once for a round; the clock of the agency stands all the same.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    supplementRound: z.int().positive(), answerBy: z.iso.datetime(), warnedAt: z.iso.datetime(),
  }),
});
