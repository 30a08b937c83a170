// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.
export const bookingRoutes = {
  listBookableAgencies: {"method":"GET","path":"/bookable-agencies"},
  getFreeSlots: {"method":"GET","path":"/agencies/{agencyCode}/slots"},
  bookSlot: {"method":"POST","path":"/agencies/{agencyCode}/bookings","keyed":true},
  getBooking: {"method":"GET","path":"/bookings/{bookingCode}"},
  cancelBooking: {"method":"POST","path":"/bookings/{bookingCode}/cancel","keyed":true},
  moveBooking: {"method":"POST","path":"/bookings/{bookingCode}/move","keyed":true},
  listMyBookings: {"method":"GET","path":"/bookings"},
} as const;
