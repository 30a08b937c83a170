import type * as z from 'zod';
import { BookingMadeV1 } from '../../events/procedure-submission/booking-made.v1.ts';
import type { BookSlot } from '../../shared/contracts/booking.ts';
import { bookingCode } from '../../shared/kernel/booking-code.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { contactFault, phoneDigits } from '../../shared/kernel/contact.ts';
import type { BookingStore, HeldSeat } from './booking-ports.ts';
import { bookingRules } from './booking-rules.ts';
import { factsOfBooking, type Booking } from './booking.ts';
import { chosenPlace, countersFor, freeDays, freePlaces, lastDay, nextFree, placeName, planOn, slotFault, type Desk, type Place, type When } from './desk-slots.ts';
import { competentAgency } from './dossier.ts';
import { openDesk, type SlotDeps } from './free-slots.ts';
import type { Asked, DossierStore } from './ports.ts';

export type BookingDeps = SlotDeps & { readonly bookings: BookingStore; readonly dossiers: Pick<DossierStore, 'idByTrackingCode' | 'load'>; readonly random?: () => number };
type Command = z.output<typeof BookSlot.body> & { readonly agencyCode: string; readonly asked: Asked };

/** A place lost to somebody else is sought again this often: each time somebody got one, so a desk of a hundred places is served. */
const mostTries = 40;

/** Who books: an account, or a name with a telephone number. Throws `request-invalid` with each field. */
const personOf = (actor: Actor, { name, phone }: Command): { person: Booking['person']; holder: string } => {
  const signedIn = actor.kind === 'citizen' ? actor : undefined;
  const fault = phone === undefined ? (signedIn === undefined ? 'field.missing' : undefined) : contactFault('phone', phone);
  const faults = [...(signedIn === undefined && name === undefined ? [['/body/name', 'field.missing']] : []), ...(fault === undefined ? [] : [['/body/phone', fault]])];
  if (faults.length > 0) throw new DomainError('request-invalid', 'who books', { pointers: faults.map(([pointer = '']) => pointer), extra: { fieldCodes: faults.map(([, code]) => code) } });
  const digits = phone === undefined ? undefined : phoneDigits(phone);
  return {
    person: { name: signedIn?.name ?? name ?? '', ...(digits === undefined ? {} : { phone: digits }), ...(signedIn?.email === undefined ? {} : { email: signedIn.email }) },
    holder: signedIn === undefined ? `phone:${digits ?? ''}` : `citizen:${signedIn.subject}`,
  };
};

/** The dossier somebody comes about, where it lies with the agency of the desk. */
const dossierAt = async ({ dossiers }: Pick<BookingDeps, 'dossiers'>, { trackingCode, agencyCode }: Command): Promise<string | undefined> => {
  if (trackingCode === undefined) return undefined;
  const dossierId = await dossiers.idByTrackingCode(trackingCode);
  const record = dossierId === undefined ? undefined : await dossiers.load(dossierId);
  if (record === undefined) throw new DomainError('tracking-code-unknown', undefined, { pointers: ['/body/trackingCode'] });
  if (competentAgency(record).code !== agencyCode) throw new DomainError('dossier-elsewhere', undefined, { pointers: ['/body/trackingCode'] });
  return record.filed.dossierId;
};

const ownSeat = (held: readonly HeldSeat[], most: number): number => {
  const free = Array.from({ length: most }, (_, index) => index + 1).find((seat) => !held.some((one) => one.seat === seat));
  if (free === undefined || held.length >= most) throw new DomainError('booking-limit');
  return free;
};

/** Throws `slot-past` or `slot-not-open`. */
export const requireSlot = (desk: Desk, when: When, now: Date): void => {
  const fault = slotFault(desk, when, now);
  if (fault !== undefined) throw new DomainError(fault, undefined, { pointers: [fault === 'slot-past' ? '/body/time' : '/body/day'] });
};

/** Tries until it is written. A refusal counts only where the same request, sent twice at once, was not what took the place. */
export const untilDone = async (attempt: () => Promise<Booking | undefined>, answered: () => Promise<Booking | undefined>): Promise<Booking> => {
  for (let tries = 0; tries < mostTries; tries++) {
    try {
      const done = await attempt();
      if (done !== undefined) return done;
    } catch (error) {
      const done = error instanceof DomainError ? await answered() : undefined;
      if (done === undefined) throw error;
      return done;
    }
  }
  throw new DomainError('busy', 'no place could be had');
};

type Seeking = { readonly agency: string; readonly desk: Desk; readonly field: string | undefined; readonly when: When; readonly now: Date };
/** A place in the half hour nobody has. Throws `slot-full` with the next free half hours. */
export const seekPlace = async ({ bookings, random = Math.random }: Pick<BookingDeps, 'bookings' | 'random'>, { agency, desk, field, when, now }: Seeking): Promise<Place> => {
  const taken = new Set((await bookings.taken(agency, { from: when.day, to: when.day })).map(({ place }) => placeName(place)));
  const plan = planOn(desk.plans, when.day);
  const place = plan === undefined ? undefined : chosenPlace(freePlaces(plan, countersFor(plan, field), when, taken), random);
  if (place !== undefined) return place;
  const everything = new Set((await bookings.taken(agency, { from: when.day, to: lastDay(desk, now) })).map((one) => placeName(one.place)));
  throw new DomainError('slot-full', undefined, { pointers: ['/body/time'], extra: { allowed: nextFree(freeDays(desk, field, everything, now), when, bookingRules.offeredInstead) } });
};

/**
 * Books a place in a half hour, once however often the request is sent. The place is a row that only one booking can
 * write, together with the booking itself, the person's own seat, the request and the event: two never get the same.
 */
export const bookSlot = (deps: BookingDeps) => async (command: Command, actor: Actor): Promise<{ booking: Booking; desk: Desk }> => {
  const { agencyCode, day, time, asked } = command;
  const { now } = asked.cause;
  const when = { day, time };
  const { desk, agency, matter } = await openDesk(deps, agencyCode, command, now);
  const answered = async (): Promise<Booking | undefined> => { const id = await deps.bookings.answered(asked.requestKey); return id === undefined ? undefined : deps.bookings.find(id); };
  const before = await answered();
  if (before !== undefined) return { booking: before, desk };
  const { person, holder } = personOf(actor, command);
  requireSlot(desk, when, now);
  const dossierId = await dossierAt(deps, command);
  const most = planOn(desk.plans, day)?.openPerPerson ?? 1;
  const attempt = async (): Promise<Booking | undefined> => {
    const seat = ownSeat(await deps.bookings.held(holder, now), most);
    const place = await seekPlace(deps, { agency: agencyCode, desk, field: matter.field?.vi, when, now });
    const booking: Booking = {
      bookingId: newId('bkg', now), code: bookingCode(), agency, place, state: 'booked', revision: 0, madeAt: now.toISOString(), holder: { key: holder, seat }, person,
      ...matter, ...(dossierId === undefined ? {} : { dossierId }),
    };
    const event = newEvent(BookingMadeV1, { ...factsOfBooking(booking), through: actor.kind === 'citizen' ? 'account' : 'phone' }, asked.cause);
    const outcome = await deps.bookings.make({ booking, event, asked });
    return outcome.kind === 'written' ? booking : outcome.kind === 'replayed' ? answered() : undefined;
  };
  return { booking: await untilDone(attempt, answered), desk };
};
