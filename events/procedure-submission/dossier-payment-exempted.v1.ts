import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { Vnd } from '../../shared/kernel/money.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierPaymentExemptedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.payment-exempted', version: 1, personalData: 'none',
  title: 'Payment exempted', description: 'A leader exempted the applicant from what was owed on a dossier; the clock goes on where it stopped.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    obligation: z.int().positive(), revision: z.int().positive(), amount: Vnd, exemptedAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(),
  }),
});
