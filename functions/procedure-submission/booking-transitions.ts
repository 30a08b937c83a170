import type { Localised } from '../../shared/kernel/localised.ts';

export type BookingState = 'booked' | 'arrived' | 'cancelled';
export type BookingAct = 'book' | 'move' | 'cancel' | 'arrive';

type Move<S, A> = { readonly act: A; /** none: it begins here */ readonly from: readonly S[]; readonly to: S; readonly by: string; readonly name: Localised };

export const bookingStates = { booked: { vi: 'Đã đặt', en: 'Booked' }, arrived: { vi: 'Đã đến', en: 'Arrived' }, cancelled: { vi: 'Đã hủy', en: 'Cancelled' } } as const satisfies Record<BookingState, Localised>;

/** Every way a booking moves, as data: the write condition and the diagram in the README come from these rows. */
export const bookingTransitions = [
  { act: 'book', from: [], to: 'booked', by: 'citizen', name: { vi: 'Đặt lịch', en: 'Book' } },
  { act: 'move', from: ['booked'], to: 'booked', by: 'citizen', name: { vi: 'Đổi giờ', en: 'Move' } },
  { act: 'cancel', from: ['booked'], to: 'cancelled', by: 'citizen', name: { vi: 'Hủy lịch', en: 'Cancel' } },
  { act: 'arrive', from: ['booked'], to: 'arrived', by: 'one-stop-clerk', name: { vi: 'Đến quầy lấy số', en: 'Check in' } },
] as const satisfies readonly Move<BookingState, BookingAct>[];

/** Where an act leads from a state; undefined where it is not allowed. */
export const bookingAfter = (act: BookingAct, state: BookingState): BookingState | undefined => {
  const rows: readonly Move<BookingState, BookingAct>[] = bookingTransitions;
  return rows.find((row) => row.act === act && row.from.includes(state))?.to;
};
