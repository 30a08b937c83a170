import type { DeskPlan } from '../../shared/contracts/booking.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import type { Booking } from './booking.ts';
import type { Place } from './desk-slots.ts';
import type { Asked } from './ports.ts';

/** A place that is taken: by whom, on which day it was booked, and what its holder was told. */
export type Taken = { readonly place: Place; readonly bookingId: string; readonly bookedOn: string; readonly told?: boolean; readonly reminded?: boolean };
/** One of the bookings to come of a person; a row whose `until` has passed is free again. */
export type HeldSeat = { readonly seat: number; readonly bookingId: string; readonly until: string };

/** `taken`: another booking has the place. `held`: the person's own seat was filled meanwhile. `changed`: the booking moved on. */
export type BookingOutcome = { readonly kind: 'written' } | { readonly kind: 'replayed'; readonly bookingId: string } | { readonly kind: 'taken' | 'held' | 'changed' };
type Step = { readonly before: Booking; readonly after: Booking; readonly event: NewEvent; readonly asked: Asked };

export type BookingStore = {
  readonly plans: (agency: string) => Promise<DeskPlan[]>;
  /** over the revision its writer has seen; false when the plan of that day is another by now */
  readonly keepPlan: (agency: { readonly code: string; readonly name: string }, plan: DeskPlan) => Promise<boolean>;
  readonly bookable: () => Promise<{ code: string; name: string }[]>;
  /** the places taken between two days, both included */
  readonly taken: (agency: string, days: { readonly from: string; readonly to: string }) => Promise<Taken[]>;
  readonly find: (bookingId: string) => Promise<Booking | undefined>;
  readonly findMany: (bookingIds: readonly string[]) => Promise<Booking[]>;
  readonly byCode: (code: string) => Promise<Booking | undefined>;
  readonly held: (holder: string, now: Date) => Promise<HeldSeat[]>;
  /** the booking an earlier answer to this request was about */
  readonly answered: (key: Asked['requestKey']) => Promise<string | undefined>;
  /** one transaction each: place, own seat, booking, request and event, or nothing */
  readonly make: (made: { readonly booking: Booking; readonly event: NewEvent; readonly asked: Asked }) => Promise<BookingOutcome>;
  readonly move: (step: Step) => Promise<BookingOutcome>;
  readonly cancel: (step: Step) => Promise<BookingOutcome>;
  /** false when it was said before, or nobody holds the place any more */
  readonly say: (agency: string, taken: Taken, what: 'told' | 'reminded', event: NewEvent) => Promise<boolean>;
};
