import type { IssuedForm } from '../../shared/contracts/form-routes.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { putOnce, WriteRefused } from '../../shared/runtime/transaction.ts';
import { formKey } from './dossier.keys.ts';
import type { FormContent } from './form-content.ts';
import { packed, unpacked } from './packed-json.ts';

export type IssuedFormStore = {
  /** keeps what a form says, once; gives what is kept, which is what an earlier attempt said */
  readonly keep: (dossierId: string, documentId: string, content: FormContent) => Promise<FormContent>;
  readonly find: (dossierId: string, documentId: string) => Promise<IssuedForm | undefined>;
};

const revived = (kept: unknown): FormContent => {
  const content = unpacked(kept) as Omit<FormContent, 'issuedAt'> & { readonly issuedAt: string };
  return { ...content, issuedAt: new Date(content.issuedAt) };
};

/** What issued forms say, apart from their dossiers: only who reads one pays for it. */
export const issuedForms = (table: Table): IssuedFormStore => {
  const kept = async (dossierId: string, documentId: string): Promise<unknown> => (await table.get(formKey(dossierId, documentId), { consistent: true }))?.['content'];
  return {
    find: async (dossierId, documentId) => {
      const content = await kept(dossierId, documentId);
      return content === undefined ? undefined : unpacked(content) as IssuedForm;
    },
    keep: async (dossierId, documentId, content) => {
      const said = packed(content);
      try {
        await table.write(putOnce({ ...formKey(dossierId, documentId), entity: 'form', content: said }));
        return revived(said);
      } catch (error) {
        const earlier = error instanceof WriteRefused ? await kept(dossierId, documentId) : undefined;
        if (earlier === undefined) throw error;
        return revived(earlier);
      }
    },
  };
};
