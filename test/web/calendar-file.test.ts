import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../web/format/calendar-file.ts';
import { bookingCode, BookingCode, normaliseBookingCode } from '../../shared/kernel/booking-code.ts';

const file = calendarFile({
  id: 'DL-4K7M-9QRT-2XYZ', startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-25T01:30:00.000Z', title: 'Đến Ủy ban nhân dân Phường I', place: 'Ủy ban nhân dân Phường I, thành phố Vị Thanh; tỉnh Hậu Giang, Việt Nam',
  text: 'Mã đặt lịch: DL-4K7M-9QRT-2XYZ\nĐăng ký khai sinh', link: 'https://example.vn/dat-lich/?ma=DL-4K7M-9QRT-2XYZ', madeAt: new Date('2026-11-22T02:03:04Z'),
});

describe('a calendar file', () => {
  it('has the instants in UTC and ends every line as RFC 5545 asks', () => {
    expect(file).toContain('\r\nDTSTART:20261125T010000Z\r\nDTEND:20261125T013000Z\r\n');
    expect(file).toContain('\r\nDTSTAMP:20261122T020304Z\r\n');
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.startsWith('BEGIN:VCALENDAR\r\n') && file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('folds at 75 octets without cutting a letter, and escapes what would end a value', () => {
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const whole = file.replaceAll('\r\n ', '');
    expect(whole).toContain('LOCATION:Ủy ban nhân dân Phường I\\, thành phố Vị Thanh\\; tỉnh Hậu Giang\\, Việt Nam\r\n');
    expect(whole).toContain('DESCRIPTION:Mã đặt lịch: DL-4K7M-9QRT-2XYZ\\nĐăng ký khai sinh\r\n');
  });
});

describe('a booking code', () => {
  it('is read however it is typed, and from the scanned address of its page', () => {
    for (const typed of ['dl-4k7m-9qrt-2xyz', 'DL 4K7M 9QRT 2XYZ', '4k7m9qrt2xyz', 'https://example.vn/dat-lich/?ma=DL-4K7M-9QRT-2XYZ', 'https://example.vn/en/dat-lich/?thu-tuc=1.001193&ma=DL-4K7M-9QRT-2XYZ#x']) expect(normaliseBookingCode(typed)).toBe('DL-4K7M-9QRT-2XYZ');
    expect(normaliseBookingCode('DL-OI1L-9QRT-2XYZ')).toBe('DL-0111-9QRT-2XYZ');
    expect(BookingCode.safeParse('HG-4K7M-9QRT-2XYZ').success).toBe(false);
    expect(BookingCode.safeParse('DL-4K7M-9QRT-2XY').success).toBe(false);
  });

  it('has 60 random bits', () => {
    const codes = new Set(Array.from({ length: 2000 }, () => bookingCode()));
    expect(codes.size).toBe(2000);
    for (const code of codes) expect(BookingCode.safeParse(code).success).toBe(true);
  });
});
