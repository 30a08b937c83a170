import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierNumber } from '../../shared/kernel/dossier-number.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const DossierAcceptedV2 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.accepted', version: 2, personalData: 'none',
  title: 'Dossier accepted', description: 'The receiving agency accepted the dossier: it has its number, drawn here or issued by another side, and the clock started (status 2).',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, number: DossierNumber, receivedAt: z.iso.datetime(), dueAt: z.iso.datetime().optional() }),
});
