import { DomainError } from '../../kernel/domain-error.ts';

/** What anyone may send anywhere; each workflow takes some of them. */
export type UploadType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'video/mp4';
/** The papers of a dossier. */
export type PaperType = Exclude<UploadType, 'video/mp4'>;
export const paperTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const satisfies PaperType[];

/** A file on its way into a dossier or a report: announced, then checked or refused, then bound to one of them. */
export type Upload<T extends UploadType = PaperType> = {
  readonly uploadId: string;
  /** who announced it, and alone may use it */
  readonly owner: string;
  readonly fileName: string; readonly contentType: T; readonly size: number;
  /** base64 of SHA-256, as announced; the checker compares the bytes with it */
  readonly checksum: string;
  readonly state: 'waiting' | 'checked' | 'refused';
  readonly problem?: string; readonly dossierId?: string; readonly feedbackId?: string; readonly requestedAt: string;
  /** epoch seconds; an upload nobody used is forgotten */
  readonly expiresAt?: number;
};

/** Days a file waits to be used. */
const unusedDays = 7;
export const expiryOf = (now: Date): number => Math.floor(now.getTime() / 1000) + unusedDays * 86_400;

type Announced = { readonly contentType: string; readonly size: number };

/** Throws `file-type-not-accepted`, `file-empty` or `file-too-large` (a fractional size is no file either). */
export const requireAcceptable = <T extends UploadType = PaperType>({ contentType, size }: Announced, maxBytes: number, types: readonly T[] = paperTypes as readonly UploadType[] as readonly T[]): T => {
  if (!(types as readonly string[]).includes(contentType)) throw new DomainError('file-type-not-accepted', undefined, { pointers: ['/body/contentType'] });
  if (size < 1) throw new DomainError('file-empty', undefined, { pointers: ['/body/size'] });
  if (!Number.isSafeInteger(size) || size > maxBytes) throw new DomainError('file-too-large', undefined, { pointers: ['/body/size'], extra: { maximum: maxBytes } });
  return contentType as T;
};

/** A name to show and to download by: the last part of any path, nothing a file system or a header reads specially. */
export const cleanFileName = (name: string): string => {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*%;\p{Cc}]/gu, '_').replace(/^\.+/, '').trim();
  return plain === '' ? 'tep' : plain.slice(-120);
};

/** A file is usable once checked, by whoever announced it, in one matter. Each refusal has its own code. */
export const requireUsable = <T extends UploadType>(upload: Upload<T> | undefined, use: { owner: string; pointer: string; now: Date }): Upload<T> => {
  const context = { pointers: [use.pointer] };
  if (upload === undefined || upload.owner !== use.owner) throw new DomainError('upload-unknown', undefined, context);
  if ((upload.dossierId ?? upload.feedbackId) !== undefined) throw new DomainError('upload-reused', undefined, context);
  if (upload.expiresAt !== undefined && upload.expiresAt * 1000 < use.now.getTime()) throw new DomainError('upload-unknown', 'expired', context);
  if (upload.state === 'waiting') throw new DomainError('upload-not-checked', undefined, context);
  if (upload.state === 'refused') throw new DomainError('upload-refused', upload.problem, context);
  return upload;
};

/** Where a checked file lies. Nothing can be posted there: a presigned upload reaches `incoming/` alone. */
export const checkedFileKey = (uploadId: string): string => `files/${uploadId}`;
export const uploadIdOfChecked = (key: string): string => key.slice('files/'.length);
export const incomingFileKey = (uploadId: string): string => `incoming/${uploadId}`;
export const uploadIdOfIncoming = (key: string): string | undefined => (key.startsWith('incoming/') ? key.slice('incoming/'.length) : undefined);
