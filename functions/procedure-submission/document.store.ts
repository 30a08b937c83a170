import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { CheckedFiles, DocumentFiles } from './ports.ts';

/** Issued documents, in a bucket that keeps what it was given. */
export const documentFiles = (client: S3Client, bucket: string): DocumentFiles => ({
  put: async ({ key, bytes, contentType }) => {
    try {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType, IfNoneMatch: '*' }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'PreconditionFailed') throw error;
    }
  },
});

export const checkedFiles = (client: S3Client, bucket: string): CheckedFiles => ({
  read: async (key) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body === undefined) throw new Error('an object without a body');
    return Body.transformToByteArray();
  },
});
