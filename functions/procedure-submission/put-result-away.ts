import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { CheckedFiles, DocumentFiles, DossierStore } from './ports.ts';

type Deps = { readonly dossiers: Pick<DossierStore, 'load' | 'moveDocument'>; readonly checked: CheckedFiles; readonly documents: DocumentFiles };

/** Puts the result of a finished dossier among the issued documents, where nothing is changed or removed. Safe to do twice. */
export const putResultAway = ({ dossiers, checked, documents }: Deps) => async (dossierId: string): Promise<void> => {
  const record = await dossiers.load(dossierId);
  if (record === undefined) throw new DomainError('not-found', 'the dossier of an event');
  for (const { documentId, kind, store, key, contentType } of record.documents) {
    if (kind !== 'result' || store === 'documents') continue;
    const place = `dossiers/${dossierId}/${documentId}`;
    await documents.put({ key: place, bytes: await checked.read(key), contentType });
    await dossiers.moveDocument(dossierId, documentId, { store: 'documents', key: place });
  }
};
