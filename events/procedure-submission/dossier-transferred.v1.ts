import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierTransferredV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.transferred', version: 1, personalData: 'none',
  title: 'Dossier transferred', description: 'The matter lies with another agency (`toAgencyCode`) from now on; its number stays and its clock goes on. `agencyCode` is the agency that passed it on, `revision` the line of history that says why.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    toAgencyCode: AgencyCode, revision: z.int().positive(), transferredAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(),
  }),
});
