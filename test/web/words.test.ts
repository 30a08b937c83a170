import { expect, test } from 'vitest';
import { cutOffText, feeText, termText } from '../../web/format/catalogue-text.ts';
import { dayText, momentText, shortDayText, timeText } from '../../web/format/dates.ts';
import { inLanguage, signInPath, trackPath } from '../../web/format/addresses.ts';
import { trackingCodeAmongWords, trackingCodeIn } from '../../web/portal/tracking-code.ts';

test('a moment is said in the time of Việt Nam, with its weekday', () => {
  expect(momentText('2026-11-25T10:00:00Z', 'vi')).toBe('17 giờ, thứ Tư 25/11/2026');
  expect(momentText('2026-11-25T02:30:00Z', 'vi')).toBe('9 giờ 30, thứ Tư 25/11/2026');
  expect(momentText('2026-11-25T10:00:00Z', 'en')).toBe('17:00, Wednesday 25 November 2026');
  expect(dayText('2026-11-22T18:00:00Z', 'vi')).toBe('thứ Hai 23/11/2026');
  expect(dayText('2026-11-22', 'vi')).toBe('Chủ nhật 22/11/2026');
  expect(shortDayText('2026-11-05', 'en')).toBe('5 Nov 2026');
  expect(timeText('2026-11-22T03:42:00Z')).toBe('10:42');
});

test.each([
  [{ parts: [{ amount: 0, unit: 'WORKING_DAY' }] }, 'Trong ngày', 'The same day'],
  [{ parts: [{ amount: 1, unit: 'WORKING_DAY' }] }, '1 ngày làm việc', '1 working day'],
  [{ parts: [{ amount: 2.5, unit: 'DAY' }] }, '2,5 ngày', '2.5 calendar days'],
  [{ parts: [{ amount: 2, unit: 'WORKING_DAY', at: 'commune' }, { amount: 3, unit: 'WORKING_DAY', at: 'district' }] }, '2 ngày làm việc tại cấp xã, rồi 3 ngày làm việc tại cấp huyện', '2 working days at the commune, then 3 working days at the district'],
  [{ parts: [{ amount: 4, unit: 'HOUR' }] }, '4 giờ làm việc', '4 working hours'],
] as const)('term %j', (term, vi, en) => {
  expect(termText({ parts: [...term.parts] }, 'vi')).toBe(vi);
  expect(termText({ parts: [...term.parts] }, 'en')).toBe(en);
});

test('a cut-off hour is said only where there is one', () => {
  expect(cutOffText({ parts: [{ amount: 0, unit: 'WORKING_DAY' }] }, 'vi')).toBeUndefined();
  expect(cutOffText({ parts: [{ amount: 0, unit: 'WORKING_DAY' }], cutOff: '15:00' }, 'vi')).toContain('15:00');
});

test('a fee is an amount, free, by reference, or not published; never guessed', () => {
  expect(feeText({ kind: 'amount', vnd: 20_000, per: { vi: 'lần đăng ký', en: 'registration' } }, 'vi')).toBe('20.000 đồng/lần đăng ký');
  expect(feeText({ kind: 'amount', vnd: 20_000, per: { vi: 'lần đăng ký', en: 'registration' } }, 'en')).toBe('VND 20,000 per registration');
  expect(feeText({ kind: 'free' }, 'vi')).toBe('Không mất phí');
  expect(feeText({ kind: 'not-stated' }, 'vi')).toBe('Chưa công bố');
  expect(feeText({ kind: 'by-reference', text: 'Theo Luật phí' }, 'en')).toBe('Theo Luật phí');
});

test('a tracking code is recognised however it is typed', () => {
  for (const typed of ['HG-4K7M-9QRT-2XYZ', ' hg4k7m9qrt2xyz ', '4k7m 9qrt 2xyz', 'HG–4K7M–9QRT–2XYZ']) expect(trackingCodeIn(typed), typed).toBe('HG-4K7M-9QRT-2XYZ');
  expect(trackingCodeIn('HG-4K7M-9QRT')).toBeUndefined();
  expect(trackingCodeIn('')).toBeUndefined();
});

test('twelve letters among words are words, not a code', () => {
  expect(trackingCodeAmongWords('dang ky khai si')).toBeUndefined();
  expect(trackingCodeAmongWords('4k7m9qrt2xyz')).toBe('HG-4K7M-9QRT-2XYZ');
});

test('addresses have an English twin and keep what they carry', () => {
  expect(inLanguage(trackPath('HG-4K7M-9QRT-2XYZ'), 'en')).toBe('/en/tra-cuu/?ma=HG-4K7M-9QRT-2XYZ');
  expect(signInPath('/nop-ho-so/?thu-tuc=1.001193&buoc=giay-to')).toBe('/api/auth/national/sign-in?return=%2Fnop-ho-so%2F%3Fthu-tuc%3D1.001193%26buoc%3Dgiay-to');
});
