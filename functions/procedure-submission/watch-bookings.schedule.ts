import { scheduled } from '../../shared/runtime/schedule.ts';
import { bookingWatchDeps } from './deps.ts';
import { watchBookings } from './watch-bookings.ts';

export const handler = scheduled('watch-bookings', watchBookings(bookingWatchDeps()));
