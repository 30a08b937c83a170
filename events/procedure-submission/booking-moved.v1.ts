import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { BookingId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const BookingMovedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'booking.moved', version: 1, personalData: 'none',
  title: 'Booking moved', description: 'A booking was moved to another half hour of the same desk.',
  data: z.object({ bookingId: BookingId, agencyCode: AgencyCode, startsAt: z.iso.datetime(), procedureCode: ProcedureCode.optional(), earlierStart: z.iso.datetime() }),
});
