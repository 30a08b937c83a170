import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary, type FormError } from '../../components/error-summary.tsx';
import { useFormText } from '../../components/form-text.ts';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { timeText } from '../../format/dates.ts';
import { applyText } from '../../messages/apply.ts';
import { Confirmation } from './confirmation.tsx';
import { type Draft, discardDraft, isUnanswered } from './draft.ts';
import { faultsOfAnswer, faultsOnStep } from './faults.ts';
import { type Step, stepsOf } from './form-pages.ts';
import { prefilled } from './prefilled.ts';
import { SignInPrompt } from './sign-in-prompt.tsx';
import { StepContent } from './step-content.tsx';
import { type Saving, useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';
import { useStep } from './use-step.ts';
import { useUploads } from './use-uploads.ts';

type ApplyFormProps = { readonly procedure: ProcedureView; readonly agencies: readonly Agency[]; readonly initial: Draft; readonly resumed: 'new' | 'resumed' | 'older-version' };

const noErrors: readonly FormError[] = [];

/** `Bước 2/5 · Đã lưu 10:42`. */
const ProgressLine = ({ step, of, saving }: { readonly step: number; readonly of: number; readonly saving: Saving }) => {
  const t = applyText(useLanguage());
  return (
    <div class="form-progress">
      <p><strong>{t('step', { step, of })}</strong>{saving.savedAt !== undefined && <span class="small saved" role="status">{saving.failed ? t('notSaved') : t('saved', { time: timeText(saving.savedAt) })}</span>}</p>
      <progress max={of} value={step} aria-label={t('step', { step, of })} />
    </div>
  );
};

/** One page of the form at a time: what is asked, what is wrong with it, and where to go. */
export const ApplyForm = ({ procedure, agencies, initial, resumed }: ApplyFormProps) => {
  const language = useLanguage();
  const words = useFormText();
  const t = applyText(language);
  const session = useSession();
  const [draft, update, saving, stopSaving] = useDraft(initial);
  const uploading = useUploads(useCallback((paperId, checked) => { update((before) => ({ ...before, files: { ...before.files, [paperId]: [...before.files[paperId] ?? [], checked] } })); }, [update]));
  const [found, setFound] = useState<{ readonly step: string; readonly errors: readonly FormError[] }>({ step: '', errors: [] });
  const steps = useMemo(() => stepsOf(procedure, draft), [procedure, draft.caseId]);
  const [stepId, goTo] = useStep('truong-hop');
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = isUnanswered(draft);
  const index = waiting ? steps.length - 1 : Math.max(0, steps.findIndex(({ id }) => id === stepId));
  const step = steps[index] as Step;
  // a paper that has arrived meanwhile is no longer missing
  const arrived = ({ field, text }: FormError): boolean => text === t('paperMissing') && (draft.files[field.replace(/^giay-/, '')] ?? []).length > 0;
  const errors = found.step === step.id ? found.errors.filter((error) => !arrived(error)) : noErrors;
  const judged = { procedure, draft, pending: uploading.pending };
  const go = (id: string, wrong: readonly FormError[] = []) => { goTo(id); setFound({ step: id, errors: wrong }); if (wrong.length === 0) requestAnimationFrame(() => heading.current?.focus()); };
  const sending = useSending({ procedure, draft, update, stopSaving, onRefused: (problem, sent) => {
    const wrong = faultsOfAnswer(problem, { ...judged, draft: sent }, language);
    if (wrong !== undefined) go(wrong.step, wrong.errors);
  } });
  const known = session.state === 'known' ? session.session : undefined;
  useEffect(() => { if (known?.kind === 'citizen') update((before) => prefilled(procedure, before, known)); }, [known, procedure, update]);

  if (sending.filed !== undefined) return <Confirmation dossier={sending.filed} caseId={draft.caseId} />;

  const next = () => {
    const wrong = faultsOnStep(step, judged, language);
    const following = steps[index + 1];
    if (wrong.length > 0 || following === undefined) setFound({ step: step.id, errors: wrong }); else go(following.id);
  };
  const submit = () => {
    const broken = !waiting ? steps.map((one) => ({ step: one, wrong: faultsOnStep(one, judged, language) })).find(({ wrong }) => wrong.length > 0) : undefined;
    if (broken === undefined) sending.send(); else go(broken.step.id, broken.wrong);
  };
  const errorOf = new Map(errors.map((error) => [error.field === 'district' ? 'agency' : error.field, error.text]));
  const expired = sending.problem?.status === 401;
  const mayFile = known?.kind === 'citizen' && !expired;
  const title = { case: t('caseTitle'), questions: step.kind === 'questions' ? step.page.title[language] : '', papers: t('papersTitle'), check: t('checkTitle') }[step.kind];
  return (
    <div class="form">
      <p class="form-procedure">{procedure.name[language]}</p>
      <ProgressLine step={index + 1} of={steps.length} saving={saving} />
      {index === 0 && resumed !== 'new' && <Notice title={t('draftFound', { at: timeText(initial.savedAt ?? '') })}>
        {resumed === 'older-version' && <p>{t('draftChanged')}</p>}
        <Button kind="quiet" small onClick={() => { stopSaving(); discardDraft(procedure.code); location.search = `?thu-tuc=${procedure.code}`; }}>{t('draftDiscard')}</Button>
      </Notice>}
      {index > 0 && !waiting && <a class="govuk-back-link" href="#main" onClick={(event) => { event.preventDefault(); go(steps[index - 1]?.id ?? 'truong-hop'); }}>{words('back')}</a>}
      <ErrorSummary errors={errors} attempt={found} />
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (step.kind === 'check') submit(); else next(); }}>
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        <StepContent procedure={procedure} agencies={agencies} draft={draft} update={update} errors={errorOf} step={step} steps={steps} uploading={uploading} mayUpload={known?.kind === 'citizen'} onChange={waiting ? undefined : go} />
        {step.kind === 'check' && sending.problem !== undefined && !waiting && !expired && <ProblemNotice problem={sending.problem} title={t('problemTitle')} />}
        {step.kind === 'check' && waiting && !sending.busy && <Notice kind="warn" title={t('unansweredTitle')} live><p>{t('unansweredText')}</p></Notice>}
        {step.kind === 'check' && !mayFile && session.state !== 'loading' && <SignInPrompt expired={expired} />}
        <p class="button-row">
          {step.kind === 'check'
            ? (mayFile && <Button type="submit" disabled={sending.busy}>{sending.busy ? t('submitting') : waiting ? t('resend') : t('submit')}</Button>)
            : <Button type="submit">{words('goOn')}</Button>}
        </p>
      </form>
    </div>
  );
};
