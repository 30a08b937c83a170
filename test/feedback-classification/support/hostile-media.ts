import { crc32, deflateSync } from 'node:zlib';
import type { MediaType } from '../../../shared/contracts/feedback-shapes.ts';
import { seeded } from '../../fuzz/random.ts';
import { archive, jpeg, pdf, png } from '../../procedure-submission/support/files.ts';

/** Stands in everything that must not be left: a place, a script, another file. */
export const planted = 'KINH-DO-105.4701';
export type Hostile = { readonly kind: 'polyglot' | 'bomb' | 'script' | 'wrong-magic' | 'place' | 'fifty-megapixel' | 'cut-off' | 'altered'; readonly what: string; readonly bytes: Buffer; readonly type: MediaType };

const script = `<svg xmlns="http://www.w3.org/2000/svg"><script>/*${planted}*/alert(1)</script></svg>`;
const page = `<!doctype html><script>/*${planted}*/alert(1)</script>`;
const php = `<?php /*${planted}*/ system($_GET[0]); ?>`;
const text = Buffer.from(planted);

export const jpegSegment = (marker: number, content: Buffer | string): Buffer => {
  const body = Buffer.from(content as string, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
};
/** Segments stand behind the JFIF head. */
export const jpegWith = (segments: readonly Buffer[], plain = jpeg(4000, 3000)): Buffer => Buffer.concat([plain.subarray(0, 20), ...segments, plain.subarray(20)]);
export const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
/** Chunks stand behind the header. */
export const pngWith = (chunks: readonly Buffer[], plain = png(2000, 1500)): Buffer => Buffer.concat([plain.subarray(0, 33), ...chunks, plain.subarray(33)]);
export const box = (kind: string, ...content: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part as string, 'latin1')));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const hdlr = (kind: string): Buffer => box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(13));
const track = (kind: string, ...more: readonly Buffer[]): Buffer => box('trak', box('mdia', hdlr(kind), box('minf', box('stbl'))), ...more);
export const film = ({ inMovie = [], inTrack = [], behind = [], tracks = ['vide', 'soun'] }: { inMovie?: readonly Buffer[]; inTrack?: readonly Buffer[]; behind?: readonly Buffer[]; tracks?: readonly string[] } = {}): Buffer =>
  Buffer.concat([box('ftyp', 'isom', Buffer.alloc(4), 'isommp42'), box('moov', box('mvhd', Buffer.alloc(100)), ...tracks.map((kind) => track(kind, ...inTrack)), ...inMovie), box('mdat', 'frames'), ...behind]);

/** TIFF with a place and which way up, in either order of bytes. */
export const exif = (little: boolean, way = 6): Buffer => {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  const [short, long] = [(value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)), (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at))];
  short(42, 2); long(8, 4); short(1, 8); short(0x0112, 10); short(3, 12); long(1, 14); short(way, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
};
const xmp = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="', 'latin1'), text]);
const scan = Buffer.from([0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12]);
const boxesInBoxes = (depth: number): Buffer => {
  const all = Buffer.alloc(8 * depth);
  for (let at = 0; at < all.length; at += 8) { all.writeUInt32BE(all.length - at, at); all.write('trak', at + 4, 'latin1'); }
  return all;
};
const packed = deflateSync(Buffer.alloc(30_000_000));

const fixed: readonly Omit<Hostile, never>[] = [
  ...([['JPEG and archive', Buffer.concat([jpeg(10, 10), text, archive])], ['archive in a note of a JPEG', jpegWith([jpegSegment(0xfe, Buffer.concat([text, archive, Buffer.alloc(60_000)]))])], ['page in a note of a JPEG', jpegWith([jpegSegment(0xfe, Buffer.concat([Buffer.alloc(2000, 0x20), Buffer.from(page)]))])], ['page behind the end of a JPEG', Buffer.concat([jpeg(10, 10), Buffer.from(page)])], ['program in the camera’s notes', jpegWith([jpegSegment(0xe1, `Exif\0\0${php}`)])], ['program in a private segment', jpegWith([jpegSegment(0xec, php)])],
    ['JFIF head that goes on', jpegWith([jpegSegment(0xe0, `JFIF\0${'x'.repeat(20)}${page}`)])], ['second picture behind the first', Buffer.concat([jpeg(10, 10), text, jpeg(10, 10)])], ['PDF that is a JPEG too', Buffer.concat([jpeg(10, 10), pdf({ inside: planted })])]] as const).map(([what, bytes]) => ({ kind: 'polyglot' as const, what, bytes, type: 'image/jpeg' as const })),
  ...([['PNG and archive', Buffer.concat([png(10, 10), text, archive])], ['page in a text of a PNG', pngWith([chunk('tEXt', Buffer.from(`Comment\0${page}`))])], ['program in a private chunk', pngWith([chunk('prVt', Buffer.from(php))])], ['anything behind the end', Buffer.concat([png(10, 10), text])], ['a needed chunk nobody knows', pngWith([chunk('HACK', text)])], ['a picture that moves', pngWith([chunk('acTL', Buffer.alloc(8)), chunk('fdAT', text)])]] as const).map(([what, bytes]) => ({ kind: 'polyglot' as const, what, bytes, type: 'image/png' as const })),
  ...([['film and archive', Buffer.concat([film(), text, archive])], ['film and page', Buffer.concat([film(), Buffer.from(page)])], ['page in empty space', film({ behind: [box('free', page)] })], ['archive in a box of its own', film({ inMovie: [box('uuid', text, archive, Buffer.alloc(70_000))] })]] as const).map(([what, bytes]) => ({ kind: 'polyglot' as const, what, bytes, type: 'video/mp4' as const })),
  ...([['PNG of billions of pixels', png(100_000, 100_000), 'image/png'], ['JPEG of billions of pixels', jpeg(65_000, 65_000), 'image/jpeg'], ['text that unpacks to 30 MB', pngWith([chunk('zTXt', Buffer.concat([text, Buffer.from('\0\0'), packed]))]), 'image/png'], ['profile that unpacks to 30 MB', pngWith([chunk('iCCP', Buffer.concat([text, Buffer.from('\0\0'), packed]))]), 'image/png'], ['texts of many tongues that unpack', pngWith([chunk('iTXt', Buffer.concat([text, Buffer.from('\0\x01\0\0\0'), packed]))]), 'image/png'],
    ['JPEG of 5,000 scans', Buffer.concat([jpeg(4000, 3000).subarray(0, 33), ...Array.from({ length: 5000 }, () => scan), Buffer.from([0xff, 0xd9])]), 'image/jpeg'], ['JPEG of two frames', Buffer.concat([jpeg(10, 10).subarray(0, 33), jpeg(10, 10).subarray(20)]), 'image/jpeg'], ['chunk of four gigabytes', Buffer.concat([png(10, 10).subarray(0, 33), Buffer.from([0xff, 0xff, 0xff, 0xff]), text]), 'image/png'], ['box of 16 exabytes', Buffer.concat([film(), Buffer.from([0, 0, 0, 1]), Buffer.from('mdat'), Buffer.alloc(8, 0xff)]), 'video/mp4'], ['box of no length', film({ behind: [Buffer.alloc(8)] }), 'video/mp4'],
    ['boxes in boxes, two hundred thousand deep', film({ behind: [boxesInBoxes(200_000)] }), 'video/mp4']] as const).map(([what, bytes, type]) => ({ kind: 'bomb' as const, what, bytes, type })),
  ...(['image/jpeg', 'image/png', 'video/mp4'] as const).flatMap((type) => [script, page, php, `\ufeff${script}`, `  ${page}`, `<?xml version="1.0"?>${script}`].map((content) => ({ kind: 'script' as const, what: content.slice(0, 20), bytes: Buffer.from(content), type }))),
  ...([['PNG', png(10, 10), 'image/jpeg'], ['JPEG', jpeg(10, 10), 'image/png'], ['film', film(), 'image/jpeg'], ['PDF', pdf(), 'image/png'], ['archive', archive, 'image/jpeg'], ['program of Windows', Buffer.from('MZ\x90\x00\x03'), 'image/jpeg'], ['program of Linux', Buffer.from('\x7fELF\x02\x01\x01'), 'image/png'], ['GIF', Buffer.from('GIF89a/*'), 'image/jpeg'], ['WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), 'image/png'], ['HEIC', box('ftyp', 'heic', Buffer.alloc(4), 'mif1heic'), 'video/mp4'], ['marks alone', Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'], ['marks of a PNG alone', png(1, 1).subarray(0, 8), 'image/png'], ['nothing', Buffer.alloc(0), 'image/jpeg'], ['nothing called PNG', Buffer.alloc(0), 'image/png'], ['nothing called film', Buffer.alloc(0), 'video/mp4'], ['zeros', Buffer.alloc(5000), 'image/jpeg']] as const).map(([what, bytes, type]) => ({ kind: 'wrong-magic' as const, what, bytes, type })),
  ...([['Exif', jpegWith([jpegSegment(0xe1, exif(true))])], ['Exif the other way round', jpegWith([jpegSegment(0xe1, exif(false))])], ['Exif twice', jpegWith([jpegSegment(0xe1, exif(true)), jpegSegment(0xe1, exif(false))])], ['Exif that points outside', jpegWith([jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1'), text]))])], ['XMP', jpegWith([jpegSegment(0xe1, xmp)])], ['press notes', jpegWith([jpegSegment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), text]))])], ['second picture of a pair', jpegWith([jpegSegment(0xe2, Buffer.concat([Buffer.from('MPF\0'), text]))])], ['a comment', jpegWith([jpegSegment(0xfe, text)])], ['the camera’s own notes', jpegWith([jpegSegment(0xe5, text)])], ['notes behind the end', Buffer.concat([jpeg(4000, 3000), text])], ['fill bytes and Exif', jpegWith([Buffer.from([0xff, 0xff]), jpegSegment(0xe1, exif(true))])]] as const).map(([what, bytes]) => ({ kind: 'place' as const, what, bytes, type: 'image/jpeg' as const })),
  ...(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'dSIG', 'iCCP'].map((name) => ({ kind: 'place' as const, what: name, bytes: pngWith([chunk(name, text)]), type: 'image/png' as const }))),
  ...([['in the film', film({ inMovie: [box('udta', box('\u00a9xyz', text))] })], ['in a track', film({ inTrack: [box('udta', box('loci', text))] })], ['in a table of notes', film({ inMovie: [box('meta', Buffer.alloc(4), box('ilst', text))] })], ['in a box of its maker', film({ behind: [box('uuid', text)] })], ['in empty space', film({ behind: [box('free', text), box('skip', text)] })], ['in a box nobody knows', film({ inTrack: [box('gps0', text)], behind: [box('GPRI', text)] })], ['in the name of a track', film({ tracks: ['vide'], inMovie: [box('trak', box('mdia', box('hdlr', Buffer.alloc(8), 'soun', Buffer.alloc(12), text)))] })], ['in a track of places', film({ tracks: ['vide', 'meta'], behind: [box('mdat', text)] })], ['in a track of texts', film({ tracks: ['vide', 'text'], behind: [box('mdat', text)] })]] as const).map(([what, bytes]) => ({ kind: 'place' as const, what, bytes, type: 'video/mp4' as const })),
  ...([[8192, 6144], [50_000, 1000], [1, 50_000_000]] as const).map(([width, height]) => ({ kind: 'fifty-megapixel' as const, what: `${width} x ${height}`, bytes: png(width, height), type: 'image/png' as const })),
  ...([[8192, 6144], [6144, 8192], [50_000, 1000]] as const).map(([width, height]) => ({ kind: 'fifty-megapixel' as const, what: `${width} x ${height}`, bytes: jpeg(width, height), type: 'image/jpeg' as const })),
];

/** Two hundred: the ones above, then good files cut off anywhere, and files with a place of which some byte was altered. */
export const hostileMedia = (): Hostile[] => {
  const random = seeded(20261123);
  const good = [[jpegWith([jpegSegment(0xe1, exif(true))]), 'image/jpeg'], [pngWith([chunk('tEXt', text)]), 'image/png'], [film({ inMovie: [box('udta', text)] }), 'video/mp4']] as const;
  const more = Array.from({ length: 200 - fixed.length }, (_, index): Hostile => {
    const [bytes, type] = good[index % 3] as (typeof good)[number];
    const at = random.below(bytes.length - 1);
    if (index % 2 === 0) return { kind: 'cut-off', what: `at ${at}`, bytes: bytes.subarray(0, at), type };
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 + random.below(255));
    return { kind: 'altered', what: `at ${at}`, bytes: changed, type };
  });
  return [...fixed, ...more];
};
