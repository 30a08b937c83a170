import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { etagOf, ifThere, replacing, unlessChanged } from '../../shared/runtime/stored-object.ts';
import type { Site } from './ports.ts';

const ASSET_MANIFEST = 'asset-manifest.json';
const Files = z.array(z.string()).readonly();
const AssetManifest = z.record(z.string(), z.object({ css: Files, js: Files.default([]), preload: Files.default([]) }));

/** A page follows a change of the catalogue within seconds, so no cache may keep it longer. */
const CACHE_CONTROL = 'public, max-age=5';

/** The site's bucket. */
export const siteStore = (client: S3Client, bucket: string): Site => ({
  assets: async () => {
    const found = await ifThere(client.send(new GetObjectCommand({ Bucket: bucket, Key: ASSET_MANIFEST })));
    if (found === undefined) throw new DomainError('site-not-published', `${ASSET_MANIFEST} is not in the site's bucket`);
    return AssetManifest.parse(JSON.parse(await found.Body?.transformToString() ?? ''));
  },
  mark: async (key) => (await ifThere(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))))?.ETag,
  replace: async ({ key, contentType, body }, mark) => mark === etagOf(body)
    || unlessChanged(client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType, CacheControl: CACHE_CONTROL, ...replacing(mark) }))),
});
