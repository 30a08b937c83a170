import { hash } from 'node:crypto';

/**
 * Names one intended write. `id` is derived from the caller, the route and the caller's `Idempotency-Key`, so that nobody
 * can meet another's request; `fingerprint` is the SHA-256 of what was asked, so that the same key for something else is seen.
 */
export type RequestKey = { readonly id: string; readonly fingerprint: string };

/** The shape of an `Idempotency-Key`. */
export const isRequestKey = (text: string): boolean => /^[A-Za-z0-9_-]{8,64}$/.test(text);

/** JSON with the keys of every object in order, so that equal content has equal text. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]));
};

/** SHA-256 in hexadecimal of a value's canonical JSON. */
export const fingerprintOf = (value: unknown): string => hash('sha256', JSON.stringify(canonical(value)) ?? 'undefined', 'hex');

export const requestKeyOf = (caller: string, route: string, key: string, asked: unknown): RequestKey =>
  ({ id: hash('sha256', `${caller}\n${route}\n${key}`, 'hex').slice(0, 40), fingerprint: fingerprintOf(asked) });
