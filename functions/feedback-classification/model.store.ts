import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { ifThere, replacing, unlessChanged } from '../../shared/runtime/stored-object.ts';

/** A model as it lies in the store; `mark` names exactly these bytes. */
export type StoredModel = { readonly file: Uint8Array; readonly mark: string; readonly at?: string };
export type ModelStore = {
  /** undefined where none was published */
  readonly read: () => Promise<StoredModel | undefined>;
  /** the mark of what lies there, without reading it */
  readonly mark: () => Promise<string | undefined>;
  /** false when another took the place meanwhile: something else lies there than `mark` names */
  readonly replace: (file: Uint8Array, mark: string | undefined) => Promise<boolean>;
  readonly keepCard: (sha256: string, card: string) => Promise<void>;
};

const modelKey = 'classifier/feedback-model.bin';

/** Where the published model lies, and a card of every model there was. */
export const modelStore = (client: S3Client, Bucket: string): ModelStore => ({
  read: async () => {
    const { Body, ETag, LastModified } = await ifThere(client.send(new GetObjectCommand({ Bucket, Key: modelKey }))) ?? {};
    return Body === undefined || ETag === undefined ? undefined : { file: await Body.transformToByteArray(), mark: ETag, ...(LastModified === undefined ? {} : { at: LastModified.toISOString() }) };
  },
  mark: async () => (await ifThere(client.send(new HeadObjectCommand({ Bucket, Key: modelKey }))))?.ETag,
  replace: (file, mark) => unlessChanged(client.send(new PutObjectCommand({ Bucket, Key: modelKey, Body: file, ContentType: 'application/octet-stream', ...replacing(mark) }))),
  keepCard: async (sha256, card) => { await client.send(new PutObjectCommand({ Bucket, Key: `classifier/cards/${sha256}.md`, Body: card, ContentType: 'text/markdown; charset=utf-8' })); },
});
