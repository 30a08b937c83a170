import type { NewEvent } from '../outbox.ts';
import type { RequestKey } from '../request-key.ts';
import type { Upload, UploadType } from './upload.ts';

export type UploadStore<T extends UploadType = UploadType> = {
  readonly find: (uploadId: string) => Promise<Upload<T> | undefined>;
  readonly open: (upload: Upload<T>, requestKey: RequestKey) => Promise<Upload<T>>;
  /** false when the upload was judged before */
  readonly judge: (uploadId: string, verdict: { state: 'checked' } | { state: 'refused'; problem: string }, event: NewEvent) => Promise<boolean>;
};

export type UploadPlaces = { readonly post: (upload: Pick<Upload<UploadType>, 'uploadId' | 'contentType' | 'size' | 'checksum'>, seconds: number) => Promise<{ url: string; fields: Record<string, string> }> };

export type UploadBytes = {
  /** undefined when nothing lies there; at most `limit` bytes are read */
  readonly read: (uploadId: string, limit: number) => Promise<Uint8Array | undefined>;
  /** puts checked bytes where only checked files lie */
  readonly keep: (upload: Pick<Upload<UploadType>, 'uploadId' | 'contentType' | 'checksum'>, bytes: Uint8Array) => Promise<void>;
};

/** Links to files for a while, by the name of the store they lie in. */
export type FileLinks<S extends string> = { readonly linkTo: (file: { store: S; key: string; name: string; contentType: string; /** to be looked at where it stands, not saved */ shown?: boolean }, seconds: number) => Promise<string> };
