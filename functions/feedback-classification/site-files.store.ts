import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { etagOf, ifThere, replacing, unlessChanged } from '../../shared/runtime/stored-object.ts';
import type { FilePlace } from './export-register.ts';

/** The site's bucket, as far as open data lies there. */
export const siteFiles = (client: S3Client, Bucket: string): FilePlace => ({
  mark: async (Key) => (await ifThere(client.send(new HeadObjectCommand({ Bucket, Key }))))?.ETag,
  read: async (Key) => (await ifThere(client.send(new GetObjectCommand({ Bucket, Key }))))?.Body?.transformToString(),
  replace: async ({ key, contentType, body }, mark) => mark === etagOf(body)
    || unlessChanged(client.send(new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: contentType, CacheControl: 'public, max-age=60', ...replacing(mark) }))),
});
