import * as z from 'zod';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const ProcedureRecalledV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'procedure.recalled', version: 1, personalData: 'none',
  title: 'Procedure recalled', description: 'A version that `procedure.scheduled` announced was recalled before its day: it will not come into force, and the version in force stays.',
  data: z.object({ procedureCode: ProcedureCode, procedureVersion: z.int().positive() }),
});
