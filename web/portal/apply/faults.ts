import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import type { FormError } from '../../components/error-summary.tsx';
import { applyText } from '../../messages/apply.ts';
import type { Language } from '../../messages/translator.ts';
import type { Draft } from './draft.ts';
import { caseOf, onlineCases, type Step } from './form-pages.ts';
import type { PendingFile } from './use-uploads.ts';
import { faultsOnPage } from './validation.ts';

export type Judged = { readonly procedure: ProcedureView; readonly draft: Draft; readonly pending: readonly PendingFile[] };

/** A paper’s name without the cases it is needed in. */
const shortName = (name: string): string => (name.split(' (')[0] ?? name).slice(0, 90);

const papersFaults = ({ procedure, draft, pending }: Judged, language: Language): readonly FormError[] => {
  const t = applyText(language);
  const [first] = pending;
  if (first !== undefined) return [{ field: `giay-${first.paperId}`, text: pending.some(({ problem }) => problem !== undefined) ? t('paperFailed') : t('paperBusy') }];
  return (caseOf(procedure, draft)?.papers ?? []).filter((paper) => paper.required && (draft.files[paper.id] ?? []).length === 0)
    .map((paper) => ({ field: `giay-${paper.id}`, text: t('paperMissing'), label: shortName(paper.name) }));
};

/** What keeps a step from being done, found here before anything is sent. */
export const faultsOnStep = (step: Step, judged: Judged, language: Language): readonly FormError[] => {
  const t = applyText(language);
  switch (step.kind) {
    case 'case': return [
      ...(onlineCases(judged.procedure).some(({ id }) => id === judged.draft.caseId) ? [] : [{ field: 'case', text: t('caseMissing') }]),
      ...(judged.draft.agency === '' ? [{ field: document.getElementById('agency') === null ? 'district' : 'agency', text: t('agencyMissing') }] : []),
    ];
    case 'questions': return faultsOnPage(step.page, judged.draft, language);
    case 'papers': return papersFaults(judged, language);
    case 'check': return [];
  }
};

/** Where a pointer of the province's answer lies in the form: the control, and the step it is on. */
const placeOf = (pointer: string, { procedure, draft }: Judged, language: Language): { readonly field: string; readonly step: string; readonly label?: string } | undefined => {
  const [, , part, name = ''] = pointer.split('/');
  if (part === 'case' || part === 'agency') return { field: part, step: 'truong-hop' };
  if (part === 'answers') {
    const page = procedure.form.find(({ questions }) => questions.some(({ id }) => id === name));
    const label = page?.questions.find(({ id }) => id === name)?.label[language];
    return page === undefined || label === undefined ? undefined : { field: name, step: `cau-hoi-${page.id}`, label };
  }
  if (part !== 'attachments') return undefined;
  const paperId = /^\d+$/.test(name) ? draft.sent?.body.attachments[Number(name)]?.paperId : name;
  return paperId === undefined ? undefined : { field: `giay-${paperId}`, step: 'giay-to' };
};

/** The field errors of an answer, for the first step that has any. */
export const faultsOfAnswer = (problem: ProblemBody, judged: Judged, language: Language): { readonly step: string; readonly errors: readonly FormError[] } | undefined => {
  const placed = (problem.errors ?? []).flatMap((error) => {
    const place = placeOf(error.pointer, judged, language);
    return place === undefined ? [] : [{ ...place, text: error[language] }];
  });
  const step = placed[0]?.step;
  return step === undefined ? undefined : { step, errors: placed.filter((error) => error.step === step).map(({ step: _step, ...error }) => error) };
};
