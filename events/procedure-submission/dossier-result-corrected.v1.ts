import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierResultCorrectedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.result-corrected', version: 1, personalData: 'none',
  title: 'Result corrected', description: 'A result has a new version; the one before stays readable and is marked as replaced. Whether the dossier was in time does not change. `resultVersion` counts from 2.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    revision: z.int().positive(), resultVersion: z.int().min(2), correctedAt: z.iso.datetime(),
  }),
});
