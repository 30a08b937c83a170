import type { EventOf } from '../../events/define-event.ts';
import { BookingCancelledV1 } from '../../events/procedure-submission/booking-cancelled.v1.ts';
import { BookingMadeV1 } from '../../events/procedure-submission/booking-made.v1.ts';
import { BookingMovedV1 } from '../../events/procedure-submission/booking-moved.v1.ts';
import { BookingNearV1 } from '../../events/procedure-submission/booking-near.v1.ts';
import { BookingUnplacedV1 } from '../../events/procedure-submission/booking-unplaced.v1.ts';
import { consume, onEvent, RetryLater, type Received } from '../../shared/runtime/queue.ts';
import type { BookingOccasion } from './booking-mail.ts';
import { bookingMailDeps } from './deps.ts';
import { tellBooker } from './tell-booker.ts';

const tell = tellBooker(bookingMailDeps());

/** A booking that has begun is no news: a day that is replayed late writes to nobody. */
const on = (occasion: BookingOccasion) => async ({ id, data }: EventOf<typeof BookingCancelledV1>, { now }: Received): Promise<void> => {
  if (Date.parse(data.startsAt) <= now.getTime()) return;
  if ((await tell({ eventId: id, bookingId: data.bookingId, occasion, now })) === 'busy') throw new RetryLater('another worker is sending it');
};

export const handler = consume([
  onEvent(BookingMadeV1, on('made')), onEvent(BookingMovedV1, on('moved')), onEvent(BookingCancelledV1, on('cancelled')), onEvent(BookingNearV1, on('near')), onEvent(BookingUnplacedV1, on('unplaced')),
]);
