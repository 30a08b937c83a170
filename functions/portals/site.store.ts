import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Site } from './ports.ts';

const ASSET_MANIFEST = 'asset-manifest.json';
const Files = z.array(z.string()).readonly();
const AssetManifest = z.record(z.string(), z.object({ css: Files, js: Files.default([]), preload: Files.default([]) }));

/** A page follows a change of the catalogue within seconds, so no cache may keep it longer. */
const CACHE_CONTROL = 'public, max-age=5';

const statusOf = (error: unknown): number | undefined => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);
// without the right to list the bucket, a missing object is answered 403
const isMissing = (error: unknown): boolean => statusOf(error) === 404 || statusOf(error) === 403;
/** The ETag of an object put in one piece is the MD5 of its bytes. */
const etagOf = (body: string): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** The site's bucket. */
export const siteStore = (client: S3Client, bucket: string): Site => ({
  assets: async () => {
    try {
      const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: ASSET_MANIFEST }));
      return AssetManifest.parse(JSON.parse(await found.Body?.transformToString() ?? ''));
    } catch (error) {
      if (isMissing(error)) throw new DomainError('site-not-published', `${ASSET_MANIFEST} is not in the site's bucket`);
      throw error;
    }
  },
  mark: async (key) => {
    try {
      return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).ETag;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  replace: async ({ key, contentType, body }, mark) => {
    if (mark === etagOf(body)) return true;
    try {
      await client.send(new PutObjectCommand({
        Bucket: bucket, Key: key, Body: body, ContentType: contentType, CacheControl: CACHE_CONTROL,
        ...(mark === undefined ? { IfNoneMatch: '*' } : { IfMatch: mark }),
      }));
      return true;
    } catch (error) {
      if (statusOf(error) === 412 || statusOf(error) === 409) return false;
      throw error;
    }
  },
});
