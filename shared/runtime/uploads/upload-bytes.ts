import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { leanClient } from '../aws-clients.ts';
import { checkedFiles } from './checked-files.ts';
import type { UploadBytes } from './upload-ports.ts';
import { incomingFileKey } from './upload.ts';

const named = (error: unknown): string => (error instanceof Error ? error.name : '');

/** The bytes of uploads, as the checker reads and keeps them. */
export const uploadBytes = (bucket: string, client = new S3Client(leanClient)): UploadBytes => ({
  read: async (uploadId, limit) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: incomingFileKey(uploadId), Range: `bytes=0-${limit - 1}` }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (named(error) === 'NoSuchKey') return undefined;
      // an empty object has no first byte
      if (named(error) === 'InvalidRange') return new Uint8Array(0);
      throw error;
    }
  },
  ...checkedFiles(bucket, client),
});
