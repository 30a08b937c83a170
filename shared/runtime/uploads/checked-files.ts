import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { leanClient } from '../aws-clients.ts';
import type { UploadBytes } from './upload-ports.ts';
import { checkedFileKey } from './upload.ts';

/** Where only checked files lie: the very bytes that were checked, so that nothing posted later can take their place. */
export const checkedFiles = (bucket: string, client = new S3Client(leanClient)): Pick<UploadBytes, 'keep'> => ({
  keep: async ({ uploadId, contentType, checksum }, bytes) => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: checkedFileKey(uploadId), Body: bytes, ContentType: contentType, ChecksumSHA256: checksum }));
  },
});
