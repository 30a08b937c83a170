import { describe, expect, it } from 'vitest';
import { bookingMail, type BookingOccasion } from '../../functions/procedure-submission/booking-mail.ts';
import { tellBooker } from '../../functions/procedure-submission/tell-booker.ts';
import { MailNotSent } from '../../shared/runtime/mailer.ts';
import type { Booking } from '../../functions/procedure-submission/booking.ts';
import { now } from './support/dossiers.ts';

const booking: Booking = {
  bookingId: 'bkg_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', code: 'DL-4K7M-9QRT-2XYZ', agency: { code: 'H30.19.01', name: 'Ủy ban nhân dân Phường I' }, place: { day: '2026-11-25', time: '08:00', counter: 'quay-1', seat: 1 }, state: 'booked', revision: 0,
  madeAt: now.toISOString(), holder: { key: 'citizen:x', seat: 1 }, person: { name: 'Người Đặt', phone: '0900000001', email: 'congdan01@example.vn' }, procedure: { code: '1.001193', name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' } },
};
const occasions: readonly BookingOccasion[] = ['made', 'moved', 'cancelled', 'near', 'unplaced'];

describe('the mail of a booking', () => {
  it.each(occasions)('%s: says when, where and the code in both languages, and nothing of the person', (occasion) => {
    const { subject, text } = bookingMail(booking, occasion, 'https://example.vn');
    expect(subject).toMatch(/ · DL-4K7M-9QRT-2XYZ$/);
    expect(text).toContain('Thời gian: 08 giờ 00 phút, ngày 25 tháng 11 năm 2026');
    expect(text).toContain('Time: 2026-11-25 08:00 (Việt Nam time)');
    expect(text).toContain('https://example.vn/dat-lich/?ma=DL-4K7M-9QRT-2XYZ');
    expect(text).toContain('https://example.vn/en/dat-lich/?ma=DL-4K7M-9QRT-2XYZ');
    expect(text).not.toMatch(/Người Đặt|0900000001/);
  });

  it('goes out once for an event, and only where there is an address', async () => {
    const sent: string[] = [];
    let claimed: 'mine' | 'sent' = 'mine';
    const ledger = { claim: () => Promise.resolve(claimed), settle: () => { claimed = 'sent'; return Promise.resolve(); }, release: () => Promise.resolve() };
    const deps = (found: Booking | undefined) => ({ bookings: { find: () => Promise.resolve(found) }, ledger, mailer: { send: ({ to }: { to: string }) => { sent.push(to); return Promise.resolve(); } }, siteOrigin: '' });
    const notice = { eventId: 'evt_1', bookingId: booking.bookingId, occasion: 'made', now } as const;
    expect(await tellBooker(deps({ ...booking, person: { name: 'x' } }))(notice)).toBe('none');
    expect([await tellBooker(deps(booking))(notice), await tellBooker(deps(booking))(notice)]).toEqual(['sent', 'sent before']);
    expect(sent).toEqual(['congdan01@example.vn']);
    await expect(tellBooker(deps(undefined))(notice)).rejects.toThrow();
  });

  it('that certainly did not go out may be tried again at once', async () => {
    const released: string[] = [];
    const ledger = { claim: () => Promise.resolve('mine' as const), settle: () => Promise.resolve(), release: (id: string) => { released.push(id); return Promise.resolve(); } };
    const refusing = { bookings: { find: () => Promise.resolve(booking) }, ledger, mailer: { send: () => Promise.reject(new MailNotSent('no')) }, siteOrigin: '' };
    await expect(tellBooker(refusing)({ eventId: 'evt_2', bookingId: booking.bookingId, occasion: 'near', now })).rejects.toThrow(MailNotSent);
    expect(released).toEqual(['evt_2']);
  });
});
