import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { defineEvent } from '../define-event.ts';

export const TicketServedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'ticket.served', version: 1, personalData: 'none',
  title: 'Ticket served', description: 'Somebody who drew a number at a desk was served. `waitedSeconds` from the drawing, or from the booked half hour where that is later, to the beginning; `servedSeconds` from there to the end.',
  data: z.object({
    agencyCode: AgencyCode, servedOn: z.iso.date(), number: z.int().positive(), counter: z.string().max(20), booked: z.boolean(),
    waitedSeconds: z.int().min(0), servedSeconds: z.int().min(0), servedAt: z.iso.datetime(),
  }),
});
