import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { leanClient } from '../../shared/runtime/aws-clients.ts';
import { checkedFileKey } from '../../shared/runtime/uploads/upload.ts';

/** The files of photos and films, as far as they are destroyed. The store keeps what it had for thirty days more, out of reach. */
export const mediaFiles = (bucket: string, client = new S3Client(leanClient)) => ({
  remove: async (mediaId: string): Promise<void> => {
    for (const key of [checkedFileKey(mediaId), `public/${mediaId}`]) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
});
