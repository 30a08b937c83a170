import { systemClock, type Clock } from '../../kernel/clock.ts';
import { bucketAddress, signedForm, signedLink } from '../signed-address.ts';
import type { FileLinks, UploadPlaces } from './upload-ports.ts';
import { incomingFileKey } from './upload.ts';

/** A bucket as browsers reach it; `endpoint` only where the object store is not AWS. */
export type BrowserBucket = { readonly name: string; readonly endpoint?: string | undefined };

/** A form the browser posts the file with: exact size, type and checksum, one key, for a short while. */
export const uploadPlaces = ({ name, endpoint }: BrowserBucket, clock: Clock = systemClock): UploadPlaces => ({
  post: ({ uploadId, contentType, size, checksum }, seconds) => signedForm({
    bucket: bucketAddress(name, endpoint), name, key: incomingFileKey(uploadId), size, seconds, now: clock(),
    fields: { 'Content-Type': contentType, 'x-amz-checksum-sha256': checksum, 'x-amz-checksum-algorithm': 'SHA256' },
  }),
});

/** RFC 6266: the plain name for old readers, the true one in UTF-8. Saved, or shown by the bucket's own host; never by ours. */
const disposition = (name: string, shown: boolean): string =>
  `${shown ? 'inline' : 'attachment'}; filename="${name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export const fileLinks = <S extends string>(buckets: Readonly<Record<S, BrowserBucket>>, clock: Clock = systemClock): FileLinks<S> => ({
  linkTo: ({ store, key, name, contentType, shown = false }, seconds) => signedLink({
    bucket: bucketAddress(buckets[store].name, buckets[store].endpoint), key, seconds, now: clock(),
    query: { 'response-content-disposition': disposition(name, shown), 'response-content-type': contentType },
  }),
});
