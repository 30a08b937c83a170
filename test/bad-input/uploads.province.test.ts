import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { MAX_FILE_BYTES } from '../../shared/contracts/dossier.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import { announce, key, person, sendFile, smallPdf, uploadState, type Announced } from '../support/people.ts';
import { expectRefusal } from './refusal.ts';

let citizen: Session;
beforeAll(async () => { citizen = await person('congdan01'); });

const announced = async (bytes: Buffer, said: Parameters<typeof announce>[2] = {}): Promise<Announced> => {
  const answer = await announce(citizen, bytes, said);
  expect(answer.status).toBe(201);
  return await answer.json() as Announced;
};
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

type Announcement = { readonly said: Parameters<typeof announce>[2]; readonly code: ProblemCode; readonly at: string; readonly field?: string };
const refused: Readonly<Record<string, Announcement>> = {
  'one byte too big': { said: { size: MAX_FILE_BYTES + 1 }, code: 'file-too-large', at: '/body/size' },
  'empty': { said: { size: 0 }, code: 'file-empty', at: '/body/size' },
  'a type that is not taken': { said: { contentType: 'image/svg+xml' }, code: 'file-type-not-accepted', at: '/body/contentType' },
  'a checksum that is none': { said: { checksum: 'abc' }, code: 'request-invalid', at: '/body/checksum', field: 'field.malformed' },
  'a name with a NUL': { said: { fileName: 'giay\u0000.pdf' }, code: 'request-invalid', at: '/body/fileName', field: 'text.control' },
  'a name that reads backwards': { said: { fileName: 'giay\u202efdp.exe' }, code: 'request-invalid', at: '/body/fileName', field: 'text.control' },
  'a name of 64 KB': { said: { fileName: 'x'.repeat(64 * 1024) }, code: 'request-invalid', at: '/body/fileName', field: 'text.too-long' },
};

describe('a file is refused when it is announced', () => {
  test.each(Object.entries(refused))('%s', async (_, { said, code, at, field }) => {
    await expectRefusal(await announce(citizen, smallPdf(), said), { code, at: [at], ...(field === undefined ? {} : { fields: [field] }) });
  });

  test('a size no number holds', async () => {
    const post = (size: string): Promise<Response> => fetch(new URL('/api/uploads', inject('site')), {
      method: 'POST', headers: { ...key(), 'content-type': 'application/json', origin: inject('site'), cookie: citizen.cookieFor('/api/uploads') },
      body: `{"fileName":"a.pdf","contentType":"application/pdf","checksum":"${sha256(smallPdf())}","size":${size}}`,
    });
    await expectRefusal(await post('1e309'), { code: 'request-invalid', at: ['/body/size'], fields: ['field.type'] });
    await expectRefusal(await post('123456789012345678901234567890'), { code: 'file-too-large', at: ['/body/size'] });
    await expectRefusal(await post('-1'), { code: 'file-empty', at: ['/body/size'] });
    await expectRefusal(await post('1.5'), { code: 'file-too-large', at: ['/body/size'] });
  });
});

describe('a file is refused when it arrives', () => {
  test('larger or smaller than announced, of another type, to another place: the store does not take it', async () => {
    const bytes = smallPdf();
    const place = await announced(bytes);
    expect(await sendFile(place, Buffer.concat([bytes, Buffer.from(' ')]))).toBe(400);
    expect(await sendFile(place, bytes.subarray(1))).toBe(400);
    const changed = (fields: Record<string, string>): Announced => ({ ...place, post: { ...place.post, fields: { ...place.post.fields, ...fields } } });
    expect(await sendFile(changed({ 'Content-Type': 'text/html' }), bytes)).toBe(403);
    expect(await sendFile(changed({ key: `files/${place.uploadId}` }), bytes)).toBe(403);
    expect(await sendFile(changed({ 'x-amz-checksum-sha256': sha256(png) }), bytes)).toBe(403);
    expect(await (await citizen.send('GET', `/api/uploads/${place.uploadId}`)).json()).toMatchObject({ state: 'waiting' });
    expect(await sendFile(place, bytes)).toBe(204);
    expect(await uploadState(citizen, place.uploadId)).toMatchObject({ state: 'checked' });
  });

  test.each([
    ['bytes of another type than stated', 'file-type-mismatch', () => ({ bytes: png, said: {} })],
    ['bytes of no type at all', 'file-type-mismatch', () => ({ bytes: Buffer.from('Kính gửi UBND phường I'), said: {} })],
    ['other bytes under the announced checksum', 'file-checksum-mismatch', () => { const bytes = smallPdf(); return { bytes, said: { checksum: sha256(Buffer.from('other')) } }; }],
    ['a PDF that acts by itself', 'file-active-content', () => ({ bytes: Buffer.from(smallPdf().toString().replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>')), said: {} })],
  ] as const)('%s', async (_, problem, made) => {
    const { bytes, said } = made();
    const place = await announced(bytes, said);
    expect(await sendFile(place, bytes)).toBe(204);
    expect(await uploadState(citizen, place.uploadId)).toMatchObject({ state: 'refused', problem });
  });

  test('a place once judged cannot be filled again', async () => {
    const bytes = smallPdf();
    const place = await announced(bytes);
    await sendFile(place, bytes);
    await uploadState(citizen, place.uploadId);
    const other = Buffer.from(bytes.toString().replace('Kids', 'kids'));
    await sendFile(place, other);
    expect(await (await citizen.send('GET', `/api/uploads/${place.uploadId}`)).json()).toMatchObject({ state: 'checked' });
  });
});
