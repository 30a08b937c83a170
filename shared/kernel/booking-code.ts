import * as z from 'zod';
import { randomText } from './ids.ts';

const grouped = (code: string): string => `DL-${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8, 12)}`;

/** What opens a booking without an account: 60 random bits, `DL-4K7M-9QRT-2XYZ`; not guessable, not countable. */
export const bookingCode = (random?: () => number): string => grouped(randomText(12, random));

/** Spaces, dashes and case are free; O reads as 0, I and L as 1; the leading DL may be missing. A scanned address of the booking page is read as its code. */
export const normaliseBookingCode = (typed: string): string => {
  const scanned = /[?&]ma=([^&#]+)/.exec(typed)?.[1] ?? typed;
  const bare = scanned.toUpperCase().replace(/[\s\-–—.]/g, '');
  const body = bare.length === 14 && bare.startsWith('DL') ? bare.slice(2) : bare;
  return body.length === 12 ? grouped(body.replaceAll('O', '0').replace(/[IL]/g, '1')) : typed;
};

export const BookingCode = /* @__PURE__ */ z
  .string()
  .max(300, 'field.malformed')
  .overwrite(normaliseBookingCode)
  .regex(/^DL(-[0-9A-HJKMNP-TV-Z]{4}){3}$/, 'field.malformed')
  .meta({ title: 'Booking code', examples: ['DL-4K7M-9QRT-2XYZ'] });
export type BookingCode = z.infer<typeof BookingCode>;
