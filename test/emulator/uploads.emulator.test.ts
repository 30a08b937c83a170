import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SITE_ORIGIN } from './probe/storage.ts';
import { eventually, messagesIn, options, out, port, s3 } from './probe-client.ts';

const LIMIT = 100;
const sha256 = (content: string): string => createHash('sha256').update(content).digest('base64');
// Browsers resolve the bucket's own host; here the policy is signed for it and sent to the same emulator in path style.
const signer = new S3Client({ ...options, endpoint: `http://s3.localhost:${port}`, forcePathStyle: false });

interface Attempt { readonly content: string; readonly signed?: string; readonly type?: string; readonly checksum?: string | undefined }

async function upload(Key: string, { content, signed = content, type = 'application/pdf', checksum = sha256(signed) }: Attempt): Promise<Response> {
  const expected = { 'Content-Type': 'application/pdf', 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': sha256(signed) };
  const { url, fields } = await createPresignedPost(signer, {
    Bucket: out('UploadBucket'), Key, Fields: expected, Expires: 60,
    Conditions: [...Object.entries(expected).map(([name, value]) => ({ [name]: value })), ['content-length-range', 1, LIMIT]],
  });
  expect(new URL(url).host).toBe(`${out('UploadBucket')}.s3.localhost:${port}`);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, 'Content-Type': type, 'x-amz-checksum-sha256': checksum })) form.append(name, value);
  form.append('file', new Blob([content]), 'giấy tờ.pdf');
  return await fetch(`http://127.0.0.1:${port}/${out('UploadBucket')}`, { method: 'POST', body: form, headers: { origin: SITE_ORIGIN } });
}

describe('presigned POST', () => {
  test('a file as announced is taken, and the site may read the answer', async () => {
    const response = await upload(`other/${randomUUID()}`, { content: 'hello' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, SITE_ORIGIN]);
  });

  test.each<[string, Attempt, number]>([
    ['exactly as big as allowed', { content: 'x'.repeat(LIMIT) }, 204],
    ['one byte too big', { content: 'x'.repeat(LIMIT + 1) }, 400],
    ['empty', { content: '' }, 400],
    ['of another type', { content: 'hello', type: 'text/html' }, 403],
    ['with another checksum than signed', { content: 'other', signed: 'hello', checksum: sha256('other') }, 403],
  ])('a file %s', async (_name, attempt, status) => {
    expect((await upload(`other/${randomUUID()}`, attempt)).status).toBe(status);
  });

  test('other content under the signed checksum is taken here (AWS refuses it): whoever checks uploads computes the sum', async () => {
    const Key = `other/${randomUUID()}`;
    expect((await upload(Key, { content: 'hellO', signed: 'hello' })).status).toBe(204);
    const { ChecksumSHA256 } = await s3.send(new HeadObjectCommand({ Bucket: out('UploadBucket'), Key, ChecksumMode: 'ENABLED' }));
    expect(ChecksumSHA256).toBeUndefined();
  });

  test('what arrives under incoming/ is told to the queue, after a test event that has no records', async () => {
    const Key = `incoming/${randomUUID()}`;
    await upload(Key, { content: 'hello' });
    const bodies: string[] = [];
    const told = await eventually(async () => {
      bodies.push(...(await messagesIn(out('ArrivedUrl'))));
      return bodies.find((body) => body.includes(Key));
    });
    expect(JSON.parse(told)).toMatchObject({ Records: [{ eventName: 'ObjectCreated:Post', s3: { object: { key: Key, size: 5 } } }] });
    expect(bodies.filter((body) => body.includes('s3:TestEvent') && !body.includes('Records'))).toHaveLength(1);
  });
});

describe('object lock', () => {
  test('dropped by CloudFormation here, it is set again from the template and holds', async () => {
    const Bucket = out('IssuedBucket');
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: 'giay-tiep-nhan.pdf', Body: 'issued' }));
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: 'giay-tiep-nhan.pdf', VersionId }))).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
