import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { BookingId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const BookingNearV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'booking.near', version: 1, personalData: 'none',
  title: 'Booking near', description: 'The booked half hour is on the next day. Said once for each place.',
  data: z.object({ bookingId: BookingId, agencyCode: AgencyCode, startsAt: z.iso.datetime(), procedureCode: ProcedureCode.optional() }),
});
