import { DomainError } from '../../shared/kernel/domain-error.ts';

type FileType = 'application/pdf' | 'image/jpeg' | 'image/png';
const fileTypes: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'] satisfies FileType[];

/** A file on its way into a dossier: announced, then checked or refused, then bound to one dossier. */
export type Upload = {
  readonly uploadId: string;
  /** who announced it, and alone may use it */
  readonly owner: string;
  readonly fileName: string; readonly contentType: FileType; readonly size: number;
  /** base64 of SHA-256, as announced; the checker compares the bytes with it */
  readonly checksum: string;
  readonly state: 'waiting' | 'checked' | 'refused';
  readonly problem?: string; readonly dossierId?: string; readonly requestedAt: string;
  /** epoch seconds; an upload nobody used is forgotten */
  readonly expiresAt?: number;
};

/** Days a file waits to be used. */
const unusedDays = 7;
export const expiryOf = (now: Date): number => Math.floor(now.getTime() / 1000) + unusedDays * 86_400;

type Announced = { readonly contentType: string; readonly size: number };

/** Throws `file-type-not-accepted`, `file-empty` or `file-too-large` (a fractional size is no file either). */
export const requireAcceptable = ({ contentType, size }: Announced, maxBytes: number): FileType => {
  if (!fileTypes.includes(contentType)) throw new DomainError('file-type-not-accepted', undefined, { pointers: ['/body/contentType'] });
  if (size < 1) throw new DomainError('file-empty', undefined, { pointers: ['/body/size'] });
  if (!Number.isSafeInteger(size) || size > maxBytes) throw new DomainError('file-too-large', undefined, { pointers: ['/body/size'], extra: { maximum: maxBytes } });
  return contentType as FileType;
};

/** A name to show and to download by: the last part of any path, nothing a file system or a header reads specially. */
export const cleanFileName = (name: string): string => {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*%;\p{Cc}]/gu, '_').replace(/^\.+/, '').trim();
  return plain === '' ? 'tep' : plain.slice(-120);
};

/** A file is usable once checked, by whoever announced it, in one dossier. Each refusal has its own code. */
export const requireUsable = (upload: Upload | undefined, use: { owner: string; pointer: string; now: Date }): Upload => {
  const context = { pointers: [use.pointer] };
  if (upload === undefined || upload.owner !== use.owner) throw new DomainError('upload-unknown', undefined, context);
  if (upload.dossierId !== undefined) throw new DomainError('upload-reused', undefined, context);
  if (upload.expiresAt !== undefined && upload.expiresAt * 1000 < use.now.getTime()) throw new DomainError('upload-unknown', 'expired', context);
  if (upload.state === 'waiting') throw new DomainError('upload-not-checked', undefined, context);
  if (upload.state === 'refused') throw new DomainError('upload-refused', upload.problem, context);
  return upload;
};

/** Where a checked file lies. Nothing can be posted there: a presigned upload reaches `incoming/` alone. */
export const checkedFileKey = (uploadId: string): string => `files/${uploadId}`;
export const incomingFileKey = (uploadId: string): string => `incoming/${uploadId}`;
export const uploadIdOfIncoming = (key: string): string | undefined => (key.startsWith('incoming/') ? key.slice('incoming/'.length) : undefined);
