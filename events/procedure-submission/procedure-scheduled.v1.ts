import * as z from 'zod';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { defineEvent } from '../define-event.ts';

export const ProcedureScheduledV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'procedure.scheduled', version: 1, personalData: 'none',
  title: 'Procedure scheduled', description: 'A version of a procedure was published that comes into force on a later day; `procedure.published` follows when it begins.',
  data: z.object({ procedureCode: ProcedureCode, procedureVersion: z.int().positive(), effectiveFrom: IsoDate, status: z.enum(['open', 'closed']) }),
});
