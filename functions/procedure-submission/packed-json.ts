import { gunzipSync, gzipSync } from 'node:zlib';

/** Beyond this a text is compressed: 30 cases of 70 papers repeat the same names, and an item of the table ends at 400 KB. */
const plainCharacters = 48_000;

/** A value as the table keeps it: JSON text, compressed where it is long. */
export const packed = (value: unknown): string | Uint8Array => {
  const text = JSON.stringify(value);
  return text.length <= plainCharacters ? text : gzipSync(text);
};

export const unpacked = (kept: unknown): unknown => JSON.parse(typeof kept === 'string' ? kept : gunzipSync(kept as Uint8Array).toString('utf8'));
