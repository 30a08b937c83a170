import { createHmac, createSecretKey } from 'node:crypto';
import { Hash } from '@smithy/core/serde';
import { createScope, getSigningKey, SignatureV4 } from '@smithy/signature-v4';
import { env, optionalEnv } from './env.ts';

/**
 * Addresses of objects that work for a while without credentials. Signed by the SDK's own signer (AWS Signature Version 4),
 * which the table's client brings anyway: a function that only hands out addresses does not carry, and load, the whole S3 client.
 */
type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };

const sha256 = Hash.bind(null, 'sha256');
const UNSIGNED = 'UNSIGNED-PAYLOAD';

const credentials = (): Credentials => {
  const sessionToken = optionalEnv('AWS_SESSION_TOKEN');
  return { accessKeyId: env('AWS_ACCESS_KEY_ID'), secretAccessKey: env('AWS_SECRET_ACCESS_KEY'), ...(sessionToken === undefined ? {} : { sessionToken }) };
};

/** RFC 3986: everything but letters, digits and -._~ */
const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Where a bucket's objects are reached: under its own name, or, where the endpoint is a bare number, below its path. */
export const bucketAddress = (bucket: string, endpoint?: string): URL => {
  if (endpoint === undefined) return new URL(`https://${bucket}.s3.${env('AWS_REGION')}.amazonaws.com/`);
  const base = new URL(endpoint);
  return /^[\d.]+$/.test(base.hostname) ? new URL(`/${bucket}/`, base) : new URL(`${base.protocol}//${bucket}.${base.host}/`);
};

type Reading = { readonly bucket: URL; readonly key: string; readonly query: Readonly<Record<string, string>>; readonly seconds: number; readonly now: Date };

/** A link that reads one object for so many seconds; `query` are what S3 shall answer with (`response-content-type`, …). */
export const signedLink = async ({ bucket, key, query, seconds, now }: Reading): Promise<string> => {
  const signer = new SignatureV4({ service: 's3', region: env('AWS_REGION'), credentials: credentials(), sha256, uriEscapePath: false, applyChecksum: false });
  const path = bucket.pathname + key.split('/').map(encoded).join('/');
  const signed = await signer.presign(
    { method: 'GET', protocol: bucket.protocol, hostname: bucket.hostname, path, query, headers: { host: bucket.host, 'X-Amz-Content-Sha256': UNSIGNED } },
    { expiresIn: seconds, signingDate: now },
  );
  const pairs = Object.entries(signed.query ?? {}).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`);
  return `${bucket.origin}${path}?${pairs.join('&')}`;
};

type Posting = {
  readonly bucket: URL; readonly name: string; readonly key: string; readonly fields: Readonly<Record<string, string>>;
  /** the size the file must have, in bytes */
  readonly size: number; readonly seconds: number; readonly now: Date;
};

/** A form that posts one file of exactly this size under exactly this key, with exactly these fields, for so many seconds. */
export const signedForm = async ({ bucket, name, key, fields, size, seconds, now }: Posting): Promise<{ url: string; fields: Record<string, string> }> => {
  const given = credentials();
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const place = [stamp.slice(0, 8), env('AWS_REGION'), 's3'] as const;
  const bound = {
    ...fields, bucket: name, key, 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256', 'X-Amz-Credential': `${given.accessKeyId}/${createScope(...place)}`, 'X-Amz-Date': stamp,
    ...(given.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': given.sessionToken }),
  };
  const policy = { expiration: new Date(now.getTime() + seconds * 1000).toISOString(), conditions: [['content-length-range', size, size], ...Object.entries(bound).map(([field, value]) => ({ [field]: value }))] };
  const Policy = Buffer.from(JSON.stringify(policy)).toString('base64');
  // a key object, because an HMAC with a plain buffer as its key can be a thousand times slower
  const signingKey = createSecretKey(await getSigningKey(sha256, given, ...place));
  return { url: bucket.href, fields: { ...bound, Policy, 'X-Amz-Signature': createHmac('sha256', signingKey).update(Policy).digest('hex') } };
};
