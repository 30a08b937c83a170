import { BookingCancelledV1 } from '../../events/procedure-submission/booking-cancelled.v1.ts';
import { BookingMovedV1 } from '../../events/procedure-submission/booking-moved.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { requireSlot, seekPlace, untilDone, type BookingDeps } from './book-slot.ts';
import type { BookingOutcome } from './booking-ports.ts';
import { factsOfBooking, requireOpen, type Booking } from './booking.ts';
import { startOf, type When } from './desk-slots.ts';
import { deskOf } from './free-slots.ts';
import type { Asked } from './ports.ts';

type Command = { readonly bookingCode: string; readonly asked: Asked };
type Deps = Pick<BookingDeps, 'bookings' | 'directory' | 'random'>;

/** A booking by its code. Throws `booking-unknown`. */
export const openBooking = async ({ bookings }: Pick<Deps, 'bookings'>, code: string): Promise<Booking> => {
  const booking = await bookings.byCode(code);
  if (booking === undefined) throw new DomainError('booking-unknown');
  return booking;
};

/** Carries an act out on the booking as it stands, again where it moved on meanwhile. A request answered before gives the booking as it is now. */
const changing = ({ bookings }: Pick<Deps, 'bookings'>, { bookingCode, asked }: Command, act: (booking: Booking) => Promise<{ after: Booking; outcome: BookingOutcome }>): Promise<Booking> => {
  const answered = async (): Promise<Booking | undefined> => (await bookings.answered(asked.requestKey) === undefined ? undefined : openBooking({ bookings }, bookingCode));
  return untilDone(async () => {
    const before = await answered();
    if (before !== undefined) return before;
    const { after, outcome } = await act(await openBooking({ bookings }, bookingCode));
    return outcome.kind === 'written' ? after : undefined;
  }, answered);
};

/** Gives the place back, once. */
export const cancelBooking = (deps: Deps) => (command: Command): Promise<Booking> => changing(deps, command, async (before) => {
  const { asked } = command;
  const after = { ...before, state: requireOpen(before, 'cancel', asked.cause.now), revision: before.revision + 1 };
  const outcome = await deps.bookings.cancel({ before, after, event: newEvent(BookingCancelledV1, factsOfBooking(before), asked.cause), asked });
  return { after, outcome };
});

/** Another half hour of the same desk: the new place is taken and the old one given back in one transaction. */
export const moveBooking = (deps: Deps) => (command: Command & When): Promise<Booking> => changing(deps, command, async (before) => {
  const { asked, day, time } = command;
  const { now } = asked.cause;
  const when = { day, time };
  const state = requireOpen(before, 'move', now);
  const desk = await deskOf(deps, before.agency.code);
  if (desk.plans.length === 0) throw new DomainError('booking-not-offered');
  if (startOf(when).getTime() === startOf(before.place).getTime()) throw new DomainError('slot-same', undefined, { pointers: ['/body/time'] });
  requireSlot(desk, when, now);
  const place = await seekPlace(deps, { agency: before.agency.code, desk, field: before.field?.vi, when, now });
  const after = { ...before, place, state, revision: before.revision + 1 };
  const event = newEvent(BookingMovedV1, { ...factsOfBooking(after), earlierStart: startOf(before.place).toISOString() }, asked.cause);
  return { after, outcome: await deps.bookings.move({ before, after, event, asked }) };
});
