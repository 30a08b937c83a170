import { createHmac } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bucketAddress, signedForm, signedLink } from '../../shared/runtime/signed-address.ts';

const now = new Date('2026-11-22T02:03:04.567Z');
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG', sessionToken: 'to+ken/with=marks' };

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey);
  vi.stubEnv('AWS_SESSION_TOKEN', credentials.sessionToken);
});
afterEach(() => { vi.unstubAllEnvs(); vi.useRealTimers(); });

const client = (endpoint?: string): S3Client => new S3Client({ region: 'ap-southeast-1', credentials, ...(endpoint === undefined ? {} : { endpoint }) });
const parameters = (url: string): Record<string, string> => Object.fromEntries(new URL(url).searchParams);
/** what the AWS SDK adds to its links and we do not need */
const added = { 'x-id': 'GetObject', 'x-amz-checksum-mode': 'ENABLED' };

/** The AWS SDK signs the same: it is the other implementation these are compared with. */
describe('a signed link', () => {
  test.each([
    ['on AWS', undefined, 'files/upl_1'], ['with marks in its key', undefined, "dossiers/dos 1/giấy (1)'s*.pdf"], ['on a laptop', 'http://s3.localhost:4566', 'files/upl_1'], ['by number', 'http://127.0.0.1:4566', 'files/upl_1'],
  ] as const)('%s is the one the SDK makes', async (_, endpoint, key) => {
    const disposition = `attachment; filename="giay chung sinh.pdf"; filename*=UTF-8''${encodeURIComponent('giấy chứng sinh.pdf')}`;
    const theirs = await getSignedUrl(client(endpoint), new GetObjectCommand({ Bucket: 'documents', Key: key, ResponseContentDisposition: disposition, ResponseContentType: 'application/pdf' }), { expiresIn: 60, signingDate: now });
    const ours = await signedLink({
      bucket: bucketAddress('documents', endpoint), key, seconds: 60, now,
      query: { 'response-content-disposition': disposition, 'response-content-type': 'application/pdf', ...added },
    });
    expect(parameters(ours)).toEqual(parameters(theirs));
    expect(ours.split('?')[0]).toBe(theirs.split('?')[0]);
  });

  test('of another key, time or secret is signed differently', async () => {
    const signature = async (over: Partial<Parameters<typeof signedLink>[0]> = {}): Promise<string | undefined> => parameters(await signedLink({ bucket: bucketAddress('b'), key: 'k', query: {}, seconds: 60, now, ...over }))['X-Amz-Signature'];
    const first = await signature();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await signature()).toBe(first);
    for (const other of [{ key: 'l' }, { seconds: 61 }, { now: new Date(now.getTime() + 1000) }, { query: { a: 'b' } }, { bucket: bucketAddress('c') }]) expect(await signature(other)).not.toBe(first);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another');
    expect(await signature()).not.toBe(first);
  });
});

describe('a signed form', () => {
  type Policy = { expiration: string; conditions: unknown[] };
  const policyOf = (fields: Readonly<Record<string, string>>): Policy => JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as Policy;
  const signatureOf = (policy: string): string =>
    ['20261122', 'ap-southeast-1', 's3', 'aws4_request', policy].reduce<Buffer>((key, text) => createHmac('sha256', key).update(text).digest(), Buffer.from(`AWS4${credentials.secretAccessKey}`)).toString('hex');
  const comparable = (conditions: readonly unknown[]): string[] => [...new Set(conditions.map((one) => JSON.stringify(one)))].toSorted();

  test.each([['on AWS', undefined], ['on a laptop', 'http://s3.localhost:4566']] as const)('%s demands what the form of the SDK demands', async (_, endpoint) => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    const fields = { 'Content-Type': 'application/pdf', 'x-amz-checksum-sha256': `${'A'.repeat(43)}=` };
    const theirs = await createPresignedPost(client(endpoint), {
      Bucket: 'uploads', Key: 'incoming/upl_1', Expires: 900, Fields: fields, Conditions: [['content-length-range', 10, 10], ...Object.entries(fields).map(([name, value]) => ({ [name]: value }))],
    });
    const ours = await signedForm({ bucket: bucketAddress('uploads', endpoint), name: 'uploads', key: 'incoming/upl_1', fields, size: 10, seconds: 900, now });
    expect(ours.url).toBe(theirs.url);
    const { Policy: ourPolicy = '', 'X-Amz-Signature': ourSignature, ...ourFields } = ours.fields;
    const { Policy: theirPolicy = '', 'X-Amz-Signature': theirSignature, ...theirFields } = theirs.fields;
    expect(ourFields).toEqual(theirFields);
    expect(signatureOf(theirPolicy)).toBe(theirSignature);
    expect(signatureOf(ourPolicy)).toBe(ourSignature);
    expect(comparable(policyOf(ours.fields).conditions)).toEqual(comparable(policyOf(theirs.fields).conditions));
    expect(Math.abs(Date.parse(policyOf(ours.fields).expiration) - Date.parse(policyOf(theirs.fields).expiration))).toBeLessThan(1000);
  });
});
