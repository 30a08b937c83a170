import { DomainError } from '../../kernel/domain-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { Asked } from '../asked.ts';
import type { UploadPlaces, UploadStore } from './upload-ports.ts';
import { cleanFileName, expiryOf, requireAcceptable, type Upload, type UploadType } from './upload.ts';

type Deps<T extends UploadType> = { readonly uploads: UploadStore<T>; readonly places: UploadPlaces };
/** What a workflow takes. */
type Taken<T extends UploadType> = { readonly types: readonly T[]; readonly maxBytes: number };
type Command = { readonly fileName: string; readonly contentType: string; readonly size: number; readonly checksum: string; readonly asked: Asked };
type Place = { readonly uploadId: string; readonly post: { url: string; fields: Record<string, string> }; readonly expiresAt: string };

/** Long enough for 10 MiB over a slow telephone. */
const postSeconds = 900;

/**
 * A place for one file of exactly this type, size and checksum. The file is unusable until it was checked, and forgotten
 * when nothing takes it. The same request again gives the same place with fresh signatures.
 * Throws `file-type-not-accepted`, `file-empty`, `file-too-large`.
 */
export const requestUpload = <T extends UploadType>({ uploads, places }: Deps<T>, taken: Taken<T>) => async (command: Command, owner: string): Promise<Place> => {
  const { now } = command.asked.cause;
  const contentType = requireAcceptable(command, taken.maxBytes, taken.types);
  const upload = await uploads.open({
    uploadId: newId('upl', now), owner, fileName: cleanFileName(command.fileName), contentType, size: command.size, checksum: command.checksum,
    state: 'waiting', requestedAt: now.toISOString(), expiresAt: expiryOf(now),
  }, command.asked.requestKey);
  return { uploadId: upload.uploadId, post: await places.post(upload, postSeconds), expiresAt: new Date(now.getTime() + postSeconds * 1000).toISOString() };
};

/** Whether an own upload has been checked. Another's answers as one that does not exist. */
export const getUpload = <T extends UploadType>({ uploads }: Pick<Deps<T>, 'uploads'>) => async (uploadId: string, owner: string): Promise<Upload<T>> => {
  const upload = await uploads.find(uploadId);
  if (upload === undefined || upload.owner !== owner) throw new DomainError('not-found');
  return upload;
};
