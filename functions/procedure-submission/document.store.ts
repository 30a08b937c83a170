import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { DocumentFiles } from './ports.ts';

/** Issued documents are written once: the same key has the same bytes, and a second write is refused by the store. */
export const documentFiles = (client: S3Client, bucket: string): DocumentFiles => ({
  put: async (key, bytes) => {
    try {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: 'application/pdf', IfNoneMatch: '*' }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'PreconditionFailed') throw error;
    }
  },
});
