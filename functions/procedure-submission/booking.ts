import type { BookingView, DeskPlan } from '../../shared/contracts/booking.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { bookingAfter, type BookingAct, type BookingState } from './booking-transitions.ts';
import { endOf, planOn, startOf, stillOffered, type Desk, type Place } from './desk-slots.ts';

/** A place at a desk that somebody holds. Name, telephone and mail are nowhere else: no event and no list of others carries them. */
export type Booking = {
  readonly bookingId: string; readonly code: string; readonly agency: { readonly code: string; readonly name: string };
  readonly place: Place; readonly state: BookingState; readonly revision: number; readonly madeAt: string;
  /** whose booking counts: an account, or a telephone number; `seat` is which of the person's own bookings it is */
  readonly holder: { readonly key: string; readonly seat: number };
  readonly person: { readonly name: string; readonly phone?: string; readonly email?: string };
  readonly procedure?: { readonly code: string; readonly name: Localised }; readonly field?: Localised;
  readonly dossierId?: string;
  /** drawn at the desk, on the day of the booking */
  readonly ticket?: number;
};

export const hasBegun = ({ place }: Booking, now: Date): boolean => startOf(place) <= now;

/** Lets an act through that changes a booking. Throws `booking-cancelled`, `booking-used`, or `booking-begun`. */
export const requireOpen = (booking: Booking, act: BookingAct, now: Date): BookingState => {
  const after = bookingAfter(act, booking.state);
  if (after === undefined) throw new DomainError(booking.state === 'cancelled' ? 'booking-cancelled' : 'booking-used');
  if (hasBegun(booking, now)) throw new DomainError('booking-begun');
  return after;
};

const counterName = (plans: readonly DeskPlan[], { day, counter }: Place): string | undefined => planOn(plans, day)?.counters.find(({ id }) => id === counter)?.name;

/** A booking as whoever holds its code sees it. */
export const bookingView = (booking: Booking, desk: Desk, now: Date): BookingView => {
  const { code, agency, place, state, procedure, field, ticket } = booking;
  const open = state === 'booked' && !hasBegun(booking, now);
  const counter = counterName(desk.plans, place);
  return {
    code, agency, day: place.day, time: place.time, startsAt: startOf(place).toISOString(), endsAt: endOf(place).toISOString(), state, open,
    withdrawn: open && !stillOffered(desk, place), ...(counter === undefined ? {} : { counter }),
    ...(procedure === undefined ? {} : { procedure }), ...(field === undefined ? {} : { field }), ...(ticket === undefined ? {} : { ticket }),
  };
};

/** What events tell of a booking. */
export const factsOfBooking = ({ bookingId, agency, place, procedure }: Booking) =>
  ({ bookingId, agencyCode: agency.code, startsAt: startOf(place).toISOString(), ...(procedure === undefined ? {} : { procedureCode: procedure.code }) });
