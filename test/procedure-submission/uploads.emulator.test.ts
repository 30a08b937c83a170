import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GetUpload, RequestUpload } from '../../shared/contracts/procedure-submission.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { AttachmentCheckedV1 } from '../../events/procedure-submission/attachment-checked.v1.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { uploadBytes } from '../../shared/runtime/uploads/upload-bytes.ts';
import { checkUpload } from '../../shared/runtime/uploads/check-upload.ts';
import { fileLinks, uploadPlaces } from '../../shared/runtime/uploads/file-addresses.ts';
import { uploadRepository } from '../../shared/runtime/uploads/upload.repository.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, depsOn, type Answered, type Api } from './support/desk.ts';
import { caseOfficer, citizen, now, otherCitizen } from './support/dossiers.ts';
import { announced, jpeg, pdf, png } from './support/files.ts';

const bucket = `test-uploads-${process.pid}-${Date.now()}`;
const cause: Cause = { actor: 'system', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'message', now };
let store: TestTable;
let s3: S3Client;
let call: Api;
let check: (uploadId: string) => Promise<string>;

beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  s3 = new S3Client({ endpoint: inject('endpoint'), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const here = { name: bucket, endpoint: inject('endpoint') };
  call = apiOn({ ...depsOn(store.table), places: uploadPlaces(here), links: fileLinks({ uploads: here, documents: here }) });
  const judge = checkUpload({ uploads: uploadRepository(store.table), bytes: uploadBytes(bucket, s3), tells: (verdict, why) => newEvent(AttachmentCheckedV1, verdict, why) });
  check = (uploadId) => judge(uploadId, cause);
});
afterAll(() => store.drop());

type Place = { readonly uploadId: string; readonly post: { readonly url: string; readonly fields: Record<string, string> } };
type Said = { readonly contentType: string; readonly size: number; readonly checksum: string };

const ask = (said: Said, who: Actor = citizen, more: { fileName?: string; key?: string } = {}): Promise<Answered> =>
  call(RequestUpload, who, { body: { fileName: more.fileName ?? 'giấy chứng sinh.pdf', ...said }, ...(more.key === undefined ? {} : { key: more.key }) });
const place = async (said: Said, who: Actor = citizen): Promise<Place> => {
  const answer = await ask(said, who);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as unknown as Place;
};
const post = async ({ post: { url, fields } }: Place, bytes: Uint8Array, changes: Record<string, string> = {}): Promise<number> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'x');
  return (await fetch(url, { method: 'POST', body: form })).status;
};
const state = async (uploadId: string, who: Actor = citizen) => (await call(GetUpload, who, { params: { uploadId } })).body;
const kept = async (): Promise<string[]> => ((await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'files/' }))).Contents ?? []).map(({ Key }) => Key ?? '');

describe('an upload', () => {
  it.each([['PDF', pdf(), 'application/pdf'], ['PNG', png(100, 100), 'image/png'], ['JPEG', jpeg(100, 100), 'image/jpeg']] as const)('of a %s is checked and kept', async (_, bytes, type) => {
    const here = await place(announced(bytes, type));
    expect(await state(here.uploadId)).toMatchObject({ state: 'waiting' });
    expect(await post(here, bytes)).toBeLessThan(300);
    expect(await check(here.uploadId)).toBe('checked');
    expect(await state(here.uploadId)).toMatchObject({ state: 'checked', size: bytes.length });
    expect(await kept()).toContain(`files/${here.uploadId}`);
    const told = (await store.rows()).filter((row) => row['detailType'] === 'attachment.checked.v1' && String(row['detail']).includes(here.uploadId));
    expect(told).toHaveLength(1);
  });

  it('is judged once, however often and whenever its notice comes', async () => {
    const bytes = pdf();
    const here = await place(announced(bytes, 'application/pdf'));
    expect(await check(here.uploadId)).toBe('left');
    await post(here, bytes);
    const verdicts = await Promise.all(Array.from({ length: 5 }, () => check(here.uploadId)));
    expect(verdicts.toSorted()).toEqual(['checked', 'left', 'left', 'left', 'left']);
    expect((await store.rows()).filter((row) => row['entity'] === 'outbox' && String(row['detail']).includes(here.uploadId))).toHaveLength(1);
  });

  it('asked for again under the same key is the same place', async () => {
    const said = announced(pdf(), 'application/pdf');
    const both = await Promise.all([1, 2].map(() => ask(said, citizen, { key: 'one-upload-key' })));
    expect(new Set(both.map(({ body }) => body['uploadId'])).size).toBe(1);
    expect((await ask({ ...said, size: said.size + 1 }, citizen, { key: 'one-upload-key' })).body.code).toBe('idempotency-key-reused');
  });

  it('is nobody else’s', async () => {
    const here = await place(announced(pdf(), 'application/pdf'));
    expect((await state(here.uploadId, otherCitizen)).code).toBe('not-found');
    expect((await state(here.uploadId, caseOfficer)).code).toBe('not-found');
  });

  it('is opened by a link of one minute that saves under its own name', async () => {
    const here = { name: bucket, endpoint: inject('endpoint') };
    const url = await fileLinks({ uploads: here, documents: here })
      .linkTo({ store: 'uploads', key: (await kept())[0] ?? '', name: 'giấy "chứng" sinh.pdf', contentType: 'application/pdf' }, 60);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('60');
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="giay chung sinh.pdf"; filename*=UTF-8''${encodeURIComponent('giấy "chứng" sinh.pdf')}`);
    await answer.arrayBuffer();
    const shown = await fetch(await fileLinks({ uploads: here, documents: here }).linkTo({ store: 'uploads', key: (await kept())[0] ?? '', name: 'a.pdf', contentType: 'application/pdf', shown: true }, 300));
    expect([shown.headers.get('content-disposition'), shown.headers.get('content-type')]).toEqual([expect.stringMatching(/^inline; /), 'application/pdf']);
    await shown.arrayBuffer();
  });
});

describe('the place of an upload takes nothing else', () => {
  it('not another size, type or checksum', async () => {
    const bytes = pdf();
    const here = await place(announced(bytes, 'application/pdf'));
    expect(await post(here, Buffer.concat([bytes, Buffer.from('x')]))).toBe(400);
    expect(await post(here, bytes.subarray(1))).toBe(400);
    expect(await post(here, bytes, { 'Content-Type': 'text/html' })).toBe(403);
    expect(await post(here, bytes, { 'x-amz-checksum-sha256': announced(png(1, 1), 'image/png').checksum })).toBe(403);
    expect(await post(here, bytes, { key: `files/${here.uploadId}` })).toBe(403);
    expect(await state(here.uploadId)).toMatchObject({ state: 'waiting' });
  });

  it('other bytes of the same size are refused by the checker', async () => {
    const bytes = pdf();
    const here = await place(announced(bytes, 'application/pdf'));
    const other = Buffer.from(bytes);
    other[120] = (other[120] ?? 0) ^ 1;
    // AWS refuses them at the door; where the store lets them in, the checker does not
    if (await post(here, other) < 300) {
      expect(await check(here.uploadId)).toBe('refused');
      expect(await state(here.uploadId)).toMatchObject({ state: 'refused', problem: 'file-checksum-mismatch' });
      expect(await kept()).not.toContain(`files/${here.uploadId}`);
    }
  });

  it('posting again after the check does not change what was checked', async () => {
    const bytes = pdf();
    const here = await place(announced(bytes, 'application/pdf'));
    await post(here, bytes);
    await check(here.uploadId);
    const evil = Buffer.from(bytes);
    evil.write('<script>', 60, 'latin1');
    await post(here, evil);
    expect(await check(here.uploadId)).toBe('left');
    const stored = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `files/${here.uploadId}` }));
    expect(Buffer.from(await (stored.Body?.transformToByteArray() ?? [])).equals(bytes)).toBe(true);
  });

  it('a refused file stays refused', async () => {
    const bytes = Buffer.from('%PDF not at all');
    const here = await place(announced(bytes, 'application/pdf'));
    await post(here, bytes);
    expect(await check(here.uploadId)).toBe('refused');
    await post(here, bytes);
    expect(await check(here.uploadId)).toBe('left');
    expect(await state(here.uploadId)).toMatchObject({ state: 'refused', problem: 'file-type-mismatch' });
  });
});

describe('what is not even given a place', () => {
  const said = announced(pdf(), 'application/pdf');
  it.each([
    ['a type we do not take', { contentType: 'image/svg+xml' }, 'file-type-not-accepted'], ['HTML', { contentType: 'text/html' }, 'file-type-not-accepted'],
    ['one byte too big', { size: 10 * 1024 * 1024 + 1 }, 'file-too-large'], ['nothing', { size: 0 }, 'file-empty'], ['less than nothing', { size: -1 }, 'file-empty'],
    ['half a byte', { size: 1.5 }, 'file-too-large'], ['a number beyond counting', { size: 1e300 }, 'file-too-large'],
    ['a checksum that is none', { checksum: 'x' }, 'request-invalid'], ['a name with NUL', { fileName: 'a\u0000.pdf' }, 'request-invalid'], ['a name of 64 KB', { fileName: 'a'.repeat(65_536) }, 'request-invalid'],
  ])('%s', async (_, changes, code) => {
    const answer = await ask({ ...said, ...changes }, citizen, 'fileName' in changes ? { fileName: changes.fileName } : {});
    expect(answer.body.code).toBe(code);
    expect(answer.status).toBeLessThan(500);
  });
});
