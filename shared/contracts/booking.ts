import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { BookingCode } from '../kernel/booking-code.ts';
import { TrackingCode } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoDate, TimeOfDay, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { anyone, citizen, officer } from './access.ts';
import { defineRoute } from './route.ts';

/** A counter of a one-stop desk: what it serves, and how many people it takes in half an hour. */
export const DeskCounter = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,20}$/, 'field.malformed'), name: cleanText(60),
  fields: z.array(Localised).max(60).meta({ description: 'the fields of procedures it serves; every field where none is named' }),
  perHalfHour: z.int().min(1).max(20),
}).meta({ title: 'Desk counter' });
export type DeskCounter = z.infer<typeof DeskCounter>;

/** How an agency takes people at its desk, from a day on. Its days and hours are those of its working calendar. */
export const DeskPlan = z.object({
  effectiveFrom: IsoDate,
  counters: z.array(DeskCounter).min(1).max(30).refine((counters) => new Set(counters.map(({ id }) => id)).size === counters.length, 'field.repeated'),
  openDays: z.int().min(1).max(60).meta({ description: 'how many days ahead a half hour can be booked' }),
  leadMinutes: z.int().min(0).max(2880).meta({ description: 'how long before a half hour its booking closes' }),
  walkInPercent: z.int().min(0).max(100).meta({ description: 'the share of each counter’s places kept for people without a booking' }),
  openPerPerson: z.int().min(1).max(10).meta({ description: 'how many bookings to come one person may hold in the province' }),
  graceMinutes: z.int().min(0).max(60).meta({ description: 'who checks in this long after the booked half hour began still goes first' }),
  noShowMinutes: z.int().min(1).max(60).meta({ description: 'how long a called person has to come' }),
  serviceMinutes: z.int().min(1).max(120).meta({ description: 'how long one person takes, until the day itself tells' }),
  revision: z.int().nonnegative().optional().meta({ description: 'how often the plan of this day was set; of a new one: what its writer has seen, without it none' }),
}).meta({ id: 'DeskPlan', title: 'DeskPlan' });
export type DeskPlan = z.infer<typeof DeskPlan>;

export const Slot = z.object({ time: TimeOfDay, free: z.int() });
export const SlotDay = z.object({ day: IsoDate, slots: z.array(Slot) });
export type SlotDay = z.infer<typeof SlotDay>;
const When = z.object({ day: IsoDate, time: TimeOfDay });

export const BookingState = z.enum(['booked', 'arrived', 'cancelled']);
export const BookingView = z.object({
  code: BookingCode, agency: z.object({ code: AgencyCode, name: z.string() }), day: IsoDate, time: TimeOfDay, startsAt: UtcInstant, endsAt: UtcInstant,
  state: BookingState, counter: z.string().optional(), procedure: z.object({ code: ProcedureCode, name: Localised }).optional(), field: Localised.optional(),
  /** it can be cancelled or moved */
  open: z.boolean(),
  /** the agency changed its days or counters, and the half hour is no longer offered */
  withdrawn: z.boolean(),
  /** the number drawn at the desk */
  ticket: z.int().optional(),
}).meta({ id: 'Booking', title: 'Booking', description: 'A place at a desk in a half hour, as whoever holds its code sees it: no personal data.' });
export type BookingView = z.infer<typeof BookingView>;

/** For what somebody comes: a procedure, or a field; any counter that serves everything where neither is said. */
const Matter = { procedure: ProcedureCode.optional(), field: z.string().min(1).max(200).optional() };

export const ListBookableAgencies = defineRoute({
  name: 'listBookableAgencies', method: 'GET', path: '/bookable-agencies', access: [anyone()],
  summary: { vi: 'Cơ quan nhận đặt lịch', en: 'The agencies at whose desk a half hour can be booked' },
  ok: { status: 200, body: () => z.object({ items: z.array(z.object({ code: AgencyCode, name: z.string() })) }) }, problems: [],
});
const slotProblems = ['agency-unknown', 'booking-not-offered', 'procedure-unknown', 'field-not-served', 'calendar-not-published'] as const;
export const GetFreeSlots = defineRoute({
  name: 'getFreeSlots', method: 'GET', path: '/agencies/{agencyCode}/slots', access: [anyone()],
  summary: { vi: 'Giờ còn chỗ', en: 'Free half hours of an agency’s desk, day by day, with how many places are left' },
  params: () => z.object({ agencyCode: AgencyCode }), query: () => z.object(Matter),
  ok: { status: 200, body: () => z.object({ agency: z.object({ code: AgencyCode, name: z.string() }), procedure: z.object({ code: ProcedureCode, name: Localised }).optional(), fields: z.array(Localised), days: z.array(SlotDay) }) },
  problems: slotProblems,
});

const Phone = cleanText(30);
export const BookSlot = defineRoute({
  name: 'bookSlot', method: 'POST', path: '/agencies/{agencyCode}/bookings', access: [anyone(), citizen('none')], keyed: true,
  summary: { vi: 'Đặt lịch tại bộ phận một cửa', en: 'Book a place in a half hour: signed in, or with a name and a telephone number' },
  params: () => z.object({ agencyCode: AgencyCode }),
  body: () => When.extend({ ...Matter, trackingCode: TrackingCode.optional(), name: cleanText(120).optional(), phone: Phone.optional() }),
  ok: { status: 201, body: BookingView },
  problems: [...slotProblems, 'slot-past', 'slot-not-open', 'slot-full', 'booking-limit', 'tracking-code-unknown', 'dossier-elsewhere'],
});
const byCode = z.object({ bookingCode: BookingCode });
export const GetBooking = defineRoute({
  name: 'getBooking', method: 'GET', path: '/bookings/{bookingCode}', access: [anyone()],
  summary: { vi: 'Xem lịch đã đặt', en: 'A booking, for whoever holds its code' },
  params: byCode, ok: { status: 200, body: BookingView }, problems: ['booking-unknown'],
});
const changing = ['booking-unknown', 'booking-begun', 'booking-cancelled', 'booking-used'] as const;
export const CancelBooking = defineRoute({
  name: 'cancelBooking', method: 'POST', path: '/bookings/{bookingCode}/cancel', access: [anyone()], keyed: true,
  summary: { vi: 'Hủy lịch', en: 'Give the place back, until the half hour begins' },
  params: byCode, ok: { status: 200, body: BookingView }, problems: changing,
});
export const MoveBooking = defineRoute({
  name: 'moveBooking', method: 'POST', path: '/bookings/{bookingCode}/move', access: [anyone()], keyed: true,
  summary: { vi: 'Đổi giờ', en: 'Move a booking to another half hour of the same desk, until the booked one begins' },
  params: byCode, body: When, ok: { status: 200, body: BookingView },
  problems: [...changing, 'slot-past', 'slot-not-open', 'slot-full', 'slot-same', 'booking-not-offered', 'calendar-not-published'],
});
export const ListMyBookings = defineRoute({
  name: 'listMyBookings', method: 'GET', path: '/bookings', access: [citizen()],
  summary: { vi: 'Lịch tôi đã đặt', en: 'The bookings to come of the signed-in citizen' },
  ok: { status: 200, body: () => z.object({ items: z.array(BookingView) }) }, problems: [],
});

/** A booking the desk has to talk to somebody about: its half hour or counter is no longer there. */
export const UnplacedBooking = z.object({ code: BookingCode, day: IsoDate, time: TimeOfDay, name: z.string(), phone: z.string().optional(), told: z.boolean().meta({ description: 'a mail went out' }) });
export type UnplacedBooking = z.infer<typeof UnplacedBooking>;
const ofAgency = z.object({ agencyCode: AgencyCode });
const deskRoles = ['one-stop-clerk', 'case-officer', 'leader'] as const;
const PlanView = z.object({ plans: z.array(DeskPlan), unplaced: z.array(UnplacedBooking) });
export type PlanView = z.infer<typeof PlanView>;
export const GetDeskPlan = defineRoute({
  name: 'getDeskPlan', method: 'GET', path: '/desk/agencies/{agencyCode}/plan', access: [officer(deskRoles)],
  summary: { vi: 'Cách tổ chức quầy', en: 'How the agency takes people at its desk, now and later, and the bookings that lost their place by it' },
  params: ofAgency, ok: { status: 200, body: PlanView }, problems: ['not-found', 'calendar-not-published'],
});
export const SetDeskPlan = defineRoute({
  name: 'setDeskPlan', method: 'PUT', path: '/desk/agencies/{agencyCode}/plan', access: [officer(['leader'])],
  summary: { vi: 'Đặt cách tổ chức quầy', en: 'Set how the desk takes people from a day on; as a preview only the bookings it would take the place of are told' },
  params: ofAgency, query: () => z.object({ preview: z.enum(['yes', 'no']).default('no') }), body: DeskPlan,
  ok: { status: 200, body: PlanView }, problems: ['not-found', 'agency-unknown', 'effective-date-past', 'desk-plan-changed', 'calendar-not-published'],
});

export const bookingRoutes = [ListBookableAgencies, GetFreeSlots, BookSlot, GetBooking, CancelBooking, MoveBooking, ListMyBookings, GetDeskPlan, SetDeskPlan] as const;
