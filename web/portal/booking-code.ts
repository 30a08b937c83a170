import { normaliseBookingCode } from '../../shared/kernel/booking-code.ts';

/** The booking code somebody typed or scanned; undefined when it is none. */
export const bookingCodeIn = (typed: string): string | undefined => {
  const code = normaliseBookingCode(typed);
  return /^DL(-[0-9A-HJKMNP-TV-Z]{4}){3}$/.test(code) ? code : undefined;
};
