import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { Vnd } from '../../shared/kernel/money.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierPaymentUnbookedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.payment-unbooked', version: 1, personalData: 'none',
  title: 'Payment unbooked', description: 'Money came through a gateway that could not be counted as what is owed: another amount, a second payment, or nothing was due any more. It is kept visible on the dossier until somebody settles it.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    obligation: z.int().positive(), amount: Vnd, why: z.enum(['other-amount', 'settled-already', 'not-due']), paidAt: z.iso.datetime(),
  }),
});
