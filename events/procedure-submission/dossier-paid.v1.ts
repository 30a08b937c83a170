import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { Vnd } from '../../shared/kernel/money.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierPaidV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.paid', version: 1, personalData: 'none',
  title: 'Dossier paid', description: 'What was owed on a dossier is paid, at the counter or through a gateway; the clock goes on where it stopped. `revision` is the line of history that says so.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    obligation: z.int().positive(), revision: z.int().positive(), method: z.enum(['counter', 'gateway']), amount: Vnd, settledAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(),
  }),
});
