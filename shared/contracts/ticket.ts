import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { BookingCode } from '../kernel/booking-code.ts';
import { DossierId } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { IsoDate, TimeOfDay, UtcInstant } from '../kernel/vietnam-time.ts';
import { anyone, officer } from './access.ts';
import { BookingState, DeskPlan } from './booking.ts';
import { defineRoute } from './route.ts';

export const TicketState = z.enum(['waiting', 'called', 'serving', 'done', 'missed']);
export const TicketAct = z.enum(['serve', 'finish', 'miss', 'put-back']);
export type TicketAct = z.infer<typeof TicketAct>;

/** A number drawn at a desk on a day, as the desk sees it. */
export const DeskTicket = z.object({
  number: z.int(), state: TicketState, field: Localised.optional(), issuedAt: UtcInstant, calledAt: UtcInstant.optional(), servedAt: UtcInstant.optional(), doneAt: UtcInstant.optional(),
  counter: z.string().optional(), allowed: z.array(TicketAct),
  /** who booked: the half hour, the name, and the dossier it is about */
  booked: z.object({ time: TimeOfDay, name: z.string(), dossierId: DossierId.optional() }).optional(),
}).meta({ id: 'DeskTicket', title: 'DeskTicket' });
export type DeskTicket = z.infer<typeof DeskTicket>;

const DayBooking = z.object({
  code: BookingCode, time: TimeOfDay, counter: z.string(), name: z.string(), phone: z.string().optional(), matter: Localised.optional(),
  state: BookingState, ticket: z.int().optional(), dossierId: DossierId.optional(),
});
export const DeskDay = z.object({
  day: IsoDate, plan: DeskPlan.optional(),
  /** the half hours of the day, with how many can be booked in each */
  slots: z.array(z.object({ time: TimeOfDay, places: z.int() })), bookings: z.array(DayBooking),
  /** the day’s numbers; who waits stands in the order of being called */
  tickets: z.array(DeskTicket), waitMinutes: z.int(),
}).meta({ id: 'DeskDay', title: 'DeskDay' });
export type DeskDay = z.infer<typeof DeskDay>;

const ofAgency = z.object({ agencyCode: AgencyCode });
const clerk = [officer(['one-stop-clerk'])] as const;
export const GetDeskDay = defineRoute({
  name: 'getDeskDay', method: 'GET', path: '/desk/agencies/{agencyCode}/day', access: [officer(['one-stop-clerk', 'case-officer', 'leader'])],
  summary: { vi: 'Lịch và số trong ngày', en: 'The bookings and numbers of a day at a desk; of today without a day' },
  params: ofAgency, query: () => z.object({ day: IsoDate.optional() }), ok: { status: 200, body: DeskDay }, problems: ['not-found', 'calendar-not-published'],
});
export const IssueTicket = defineRoute({
  name: 'issueTicket', method: 'POST', path: '/desk/agencies/{agencyCode}/tickets', access: clerk, keyed: true,
  summary: { vi: 'Lấy số', en: 'Give somebody a number for today: by the code of a booking, or without one' },
  params: ofAgency, body: () => z.object({ bookingCode: BookingCode.optional(), field: z.string().min(1).max(200).optional() }), ok: { status: 201, body: DeskTicket },
  problems: ['not-found', 'booking-not-offered', 'field-not-served', 'booking-unknown', 'booking-cancelled', 'booking-used', 'booking-other-day', 'calendar-not-published'],
});
export const CallNext = defineRoute({
  name: 'callNext', method: 'POST', path: '/desk/agencies/{agencyCode}/counters/{counterId}/next', access: clerk, keyed: true,
  summary: { vi: 'Gọi số tiếp theo', en: 'Call the next number to a counter: who booked this half hour first, then by order' },
  params: () => ofAgency.extend({ counterId: z.string().regex(/^[a-z0-9-]{1,20}$/, 'field.malformed') }), ok: { status: 200, body: DeskTicket },
  problems: ['not-found', 'booking-not-offered', 'counter-unknown', 'counter-occupied', 'nobody-waits'],
});
export const ActOnTicket = defineRoute({
  name: 'actOnTicket', method: 'POST', path: '/desk/agencies/{agencyCode}/tickets/{number}/act', access: clerk, keyed: true,
  summary: { vi: 'Phục vụ số', en: 'Begin or finish serving a number of today, note that nobody came, or let it wait again' },
  params: () => ofAgency.extend({ number: z.coerce.number().int().min(1).max(9999) }), body: () => z.object({ act: TicketAct }), ok: { status: 200, body: DeskTicket },
  problems: ['not-found', 'booking-not-offered', 'ticket-conflict', 'ticket-called-just-now'],
});
export const WaitingBoard = z.object({
  agency: z.object({ code: AgencyCode, name: z.string() }), at: UtcInstant,
  called: z.array(z.object({ number: z.int(), counter: z.string() })), waiting: z.int(), next: z.array(z.int()), waitMinutes: z.int(),
}).meta({ id: 'WaitingBoard', title: 'WaitingBoard', description: 'What hangs in the hall: numbers and counters, nothing of anybody.' });
export type WaitingBoard = z.infer<typeof WaitingBoard>;
export const GetWaitingBoard = defineRoute({
  name: 'getWaitingBoard', method: 'GET', path: '/agencies/{agencyCode}/waiting', access: [anyone()],
  summary: { vi: 'Bảng gọi số', en: 'The numbers called and waiting at a desk now; may be some seconds old' },
  params: ofAgency, ok: { status: 200, body: WaitingBoard }, problems: ['agency-unknown', 'booking-not-offered'],
});

export const ticketRoutes = [GetDeskDay, IssueTicket, CallNext, ActOnTicket, GetWaitingBoard] as const;
