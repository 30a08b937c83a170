import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { cleanJpeg } from './clean-jpeg.ts';
import type { UploadType } from './upload.ts';

/** Chunks a picture is drawn from. Profiles and texts are packed and may grow without bound; places and dates stand in the others. */
const neededChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND']);
const signature = 8;

const cleanPng = (bytes: Buffer): Buffer | undefined => {
  const kept: Buffer[] = [bytes.subarray(0, signature)];
  const seen: string[] = [];
  let at = signature;
  while (at + 12 <= bytes.length) {
    const [length, name] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    const end = at + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return undefined;
    if (neededChunks.has(name)) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined;
      kept.push(bytes.subarray(at, end));
      seen.push(name);
    } else if (/^[A-Z]/.test(name)) return undefined;
    at = end;
    if (name === 'IEND') break;
  }
  return seen[0] === 'IHDR' && seen.includes('IDAT') && seen.at(-1) === 'IEND' && seen.indexOf('IHDR', 1) === -1 ? Buffer.concat(kept) : undefined;
};

/** Boxes that hold boxes, and those a film is played from. Everything else is written about it: titles, places, makers' notes. */
const parents = new Set(['moov', 'trak', 'mdia', 'minf', 'edts', 'dinf', 'stbl', 'mvex', 'moof', 'traf']);
const played = new Set(['ftyp', 'mdat', 'sidx', 'mvhd', 'iods', 'tkhd', 'tref', 'elst', 'mdhd', 'elng', 'vmhd', 'smhd', 'dref', 'stsd', 'stts', 'ctts', 'cslg', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sgpd', 'sbgp', 'sdtp', 'mehd', 'trex', 'mfhd', 'tfhd', 'tfdt', 'trun']);
/** These say when: version and flags, then when it was made and changed. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Pictures and sound; a track of places or of anything else is no part of a film. The last two say where the data lies. */
const tracks = new Set(['vide', 'soun', 'url ', 'alis']);
const deepest = 10;

/** Notes become empty space of the same length, so that every offset in the film still holds. False for what cannot be walked, or carries other tracks. */
const blankNotes = (bytes: Buffer, from: number, to: number, depth = 0): boolean => {
  let at = from;
  while (at + 8 <= to) {
    const [short, kind] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    const large = short === 1 && at + 16 <= to;
    const length = large ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const [content, end] = [at + (large ? 16 : 8), at + length];
    if (end < content || end > to) return false;
    if (parents.has(kind)) { if (depth === deepest || !blankNotes(bytes, content, end, depth + 1)) return false; }
    else if (kind === 'hdlr') { if (!tracks.has(bytes.toString('latin1', content + 8, content + 12))) return false; bytes.fill(0, Math.min(content + 24, end), end); }
    else if (!played.has(kind)) { bytes.write('free', at + 4, 'latin1'); bytes.fill(0, content, end); }
    else if (dated.has(kind)) bytes.fill(0, Math.min(content + 4, end), Math.min(content + (bytes[content] === 1 ? 20 : 12), end));
    at = end;
  }
  return at === to;
};

const cleanMp4 = (bytes: Buffer): Buffer | undefined => {
  const film = Buffer.from(bytes);
  return blankNotes(film, 0, film.length) ? film : undefined;
};

/**
 * A photo or film without what is written about it: place, time, device, thumbnails, texts. Nothing is decoded: segments are
 * left out or blanked, so that no picture can harm whoever cleans it. Undefined when it cannot be walked to its end.
 */
export const cleanMedia = (bytes: Uint8Array, type: UploadType): Uint8Array | undefined => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'image/jpeg': return cleanJpeg(view);
    case 'image/png': return cleanPng(view);
    case 'video/mp4': return cleanMp4(view);
    case 'application/pdf': return undefined;
  }
};
