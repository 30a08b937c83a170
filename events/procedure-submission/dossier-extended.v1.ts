import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierExtendedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.extended', version: 1, personalData: 'none',
  title: 'Dossier extended', description: 'The agency apologised and promised a later date, once (Mẫu 04). `revision` is the line of history that promises it.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    revision: z.int().positive(), extendedAt: z.iso.datetime(), previousDueAt: z.iso.datetime(), dueAt: z.iso.datetime(),
  }),
});
