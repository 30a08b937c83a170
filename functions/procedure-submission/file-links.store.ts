import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { leanClient } from '../../shared/runtime/aws-clients.ts';
import type { FileLinks, UploadPlaces } from './ports.ts';
import { incomingFileKey } from './upload.ts';

/** `endpoint` is where browsers reach the object store when it is not AWS; they cannot follow a path-style address there. */
export const objectClient = (endpoint?: string): S3Client =>
  new S3Client({ ...leanClient, ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: false }) });

/** A form the browser posts the file with: exact size, type and checksum, one key, for a short while. */
export const uploadPlaces = (client: S3Client, bucket: string): UploadPlaces => ({
  post: async ({ uploadId, contentType, size, checksum }, seconds) => {
    const fields = { 'Content-Type': contentType, 'x-amz-checksum-sha256': checksum, 'x-amz-checksum-algorithm': 'SHA256' };
    const post = await createPresignedPost(client, {
      Bucket: bucket, Key: incomingFileKey(uploadId), Expires: seconds, Fields: fields,
      Conditions: [['content-length-range', size, size], ...Object.entries(fields).map(([name, value]) => ({ [name]: value }))],
    });
    return { url: post.url, fields: post.fields };
  },
});

/** RFC 6266: the plain name for old readers, the true one in UTF-8. Always saved, never shown in our origin. */
const disposition = (name: string): string =>
  `attachment; filename="${name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export const fileLinks = (client: S3Client, buckets: { readonly uploads: string; readonly documents: string }): FileLinks => ({
  linkTo: ({ store, key, name, contentType }, seconds) =>
    getSignedUrl(client, new GetObjectCommand({ Bucket: buckets[store], Key: key, ResponseContentDisposition: disposition(name), ResponseContentType: contentType }), { expiresIn: seconds }),
});
