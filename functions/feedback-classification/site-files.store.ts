import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { FilePlace } from './export-register.ts';

const statusOf = (error: unknown): number | undefined => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);
// without the right to list the bucket, a missing object is answered 403
const orMissing = async <T>(found: Promise<T>): Promise<T | undefined> => {
  try {
    return await found;
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 403) return undefined;
    throw error;
  }
};
/** The ETag of an object put in one piece is the MD5 of its bytes. */
const etagOf = (body: string): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** The site's bucket, as far as open data lies there. */
export const siteFiles = (client: S3Client, Bucket: string): FilePlace => ({
  mark: async (Key) => (await orMissing(client.send(new HeadObjectCommand({ Bucket, Key }))))?.ETag,
  read: async (Key) => (await orMissing(client.send(new GetObjectCommand({ Bucket, Key }))))?.Body?.transformToString(),
  replace: async ({ key, contentType, body }, mark) => {
    if (mark === etagOf(body)) return true;
    try {
      await client.send(new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: contentType, CacheControl: 'public, max-age=60', ...(mark === undefined ? { IfNoneMatch: '*' } : { IfMatch: mark }) }));
      return true;
    } catch (error) {
      if (statusOf(error) === 412 || statusOf(error) === 409) return false;
      throw error;
    }
  },
});
