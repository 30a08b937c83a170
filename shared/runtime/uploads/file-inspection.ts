import { fileTypeFromBuffer } from 'file-type';
import type { Upload, UploadType } from './upload.ts';

/** A picture larger than this exhausts the machine that opens it, however small its file: 60 megapixels, unless its workflow takes fewer. */
const pixelsOfPapers = 60_000_000;

const ascii = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', Math.max(0, from), to);
const includes = (bytes: Uint8Array, text: string, from = 0): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, Math.max(0, from), 'latin1');

/** Beginnings by which a browser or an interpreter takes a file for a page or a program. */
const markup = /<(?:!doctype|html|head|body|script|svg|iframe|\?php)/i;
/** The end of an archive lies in the last 64 KiB and 22 bytes of a file; whatever stands before it, it opens as an archive. */
const isArchiveToo = (bytes: Uint8Array): boolean => includes(bytes, 'PK\x05\x06', bytes.length - 65_557);
const isPageToo = (bytes: Uint8Array): boolean => markup.test(ascii(bytes, 0, 1024)) || markup.test(ascii(bytes, bytes.length - 1024, bytes.length));

type Size = { readonly width: number; readonly height: number };
const bounded = ({ width, height }: Size, mostPixels: number): string | undefined => {
  if (width === 0 || height === 0) return 'file-type-mismatch';
  return width * height > mostPixels ? 'file-too-large' : undefined;
};

/** What makes a PDF act by itself when it is opened, or carry other files. Names may be written with `#` escapes. */
const activeNames = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Compressed streams hold any bytes, three-letter names among them: only what stands outside them is read as names. */
const outsideStreams = (text: string): string => text.replace(/\bstream\r?\n[\s\S]*?endstream/g, ' ');
const unescapedNames = (text: string): string => text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const inspectPdf = (bytes: Uint8Array): string | undefined => {
  if (!/^%PDF-[12]\.\d/.test(ascii(bytes, 0, 8))) return 'file-type-mismatch';
  const end = ascii(bytes, bytes.length - 1024, bytes.length);
  if (!/%%EOF[\s\0]*$/.test(end)) return 'file-type-mismatch';
  return activeNames.test(unescapedNames(outsideStreams(ascii(bytes, 0, bytes.length)))) ? 'file-active-content' : undefined;
};

/** Walks the chunks: the header first, the end last, nothing after it. */
const inspectPng = (bytes: Uint8Array, mostPixels: number): string | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 45 || ascii(bytes, 12, 16) !== 'IHDR') return 'file-type-mismatch';
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    if (ascii(bytes, at + 4, at + 8) === 'IEND') return length === 0 && at + 12 === bytes.length ? bounded({ width: view.getUint32(16), height: view.getUint32(20) }, mostPixels) : 'file-type-mismatch';
    at += 12 + length;
  }
  return 'file-type-mismatch';
};

const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Walks the segments to the frame. Telephones write notes of their own after the end, so what follows is not judged here. */
const inspectJpeg = (bytes: Uint8Array, mostPixels: number): string | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!includes(bytes, '\xff\xd9')) return 'file-type-mismatch';
  let at = 2;
  while (at + 9 < bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (frames.has(marker)) return bounded({ height: view.getUint16(at + 5), width: view.getUint16(at + 7) }, mostPixels);
    // fill bytes, and markers without a length
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return 'file-type-mismatch';
};

/** Walks the boxes of a film to its end: the brand first, a description of the film among them, nothing after the last. */
const inspectMp4 = (bytes: Uint8Array): string | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, described] = [0, false];
  while (at + 8 <= bytes.length) {
    const [short, kind] = [view.getUint32(at), ascii(bytes, at + 4, at + 8)];
    if (at === 0 && kind !== 'ftyp') return 'file-type-mismatch';
    const length = short === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    if (length < 8) return 'file-type-mismatch';
    described ||= kind === 'moov';
    at += length;
  }
  return described && at === bytes.length ? undefined : 'file-type-mismatch';
};

const inspectors = { 'application/pdf': inspectPdf, 'image/png': inspectPng, 'image/jpeg': inspectJpeg, 'video/mp4': inspectMp4 } as const;

export const checksumOf = async (bytes: Uint8Array): Promise<string> => Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('base64');

/**
 * What is wrong with the bytes of an upload, as a problem code; undefined when they are what was announced: the size, the
 * checksum, the type by its own marks, one type only, nothing that acts by itself, and nothing that grows when opened.
 */
export const inspect = async (bytes: Uint8Array, announced: Pick<Upload<UploadType>, 'contentType' | 'size' | 'checksum'>, mostPixels = pixelsOfPapers): Promise<string | undefined> => {
  if (bytes.length > announced.size) return 'file-too-large';
  if (bytes.length !== announced.size || (await checksumOf(bytes)) !== announced.checksum) return 'file-checksum-mismatch';
  if ((await fileTypeFromBuffer(bytes))?.mime !== announced.contentType) return 'file-type-mismatch';
  if (isArchiveToo(bytes) || isPageToo(bytes)) return 'file-type-mismatch';
  return inspectors[announced.contentType](bytes, mostPixels);
};
