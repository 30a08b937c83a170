import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { BookingId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const BookingUnplacedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'booking.unplaced', version: 1, personalData: 'none',
  title: 'Booking unplaced', description: 'The agency changed its days or counters and the booked half hour is no longer offered. Said once for each place; whoever holds the booking has to be told.',
  data: z.object({ bookingId: BookingId, agencyCode: AgencyCode, startsAt: z.iso.datetime(), procedureCode: ProcedureCode.optional() }),
});
