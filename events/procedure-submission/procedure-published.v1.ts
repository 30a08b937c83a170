import * as z from 'zod';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const ProcedurePublishedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'procedure.published', version: 1, personalData: 'none',
  title: 'Procedure published', description: 'A version of a procedure was published or closed; readers fetch it by its code.',
  data: z.object({ procedureCode: ProcedureCode, procedureVersion: z.int().positive(), status: z.enum(['open', 'closed']) }),
});
