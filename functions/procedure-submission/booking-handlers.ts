import { BookSlot, CancelBooking, GetBooking, GetDeskPlan, GetFreeSlots, ListBookableAgencies, ListMyBookings, MoveBooking, SetDeskPlan } from '../../shared/contracts/booking.ts';
import { on } from '../../shared/runtime/http.ts';
import { bookSlot, type BookingDeps } from './book-slot.ts';
import { bookingView, type Booking } from './booking.ts';
import { citizenOf, officerOf } from '../../shared/runtime/callers.ts';
import { cancelBooking, moveBooking, openBooking } from './change-booking.ts';
import { getDeskPlan, setDeskPlan } from './desk-plan.ts';
import { startOf } from './desk-slots.ts';
import { deskOf, freeSlots } from './free-slots.ts';

/** What answers the routes of bookings. */
export const bookingHandlers = (deps: BookingDeps) => {
  const [book, cancel, move, free, plan, setPlan] = [bookSlot(deps), cancelBooking(deps), moveBooking(deps), freeSlots(deps), getDeskPlan(deps), setDeskPlan(deps)];
  const view = async (booking: Booking, now: Date) => bookingView(booking, await deskOf(deps, booking.agency.code), now);
  return [
    on(ListBookableAgencies, async () => ({ items: await deps.bookings.bookable() })),
    on(GetFreeSlots, ({ params, query, now }) => free(params.agencyCode, query, now)),
    on(BookSlot, async ({ params, body, actor, requestKey, cause, now }) => { const { booking, desk } = await book({ ...params, ...body, asked: { requestKey, cause } }, actor); return bookingView(booking, desk, now); }),
    on(GetBooking, async ({ params, now }) => view(await openBooking(deps, params.bookingCode), now)),
    on(CancelBooking, async ({ params, requestKey, cause, now }) => view(await cancel({ ...params, asked: { requestKey, cause } }), now)),
    on(MoveBooking, async ({ params, body, requestKey, cause, now }) => view(await move({ ...params, ...body, asked: { requestKey, cause } }), now)),
    on(ListMyBookings, async ({ actor, now }) => {
      const held = await deps.bookings.held(`citizen:${citizenOf(actor).subject}`, now);
      const bookings = await deps.bookings.findMany(held.map(({ bookingId }) => bookingId));
      return { items: await Promise.all(bookings.toSorted((a, b) => startOf(a.place).getTime() - startOf(b.place).getTime()).map((booking) => view(booking, now))) };
    }),
    on(GetDeskPlan, ({ params, actor, now }) => plan(params.agencyCode, officerOf(actor), now)),
    on(SetDeskPlan, ({ params, query, body, actor, now }) => setPlan({ agency: params.agencyCode, plan: body, preview: query.preview === 'yes', now }, officerOf(actor))),
  ];
};
