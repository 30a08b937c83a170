import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mediaDeps } from '../../functions/feedback-classification/deps.ts';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { MediaCheckedV1 } from '../../events/feedback-classification/media-checked.v1.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { MediaType } from '../../shared/contracts/feedback-shapes.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { checkUpload } from '../../shared/runtime/uploads/check-upload.ts';
import { cleanMedia } from '../../shared/runtime/uploads/clean-media.ts';
import { requireAcceptable, type Upload } from '../../shared/runtime/uploads/upload.ts';
import { jpeg, png } from '../procedure-submission/support/files.ts';
import { box, chunk, exif, film, hostileMedia, jpegSegment, jpegWith, planted, pngWith } from './support/hostile-media.ts';

const cause: Cause = { actor: 'system', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'm', now: new Date('2026-11-23T01:00:00Z') };
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
type Kept = { readonly problem?: string; readonly kept?: Buffer; readonly checksum?: string };

/** What becomes of a file that was sent: refused with a code, or kept as these bytes. */
const judged = async (bytes: Buffer, contentType: MediaType): Promise<Kept> => {
  const uploadId = 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
  const upload: Upload<MediaType> = { uploadId, owner: 'device:x', fileName: 'anh', contentType, size: Math.max(bytes.length, 1), checksum: digest(bytes), state: 'waiting', requestedAt: cause.now.toISOString() };
  const verdicts: Kept[] = [];
  const check = checkUpload({
    uploads: { find: () => Promise.resolve(upload as never), judge: (_, verdict) => { verdicts.push('problem' in verdict ? { problem: verdict.problem } : {}); return Promise.resolve(true); } },
    bytes: { read: () => Promise.resolve(bytes), keep: ({ checksum }, kept) => { verdicts.push({ kept: Buffer.from(kept), checksum }); return Promise.resolve(); } },
    tells: (verdict, why) => newEvent(MediaCheckedV1, verdict, why), clean: cleanMedia, mostPixels: catalogue.settings.mostPixels,
  });
  await check(uploadId, cause);
  return Object.assign({}, ...verdicts) as Kept;
};

const files = hostileMedia();
describe(`${files.length} hostile files`, () => {
  test('there are two hundred, of every kind', () => {
    expect(files.length).toBe(200);
    expect(Object.fromEntries(Object.entries(Object.groupBy(files, ({ kind }) => kind)).map(([kind, of]) => [kind, of.length >= 6]))).toEqual({ polyglot: true, bomb: true, script: true, 'wrong-magic': true, place: true, 'fifty-megapixel': true, 'cut-off': true, altered: true });
  });
  test('none is usable, none crashes: refused in a sentence, or kept without what it carried', async () => {
    const wrong: string[] = [];
    let refused = 0;
    for (const { kind, what, bytes, type } of files) {
      const { problem, kept, checksum } = await judged(bytes, type);
      if (problem !== undefined) refused += 1;
      const told = problem === undefined || Object.hasOwn(problems, problem);
      const carries = kept !== undefined && [planted, '<script', '<?php', 'PK\u0005\u0006'].some((mark) => kept.includes(mark, 0, 'latin1'));
      if (!told || (problem === undefined) === (kept === undefined) || carries || (kept !== undefined && checksum !== digest(kept))) wrong.push(`${kind}: ${what} of ${type}: ${problem ?? 'kept'}${carries ? ' with what it carried' : ''}`);
      if ((kind === 'script' || kind === 'wrong-magic' || kind === 'fifty-megapixel' || kind === 'cut-off') && problem === undefined) wrong.push(`${kind}: ${what} of ${type} was kept`);
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(100);
  });
  test('a file of no bytes is refused before it is sent', () => {
    expect(() => requireAcceptable({ contentType: 'image/jpeg', size: 0 }, 100, ['image/jpeg'])).toThrow('file-empty');
  });
  test('the function checks so: it cleans, and takes fewer pixels than papers have', () => {
    for (const [name, value] of [['TABLE_NAME', 't'], ['UPLOADS_BUCKET', 'b']] as const) process.env[name] ??= value;
    const { clean, mostPixels } = mediaDeps();
    expect([clean, mostPixels]).toEqual([cleanMedia, 40_000_000]);
  });
});

describe('a good file stays what it was, without what is written about it', () => {
  const profile = jpegSegment(0xe2, `ICC_PROFILE\0\u0001\u0001${'p'.repeat(40)}`);
  test('a JPEG keeps its tables, its profile, its coded data, and which way up it is', async () => {
    const { kept } = await judged(jpegWith([jpegSegment(0xe1, exif(true, 6)), profile, jpegSegment(0xdb, 'q'.repeat(65)), jpegSegment(0xfe, planted)]), 'image/jpeg');
    const upright = kept?.subarray(2, 38);
    expect(upright?.subarray(4, 10).toString('latin1')).toBe('Exif\0\0');
    expect([upright?.readUInt16BE(20), upright?.readUInt16BE(28)]).toEqual([0x0112, 6]);
    expect(kept?.subarray(38)).toEqual(jpegWith([profile, jpegSegment(0xdb, 'q'.repeat(65))]).subarray(2));
  });
  test.each([['little', true], ['big', false]] as const)('the way up is read in %s-endian notes, once; upright needs no note', async (_, little) => {
    for (const way of [2, 3, 8]) expect((await judged(jpegWith([jpegSegment(0xe1, exif(little, way))]), 'image/jpeg')).kept?.subarray(30, 32)).toEqual(Buffer.from([0, way]));
    for (const way of [0, 1, 9]) expect((await judged(jpegWith([jpegSegment(0xe1, exif(little, way))]), 'image/jpeg')).kept).toEqual(jpeg(4000, 3000));
  });
  test('restarts and stuffed bytes belong to the coded data; several scans stay', async () => {
    const coded = Buffer.concat([jpeg(8, 8).subarray(0, -5), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xc4, 0x00, 0x03, 0x01]), jpeg(8, 8).subarray(33)]);
    expect((await judged(coded, 'image/jpeg')).kept).toEqual(coded);
  });
  test('a PNG keeps what it is drawn from', async () => {
    const plain = pngWith([chunk('sRGB', Buffer.from([0])), chunk('pHYs', Buffer.alloc(9))]);
    expect((await judged(pngWith([chunk('sRGB', Buffer.from([0])), chunk('eXIf', Buffer.from(planted)), chunk('pHYs', Buffer.alloc(9))]), 'image/png')).kept).toEqual(plain);
    expect((await judged(png(2000, 1500), 'image/png')).kept).toEqual(png(2000, 1500));
  });
  test('a film keeps its length and where everything stands', async () => {
    const sent = film({ inMovie: [box('udta', box('\u00a9xyz', planted))] });
    const { kept } = await judged(sent, 'video/mp4');
    expect([kept?.length, kept?.indexOf('mdat'), kept?.includes('udta')]).toEqual([sent.length, sent.indexOf('mdat'), false]);
    expect((await judged(film(), 'video/mp4')).kept).toEqual(film());
    // when it was made is written in its head
    const dated = Buffer.from(film());
    dated.fill(7, dated.indexOf('mvhd') + 8, dated.indexOf('mvhd') + 16);
    expect((await judged(dated, 'video/mp4')).kept).toEqual(film());
  });
});
