import { describe, expect, test } from 'vitest';
import { getUpload } from '../../shared/runtime/uploads/request-upload.ts';
import { expiryOf, requireAcceptable, requireUsable, type Upload } from '../../shared/runtime/uploads/upload.ts';
import { MAX_FILE_BYTES } from '../../shared/contracts/dossier.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { refusalOf } from '../../web/client/upload.ts';

const now = new Date('2026-11-22T02:00:00Z');
const checked: Upload = {
  uploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', owner: 'citizen:1', fileName: 'a.pdf', contentType: 'application/pdf', size: 9, checksum: 'x', state: 'checked',
  requestedAt: now.toISOString(), expiresAt: expiryOf(now),
};
const code = (work: () => unknown): string => { try { work(); return 'taken'; } catch (error) { return error instanceof DomainError ? [error.code, ...error.pointers ?? []].join(' ') : String(error); } };

describe('a file that is announced', () => {
  test.each([
    ['application/pdf', 1, 'taken'], ['image/png', MAX_FILE_BYTES, 'taken'], ['image/jpeg', MAX_FILE_BYTES - 1, 'taken'],
    ['application/pdf', MAX_FILE_BYTES + 1, 'file-too-large /body/size'], ['application/pdf', 1.5, 'file-too-large /body/size'], ['application/pdf', 1e300, 'file-too-large /body/size'],
    ['application/pdf', 0, 'file-empty /body/size'], ['application/pdf', -1, 'file-empty /body/size'],
    ['image/svg+xml', 1, 'file-type-not-accepted /body/contentType'], ['application/pdf; charset=utf-8', 1, 'file-type-not-accepted /body/contentType'], ['', 1, 'file-type-not-accepted /body/contentType'],
  ])('%s of %d bytes: %s', (contentType, size, expected) => {
    expect(code(() => requireAcceptable({ contentType, size }, MAX_FILE_BYTES))).toBe(expected);
    // the page says the same before a byte is sent
    if (Number.isInteger(size) && size >= 0) expect(refusalOf({ type: contentType, size })?.code ?? 'taken').toBe(expected.split(' ')[0]);
  });
});

describe('a file that is to be used', () => {
  const use = (change: Partial<Upload>, at = now): string => code(() => requireUsable({ ...checked, ...change }, { owner: 'citizen:1', pointer: '/body/f', now: at }));
  const lastMoment = new Date(expiryOf(now) * 1000);
  test.each<[string, string, string]>([
    ['checked and own', use({}), 'taken'], ['in its last second', use({}, lastMoment), 'taken'], ['a second later', use({}, new Date(lastMoment.getTime() + 1000)), 'upload-unknown /body/f'],
    ['of another', use({ owner: 'citizen:2' }), 'upload-unknown /body/f'], ['in a dossier already', use({ dossierId: 'dos_1' }), 'upload-reused /body/f'],
    ['waiting for its check', use({ state: 'waiting' }), 'upload-not-checked /body/f'], ['refused', use({ state: 'refused', problem: 'file-type-mismatch' }), 'upload-refused /body/f'],
    ['that never was', code(() => requireUsable(undefined, { owner: 'citizen:1', pointer: '/body/f', now })), 'upload-unknown /body/f'],
  ])('%s', (_, is, expected) => { expect(is).toBe(expected); });

  test('is seen by whoever announced it, and by nobody else', async () => {
    const get = getUpload({ uploads: { find: async (id: string) => (id === checked.uploadId ? checked : undefined) } as Parameters<typeof getUpload>[0]['uploads'] });
    expect(await get(checked.uploadId, 'citizen:1')).toEqual(checked);
    await expect(get(checked.uploadId, 'citizen:2')).rejects.toThrow('not-found');
    await expect(get('upl_0', 'citizen:1')).rejects.toThrow('not-found');
  });
});
