import { localParts } from '../../shared/kernel/vietnam-time.ts';
import type { Booking } from './booking.ts';
import { startOf } from './desk-slots.ts';
import { spelledInstant } from '../../shared/kernel/spelled-time.ts';

export type BookingOccasion = 'made' | 'moved' | 'cancelled' | 'near' | 'unplaced';

const english = (instant: Date): string => {
  const { year, month, day, hour, minute } = localParts(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} (Việt Nam time)`;
};

const said: Readonly<Record<BookingOccasion, { readonly subject: string; readonly vi: string; readonly en: string }>> = {
  made: { subject: 'Đã đặt lịch', vi: 'Ông/Bà đã đặt lịch đến bộ phận một cửa. Khi đến, hãy đưa mã đặt lịch cho cán bộ để lấy số; người có lịch được gọi trước.', en: 'Your visit to the one-stop desk is booked. Show the booking code there to get a ticket; people with a booking are called first.' },
  moved: { subject: 'Đã đổi giờ hẹn', vi: 'Lịch của Ông/Bà đã được đổi sang giờ mới dưới đây.', en: 'Your booking was moved to the time below.' },
  cancelled: { subject: 'Đã hủy lịch', vi: 'Lịch dưới đây đã được hủy. Ông/Bà có thể đặt lịch khác bất cứ lúc nào.', en: 'The booking below was cancelled. You can book another at any time.' },
  near: { subject: 'Nhắc lịch ngày mai', vi: 'Ngày mai Ông/Bà có lịch tại bộ phận một cửa. Nếu không đến được, hãy hủy để nhường chỗ cho người khác.', en: 'You have a booking at the one-stop desk tomorrow. If you cannot come, cancel it so that somebody else can.' },
  unplaced: { subject: 'Cần chọn giờ khác', vi: 'Cơ quan đã thay đổi giờ hoặc quầy làm việc nên không còn phục vụ vào giờ Ông/Bà đã đặt. Cơ quan xin lỗi và mong Ông/Bà chọn giờ khác.', en: 'The agency changed its hours or counters and cannot serve you at the time you booked. It apologises and asks you to choose another time.' },
};

/** What is written to whoever booked; it says no more than the page of the booking. */
export const bookingMail = (booking: Booking, occasion: BookingOccasion, siteOrigin: string): { subject: string; text: string } => {
  const { subject, vi, en } = said[occasion];
  const at = startOf(booking.place);
  const link = (path: string): string => `${siteOrigin}${path}dat-lich/?ma=${booking.code}`;
  const matter = booking.procedure === undefined ? [] : [`Thủ tục: ${booking.procedure.name.vi} (${booking.procedure.code})`];
  const text = [
    vi, '', `Thời gian: ${spelledInstant(at)}`, `Nơi đến: ${booking.agency.name}`, ...matter, `Mã đặt lịch: ${booking.code}`, `Xem, đổi giờ hoặc hủy: ${link('/')}`,
    '', '---', '', en, '', `Time: ${english(at)}`, `Booking code: ${booking.code}`, `See, move or cancel it: ${link('/en/')}`, '',
  ].join('\n');
  return { subject: `${subject} · ${booking.code}`, text };
};
