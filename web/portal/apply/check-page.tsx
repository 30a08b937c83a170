import type { ComponentChildren } from 'preact';
import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProcedureView, Question } from '../../../shared/contracts/procedure.ts';
import { useFormText } from '../../components/form-text.ts';
import { useLanguage } from '../../components/language.ts';
import { momentText, shortDayText } from '../../format/dates.ts';
import { applyText } from '../../messages/apply.ts';
import type { Language } from '../../messages/translator.ts';
import type { Draft } from './draft.ts';
import { caseOf, type Step } from './form-pages.ts';
import { usePromisedAt } from './use-promise.ts';
import { sentAnswer } from './validation.ts';

type CheckPageProps = {
  readonly procedure: ProcedureView; readonly agencies: readonly Agency[]; readonly draft: Draft; readonly steps: readonly Step[];
  /** absent while nothing may change: a send is unanswered */
  readonly onChange: ((step: Step) => void) | undefined;
};

/** An answer in words. */
const answerText = (question: Question, typed: string, language: Language): string => {
  const answer = sentAnswer(question, typed);
  if (question.kind === 'choice') return question.options?.find(({ value }) => value === answer)?.label[language] ?? answer;
  return question.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? shortDayText(answer, language) : answer;
};

const Block = ({ title, onChange, rows }: { readonly title: string; readonly onChange: (() => void) | undefined; readonly rows: readonly (readonly [string, ComponentChildren])[] }) => {
  const words = useFormText();
  const t = applyText(useLanguage());
  return (
    <section class="check-block">
      <div class="check-head"><h2>{title}</h2>{onChange !== undefined && <button type="button" class="button button-quiet button-small" aria-label={t('checkChange', { what: title })} onClick={onChange}>{words('change')}</button>}</div>
      <dl class="govuk-summary-list">{rows.map(([name, value]) => <div class="govuk-summary-list__row" key={name}><dt class="govuk-summary-list__key">{name}</dt><dd class="govuk-summary-list__value">{value}</dd></div>)}</dl>
    </section>
  );
};

/** Everything that will be sent, block by block, each with its way back. */
export const CheckPage = ({ procedure, agencies, draft, steps, onChange }: CheckPageProps) => {
  const language = useLanguage();
  const t = applyText(language);
  const agency = agencies.find(({ code }) => code === draft.agency);
  const due = usePromisedAt(procedure.code, draft.caseId, draft.agency);
  const none = <span class="optional">{t('checkAnswerNone')}</span>;
  const blockOf = (step: Step) => {
    const change = onChange === undefined ? undefined : () => { onChange(step); };
    switch (step.kind) {
      case 'case': return <Block key={step.id} title={t('caseTitle')} onChange={change} rows={[[t('caseLegend'), caseOf(procedure, draft)?.name[language] ?? none], [t('agency'), (language === 'en' ? agency?.nameEn : undefined) ?? agency?.name ?? none]]} />;
      case 'questions': return <Block key={step.id} title={step.page.title[language]} onChange={change} rows={step.page.questions.map((question) => [question.label[language], answerText(question, draft.answers[question.id] ?? '', language) || none] as const)} />;
      case 'papers': return <Block key={step.id} title={t('checkPapers')} onChange={change} rows={(caseOf(procedure, draft)?.papers ?? []).map((paper) => [paper.name, (draft.files[paper.id] ?? []).map(({ fileName }) => fileName).join(', ') || none] as const)} />;
      case 'check': return null;
    }
  };
  return (
    <>
      <p class="lead">{t('checkLead')}</p>
      {steps.map(blockOf)}
      {due !== undefined && <p class="promise-line">{t('promise', { due: momentText(due, language) })}</p>}
    </>
  );
};
