import { BookingNearV1 } from '../../events/procedure-submission/booking-near.v1.ts';
import { BookingUnplacedV1 } from '../../events/procedure-submission/booking-unplaced.v1.ts';
import { dateOfDayNumber, dayNumberOf, localDate, localParts } from '../../shared/kernel/vietnam-time.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { BookingStore, Taken } from './booking-ports.ts';
import { bookingRules } from './booking-rules.ts';
import { factsOfBooking } from './booking.ts';
import { startOf, stillOffered } from './desk-slots.ts';
import { deskOf } from './free-slots.ts';
import type { Directory } from './ports.ts';

type Deps = { readonly bookings: BookingStore; readonly directory: Pick<Directory, 'calendarInForce'> };
type Run = { readonly now: Date; readonly correlationId: string };

/**
 * Looks through the bookings to come of every desk: who lost the place, because plan or calendar changed, and who comes
 * tomorrow, is told of once. What was told stands on the place's row, in the transaction that tells: safe to do twice.
 * One agency that cannot be read does not hold up the others; the run fails at its end.
 */
export const watchBookings = ({ bookings, directory }: Deps) => async ({ now, correlationId }: Run): Promise<{ unplaced: number; near: number }> => {
  const figures = { unplaced: 0, near: 0 };
  const failures: unknown[] = [];
  const [today, tomorrow] = [localDate(now), dateOfDayNumber(dayNumberOf(localDate(now)) + 1)];
  const remind = localParts(now).hour >= bookingRules.remindFromHour;
  const say = async (agency: string, taken: Taken, what: 'told' | 'reminded'): Promise<boolean> => {
    const booking = await bookings.find(taken.bookingId);
    if (booking === undefined) return false;
    const event = newEvent(what === 'told' ? BookingUnplacedV1 : BookingNearV1, factsOfBooking(booking), { actor: 'system', correlationId, causationId: correlationId, now });
    return bookings.say(agency, taken, what, event);
  };
  const look = async (agency: string): Promise<void> => {
    const desk = await deskOf({ bookings, directory }, agency);
    for (const taken of await bookings.taken(agency, { from: today, to: '9999-12-31' })) {
      if (startOf(taken.place) <= now) continue;
      if (!stillOffered(desk, taken.place)) { if (taken.told !== true && await say(agency, taken, 'told')) figures.unplaced += 1; }
      else if (remind && taken.place.day === tomorrow && taken.bookedOn < today && taken.reminded !== true && await say(agency, taken, 'reminded')) figures.near += 1;
    }
  };
  for (const { code } of await bookings.bookable()) await look(code).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} desks could not be looked through`);
  return figures;
};
