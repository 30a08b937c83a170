import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { BookingId } from '../../shared/kernel/ids.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { defineEvent } from '../define-event.ts';

export const BookingMadeV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'booking.made', version: 1, personalData: 'none',
  title: 'Booking made', description: 'Somebody booked a half hour at the desk of an agency, signed in (`account`) or with a telephone number (`phone`).',
  data: z.object({ bookingId: BookingId, agencyCode: AgencyCode, startsAt: z.iso.datetime(), procedureCode: ProcedureCode.optional(), through: z.enum(['account', 'phone']) }),
});
