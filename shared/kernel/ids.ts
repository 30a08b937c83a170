import * as z from 'zod';

/** Crockford's base 32: no I, L, O or U, so that a code survives a telephone call. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeCharacters = 10;
const randomCharacters = 16;

/** From the cryptographic source, or from a generator of numbers in [0, 1) that a test holds in its hand. */
export const randomText = (length: number, random?: () => number): string => {
  const draws = random === undefined ? crypto.getRandomValues(new Uint8Array(length)) : Uint8Array.from({ length }, () => random() * 32);
  let text = '';
  for (const draw of draws) text += alphabet[draw & 31];
  return text;
};

const timeText = (now: Date): string => {
  let rest = now.getTime();
  let text = '';
  for (let i = 0; i < timeCharacters; i++) {
    text = `${alphabet[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
};

/**
 * A prefixed ULID, `dos_01J…`: 48 bits of milliseconds, then 80 random bits. Ids sort by the time they were made,
 * to the millisecond; order within one millisecond is not promised.
 */
export const newId = (prefix: string, now: Date, random?: () => number): string =>
  `${prefix}_${timeText(now)}${randomText(randomCharacters, random)}`;

/** The schema of the ids with one prefix. The first character of a ULID is at most 7: 48 bits in 50. */
const idOf = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`), 'id.malformed');

export const DossierId = /* @__PURE__ */ idOf('dos').meta({ title: 'Dossier id', examples: ['dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type DossierId = z.infer<typeof DossierId>;

export const UploadId = /* @__PURE__ */ idOf('upl').meta({ title: 'Upload id', examples: ['upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type UploadId = z.infer<typeof UploadId>;

export const EventId = /* @__PURE__ */ idOf('evt').meta({ title: 'Event id', examples: ['evt_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type EventId = z.infer<typeof EventId>;

export const PersonId = /* @__PURE__ */ idOf('per').meta({ title: 'Person id', examples: ['per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type PersonId = z.infer<typeof PersonId>;

export const DelegationId = /* @__PURE__ */ idOf('dlg').meta({ title: 'Delegation id', examples: ['dlg_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type DelegationId = z.infer<typeof DelegationId>;

export const PrintId = /* @__PURE__ */ idOf('prt').meta({ title: 'Print id', examples: ['prt_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type PrintId = z.infer<typeof PrintId>;
export const BookingId = /* @__PURE__ */ idOf('bkg').meta({ title: 'Booking id', examples: ['bkg_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type BookingId = z.infer<typeof BookingId>;

export const FeedbackId = /* @__PURE__ */ idOf('fbk').meta({ title: 'Report id', examples: ['fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type FeedbackId = z.infer<typeof FeedbackId>;

export const SubscriptionId = /* @__PURE__ */ idOf('sub').meta({ title: 'Subscription id', examples: ['sub_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type SubscriptionId = z.infer<typeof SubscriptionId>;

export const CorrelationId = /* @__PURE__ */ idOf('cor').meta({ title: 'Correlation id', examples: ['cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] });
export type CorrelationId = z.infer<typeof CorrelationId>;

const grouped = (code: string): string => `HG-${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8, 12)}`;

/** What an applicant types to follow a dossier: 60 random bits, `HG-4K7M-9QRT-2XYZ`; not guessable, not countable. */
export const trackingCode = (random?: () => number): string => grouped(randomText(12, random));

/** Spaces, dashes and case are free; O reads as 0, I and L as 1; the leading HG may be missing. */
export const normaliseTrackingCode = (typed: string): string => {
  const bare = typed.toUpperCase().replace(/[\s\-–—.]/g, '');
  const body = bare.length === 14 && bare.startsWith('HG') ? bare.slice(2) : bare;
  return body.length === 12 ? grouped(body.replaceAll('O', '0').replace(/[IL]/g, '1')) : typed;
};

export const TrackingCode = /* @__PURE__ */ z
  .string()
  .max(40, 'tracking-code.malformed')
  .overwrite(normaliseTrackingCode)
  .regex(/^HG(-[0-9A-HJKMNP-TV-Z]{4}){3}$/, 'tracking-code.malformed')
  .meta({ title: 'Tracking code', examples: ['HG-4K7M-9QRT-2XYZ'] });
export type TrackingCode = z.infer<typeof TrackingCode>;
