import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { defineEvent } from '../define-event.ts';

export const DossierSucceededV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'dossier.succeeded', version: 1, personalData: 'none',
  title: 'Dossier succeeded', description: 'An open dossier of a dissolved agency lies with its successor from a day on: `agencyCode` carries it on, `receivedBy` received it and stays on record. Status, number and clock are what they were.',
  data: z.object({
    dossierId: DossierId, procedureCode: ProcedureCode, procedureVersion: z.int().positive(), agencyCode: AgencyCode,
    formerAgency: AgencyCode, receivedBy: AgencyCode, effectiveFrom: IsoDate, succeededAt: z.iso.datetime(),
  }),
});
