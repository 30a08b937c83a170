import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { PutLakeObject } from './ports.ts';

export const lakeStore = (client: S3Client, bucket: string): PutLakeObject => async ({ key, body }) => {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/x-ndjson' }));
};
