import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { PrintId } from '../../shared/kernel/ids.ts';
import { defineEvent } from '../define-event.ts';

export const RegisterPrintRequestedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'register-print.requested', version: 1, personalData: 'none',
  title: 'Register asked for as a file', description: 'An officer wants the register of a month as a file; what is to be made stands with the print.',
  data: z.object({ printId: PrintId, agencyCode: AgencyCode, registerMonth: z.string().regex(/^20\d{2}-\d{2}$/) }),
});
