import { areaNames } from '../../client/area-names.gen.ts';
import type { Answer } from '../../client/contract-types.ts';
import { useLanguage } from '../../components/language.ts';
import { inLanguage } from '../../format/addresses.ts';
import { momentText, shortDayText } from '../../format/dates.ts';
import { feedbackPath } from '../../format/feedback-addresses.ts';
import { isOpenFeedback, nameOfFeedbackState } from '../../../shared/kernel/feedback-state.ts';
import { registerText } from '../../messages/register.ts';
import type { Categories } from './filter-form.tsx';

export type Line = Answer<'listFeedback'>['items'][number];

export const areaName = (code: string | undefined, language: 'vi' | 'en'): string | undefined => { const found = areaNames.find(([one]) => one === code); return language === 'vi' ? found?.[1] : found?.[2]; };

/** A report in the public list: what, where, how far, and whether that is in time. */
export const ReportLine = ({ line, categories }: { readonly line: Line; readonly categories: Categories }) => {
  const language = useLanguage();
  const t = registerText(language);
  const { trackingCode, state, text, promisedAt } = line;
  const open = isOpenFeedback(state);
  const late = open && promisedAt !== undefined && Date.parse(promisedAt) < Date.now();
  const facts = [
    categories.find(({ code }) => code === line.category)?.name[language], areaName(line.area, language), shortDayText(line.reportedAt, language),
    line.voices > 0 ? t('voices', { count: line.voices + 1 }) : undefined, open && promisedAt !== undefined && !late ? t('promised', { at: momentText(promisedAt, language) }) : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <li class="report-line">
      <p><a href={inLanguage(feedbackPath(trackingCode), language)}>{text === undefined || text === '' ? t('noText') : text}</a></p>
      <p class="small"><span class={`tag tag-${open ? 'info' : 'ok'}`}>{nameOfFeedbackState(state)[language]}</span>{late && <> <span class="tag tag-danger">{t('overdue')}</span></>} {facts.join(' · ')}</p>
    </li>
  );
};
