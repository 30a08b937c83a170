import { useLanguage } from '../../components/language.ts';
import { isOpenFeedback } from '../../../shared/kernel/feedback-state.ts';
import { inLanguage } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { feedbackPath } from '../../format/feedback-addresses.ts';
import { ownReportsText } from '../../messages/own-reports.ts';
import type { Followed } from './follow-steps.ts';

const mostWords = 120;

/** An own report: what was said, how far it is. Its state comes later, or not at all while there is no network. */
export const OwnReport = ({ code, words, at, report }: { readonly code: string; readonly words: string; readonly at: string; readonly report: Followed | undefined }) => {
  const language = useLanguage();
  const t = ownReportsText(language);
  const open = report !== undefined && isOpenFeedback(report.state);
  const facts = [code, report?.category?.name[language], report?.agency?.name].filter((fact) => fact !== undefined);
  return (
    <li class="dossier-card">
      <a class="dossier-card-name" href={inLanguage(feedbackPath(code), language)}>{words === '' ? t('noText') : words.length > mostWords ? `${words.slice(0, mostWords - 1)}…` : words}</a>
      {report !== undefined && <span class={`tag tag-${open ? 'info' : report.state === 'REJECTED' ? 'neutral' : 'ok'}`}>{report.stateName[language]}</span>}
      <p class="small">{facts.join(' · ')}</p>
      <p class="small">{t('sent', { at: momentText(at, language) })}{open && report.promisedAt !== undefined && <> · {t('promised', { at: momentText(report.promisedAt, language) })}</>}{report?.overdue === true && <> <span class="tag tag-danger">{t('overdue')}</span></>}</p>
    </li>
  );
};
