import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';
import { DossierNumberV1 } from './dossier-number.v1.ts';

export const DossierAcceptedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.accepted', version: 1, personalData: 'none',
  title: 'Dossier accepted', description: 'The receiving agency accepted the dossier: number drawn, clock started (status 2).',
  data: z.object({ dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode, number: DossierNumberV1, receivedAt: z.iso.datetime(), dueAt: z.iso.datetime().optional(), }),
});
