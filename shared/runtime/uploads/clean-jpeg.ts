import { Buffer } from 'node:buffer';

/** Frames that every browser draws: baseline, extended, progressive. */
const drawn = new Set([0xc0, 0xc1, 0xc2]);
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** Progressive pictures have some ten scans; thousands of them keep whoever opens it busy for minutes. */
const mostScans = 100;

const startsWith = (bytes: Buffer, text: string): boolean => bytes.subarray(0, text.length).toString('latin1') === text;

/** What a reader needs to draw: tables, frames, the JFIF head, the colour profile, Adobe's note on colours. */
const isNeeded = (marker: number, content: Buffer): boolean => {
  if (marker === 0xe0) return startsWith(content, 'JFIF\0') && content.length <= 16;
  if (marker === 0xe2) return startsWith(content, 'ICC_PROFILE\0');
  if (marker === 0xee) return startsWith(content, 'Adobe') && content.length <= 14;
  return (marker < 0xe0 || marker > 0xef) && marker !== 0xfe;
};

const orientationTag = 0x0112;
/** Which way up the picture was taken, 2 to 8; undefined where it is upright or nothing is said. */
const orientationOf = (content: Buffer): number | undefined => {
  if (!startsWith(content, 'Exif\0\0') || content.length < 14) return undefined;
  const tiff = content.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Math.min(short(start), 100);
  for (let entry = 0; entry < entries; entry++) {
    const at = start + 2 + entry * 12;
    if (short(at) === orientationTag) { const way = short(at + 8); return way >= 2 && way <= 8 ? way : undefined; }
  }
  return undefined;
};

/** An Exif segment that says which way up, and nothing else. */
const uprightSegment = (way: number): Buffer => Buffer.from([
  0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, way, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
]);

/** Where the coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return -1;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return -1;
};

/**
 * The same picture without what is written about it: where, when and with what it was taken, thumbnails, notes, and whatever
 * stands behind its end. Its coded data is not touched. Undefined when it is no whole picture that browsers draw.
 */
export const cleanJpeg = (bytes: Buffer): Buffer | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const kept: Buffer[] = [];
  let [at, frames, scans, way] = [2, 0, 0, undefined as number | undefined];
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) { at += 1; continue; }
    if (otherFrames.has(marker) || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) return undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return undefined;
    const content = bytes.subarray(at + 4, end);
    if (marker === 0xe1) way ??= orientationOf(content);
    if (isNeeded(marker, content)) kept.push(bytes.subarray(at, end));
    if (drawn.has(marker)) frames += 1;
    at = end;
    if (marker !== 0xda) continue;
    scans += 1;
    const next = endOfScan(bytes, at);
    if (next === -1 || frames !== 1 || scans > mostScans) return undefined;
    kept.push(bytes.subarray(at, next));
    at = next;
    if (bytes[at + 1] === 0xd9) return Buffer.concat([Buffer.from([0xff, 0xd8]), ...(way === undefined ? [] : [uprightSegment(way)]), ...kept, Buffer.from([0xff, 0xd9])]);
  }
  return undefined;
};
