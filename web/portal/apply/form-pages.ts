import type { FormPage, ProcedureCase, ProcedureView } from '../../../shared/contracts/procedure.ts';
import type { Draft } from './draft.ts';

/** The pages of a form in their order; `id` is what the address carries as `buoc`. */
export type Step =
  | { readonly kind: 'case'; readonly id: 'truong-hop' }
  | { readonly kind: 'questions'; readonly id: string; readonly page: FormPage }
  | { readonly kind: 'papers'; readonly id: 'giay-to' }
  | { readonly kind: 'check'; readonly id: 'kiem-tra' };

export const caseOf = (procedure: ProcedureView, draft: Draft): ProcedureCase | undefined => procedure.cases.find(({ id }) => id === draft.caseId);

/** Only cases that can be filed online are offered. */
export const onlineCases = (procedure: ProcedureView): readonly ProcedureCase[] => procedure.cases.filter(({ channels }) => channels.some(({ channel }) => channel === 'online'));

/** A case without papers has no papers page. */
export const stepsOf = (procedure: ProcedureView, draft: Draft): readonly Step[] => [
  { kind: 'case', id: 'truong-hop' },
  ...procedure.form.map((page): Step => ({ kind: 'questions', id: `cau-hoi-${page.id}`, page })),
  ...(caseOf(procedure, draft)?.papers.length === 0 ? [] : [{ kind: 'papers', id: 'giay-to' } as const]),
  { kind: 'check', id: 'kiem-tra' },
];
