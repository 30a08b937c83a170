import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { Vnd } from '../../shared/kernel/money.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierPaymentRequestedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.payment-requested', version: 1, personalData: 'none',
  title: 'Payment requested', description: 'The agency asked the applicant to pay: the clock stands (status 6). A gateway is paid for this `obligation` of the dossier; `revision` is the line of history that asks.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    obligation: z.int().positive(), revision: z.int().positive(), amount: Vnd, requestedAt: z.iso.datetime(),
  }),
});
