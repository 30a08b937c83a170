import type { IssuedForm } from '../../shared/contracts/form-routes.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { IssuedFormStore } from './issued-form.repository.ts';
import type { DossierRecord } from './ports.ts';

/** What an issued form of a dossier the caller may see says. Throws `not-found`, also for a form issued before its words were kept. */
export const readForm = ({ forms }: { readonly forms: Pick<IssuedFormStore, 'find'> }) => async ({ filed, documents }: DossierRecord, documentId: string): Promise<IssuedForm> => {
  const form = documents.some((one) => one.documentId === documentId) ? await forms.find(filed.dossierId, documentId) : undefined;
  if (form === undefined) throw new DomainError('not-found');
  return form;
};
