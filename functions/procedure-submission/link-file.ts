import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { DossierRecord, FileLinks } from './ports.ts';
import { checkedFileKey } from '../../shared/runtime/uploads/upload.ts';

/** A link is for one click: it is followed at once or not at all. */
const linkSeconds = 60;
/** A viewer reads a long file piece by piece. */
const viewSeconds = 300;

type Link = { readonly url: string; readonly expiresAt: string };

const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** A short-lived link to a paper or an issued document of a dossier the caller may see. Throws `not-found`. */
export const linkFile = ({ links }: { readonly links: FileLinks }) => async ({ filed, documents, rounds }: DossierRecord, fileId: string, { now, shown }: { now: Date; shown: boolean }): Promise<Link> => {
  const seconds = shown ? viewSeconds : linkSeconds;
  const supplied = rounds.flatMap(({ given = [] }) => given.flatMap(({ files }) => files));
  const paper = [...filed.attachments, ...supplied].find((one) => one.uploadId === fileId);
  const document = documents.find((one) => one.documentId === fileId);
  const expiresAt = new Date(now.getTime() + seconds * 1000).toISOString();
  if (paper !== undefined) {
    return { url: await links.linkTo({ store: 'uploads', key: checkedFileKey(paper.uploadId), name: paper.fileName, contentType: paper.contentType, shown }, seconds), expiresAt };
  }
  if (document === undefined) throw new DomainError('not-found');
  const name = `${document.name.vi} ${filed.trackingCode}.${extensions[document.contentType] ?? 'bin'}`;
  return { url: await links.linkTo({ store: document.store, key: document.key, name, contentType: document.contentType, shown }, seconds), expiresAt };
};
