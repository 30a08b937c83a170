import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { BookingId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const BookingCancelledV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'booking.cancelled', version: 1, personalData: 'none',
  title: 'Booking cancelled', description: 'A booking was cancelled before its half hour began; the place is free again.',
  data: z.object({ bookingId: BookingId, agencyCode: AgencyCode, startsAt: z.iso.datetime(), procedureCode: ProcedureCode.optional() }),
});
