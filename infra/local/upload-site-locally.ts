import { S3Client } from '@aws-sdk/client-s3';
import { uploadSite } from '../site/upload-site.ts';
import { clientOptions, requireLocal } from './local-aws.ts';

/** The built pages to the local AWS, and to no other. Resolves to the number of files of the site. */
export async function uploadSiteLocally({ endpoint, bucket }: { readonly endpoint: string; readonly bucket: string }): Promise<number> {
  requireLocal(endpoint);
  return await uploadSite({ client: new S3Client({ ...clientOptions(endpoint), forcePathStyle: true }), bucket });
}
