import { createHmac, createSecretKey, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { env, optionalEnv } from './env.ts';

/**
 * Addresses of objects that work for a while without credentials (AWS Signature Version 4). Signing is arithmetic on
 * texts: written out here, a function that only hands out addresses does not carry, and load, the whole S3 client.
 */
type Signer = { readonly scope: string; readonly stamp: string; readonly credential: string; readonly sign: (text: string) => string };

/** A key object each, because an HMAC with a plain buffer as its key can be a thousand times slower. */
const hmac = (key: KeyObject, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const signerAt = (now: Date): Signer => {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const parts = [stamp.slice(0, 8), env('AWS_REGION'), 's3', 'aws4_request'];
  const key = parts.reduce((before, part) => createSecretKey(hmac(before, part)), createSecretKey(Buffer.from(`AWS4${env('AWS_SECRET_ACCESS_KEY')}`)));
  const scope = parts.join('/');
  return { scope, stamp, credential: `${env('AWS_ACCESS_KEY_ID')}/${scope}`, sign: (text) => hmac(key, text).toString('hex') };
};

/** RFC 3986: everything but letters, digits and -._~ */
const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const token = (): Record<string, string> => {
  const given = optionalEnv('AWS_SESSION_TOKEN');
  return given === undefined ? {} : { 'X-Amz-Security-Token': given };
};
const common = (signer: Signer): Record<string, string> => ({ 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256', 'X-Amz-Credential': signer.credential, 'X-Amz-Date': signer.stamp, ...token() });

/** Where a bucket's objects are reached: under its own name, or, where the endpoint is a bare number, below its path. */
export const bucketAddress = (bucket: string, endpoint?: string): URL => {
  if (endpoint === undefined) return new URL(`https://${bucket}.s3.${env('AWS_REGION')}.amazonaws.com/`);
  const base = new URL(endpoint);
  return /^[\d.]+$/.test(base.hostname) ? new URL(`/${bucket}/`, base) : new URL(`${base.protocol}//${bucket}.${base.host}/`);
};

type Reading = { readonly bucket: URL; readonly key: string; readonly query: Readonly<Record<string, string>>; readonly seconds: number; readonly now: Date };

/** A link that reads one object for so many seconds; `query` are what S3 shall answer with (`response-content-type`, …). */
export const signedLink = ({ bucket, key, query, seconds, now }: Reading): string => {
  const signer = signerAt(now);
  const all = { ...query, ...common(signer), 'X-Amz-Expires': String(seconds), 'X-Amz-SignedHeaders': 'host' };
  const path = bucket.pathname + key.split('/').map(encoded).join('/');
  const pairs = Object.entries(all).map(([name, value]) => `${encoded(name)}=${encoded(value)}`).toSorted().join('&');
  const request = ['GET', path, pairs, `host:${bucket.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const signature = signer.sign(['AWS4-HMAC-SHA256', signer.stamp, signer.scope, hash('sha256', request, 'hex')].join('\n'));
  return `${bucket.origin}${path}?${pairs}&X-Amz-Signature=${signature}`;
};

type Posting = {
  readonly bucket: URL; readonly name: string; readonly key: string; readonly fields: Readonly<Record<string, string>>;
  /** the size the file must have, in bytes */
  readonly size: number; readonly seconds: number; readonly now: Date;
};

/** A form that posts one file of exactly this size under exactly this key, with exactly these fields, for so many seconds. */
export const signedForm = ({ bucket, name, key, fields, size, seconds, now }: Posting): { url: string; fields: Record<string, string> } => {
  const signer = signerAt(now);
  const bound = { ...fields, bucket: name, key, ...common(signer) };
  const policy = { expiration: new Date(now.getTime() + seconds * 1000).toISOString(), conditions: [['content-length-range', size, size], ...Object.entries(bound).map(([field, value]) => ({ [field]: value }))] };
  const Policy = Buffer.from(JSON.stringify(policy)).toString('base64');
  return { url: bucket.href, fields: { ...bound, Policy, 'X-Amz-Signature': signer.sign(Policy) } };
};
