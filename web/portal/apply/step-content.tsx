import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { CasePage } from './case-page.tsx';
import { CheckPage } from './check-page.tsx';
import type { Draft } from './draft.ts';
import { caseOf, type Step } from './form-pages.ts';
import { PapersPage } from './papers-page.tsx';
import { QuestionField } from './question-field.tsx';
import type { UpdateDraft } from './use-draft.ts';
import type { Uploading } from './use-uploads.ts';

type StepContentProps = {
  readonly procedure: ProcedureView; readonly agencies: readonly Agency[]; readonly draft: Draft; readonly update: UpdateDraft;
  readonly step: Step; readonly steps: readonly Step[]; readonly errors: ReadonlyMap<string, string>;
  readonly uploading: Uploading; readonly mayUpload: boolean;
  /** goes back to a step; absent while nothing may change */
  readonly onChange: ((step: string) => void) | undefined;
};

/** What one page of the form asks or shows. */
export const StepContent = ({ step, steps, uploading, mayUpload, onChange, ...form }: StepContentProps) => {
  const { procedure, agencies, draft, update, errors } = form;
  switch (step.kind) {
    case 'case': return <CasePage {...form} />;
    case 'questions': return step.page.questions.map((question) => (
      <QuestionField key={question.id} question={question} value={draft.answers[question.id] ?? ''} error={errors.get(question.id)}
        onValue={(value) => { update((before) => ({ ...before, answers: { ...before.answers, [question.id]: value } })); }} />
    ));
    case 'papers': {
      const chosen = caseOf(procedure, draft);
      return chosen === undefined ? null : <PapersPage chosen={chosen} draft={draft} update={update} errors={errors} uploading={uploading} mayUpload={mayUpload} />;
    }
    case 'check': return <CheckPage procedure={procedure} agencies={agencies} draft={draft} steps={steps} onChange={onChange === undefined ? undefined : ({ id }) => { onChange(id); }} />;
  }
};
