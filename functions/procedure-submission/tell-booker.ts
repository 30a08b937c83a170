import { DomainError } from '../../shared/kernel/domain-error.ts';
import { sendOnce, type MailDeps } from '../../shared/runtime/mail-ledger.ts';
import { bookingMail, type BookingOccasion } from './booking-mail.ts';
import type { BookingStore } from './booking-ports.ts';

type Deps = MailDeps & { readonly bookings: Pick<BookingStore, 'find'>; readonly siteOrigin: string };
type Notice = { readonly eventId: string; readonly bookingId: string; readonly occasion: BookingOccasion; readonly now: Date };

/** Writes once for an event to whoever booked, where the account has a mail address. */
export const tellBooker = (deps: Deps) => async ({ eventId, bookingId, occasion, now }: Notice): Promise<'sent' | 'sent before' | 'none' | 'busy'> => {
  const booking = await deps.bookings.find(bookingId);
  if (booking === undefined) throw new DomainError('not-found', 'the booking of an event');
  const to = booking.person.email;
  if (to === undefined) return 'none';
  return sendOnce(deps, { eventId, now }, { to, ...bookingMail(booking, occasion, deps.siteOrigin) });
};
