import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTexts } from './messages.ts';

/** Why something was not written: the sentence, and one line for each place where it differs from it. */
export const Refusal = ({ problem }: { readonly problem: ProblemBody | undefined }) => {
  const t = useTexts();
  const language = useLanguage();
  if (problem === undefined) return null;
  if (problem.status === 0 || problem.status >= 500) return <ProblemNotice problem={problem} />;
  const title = language === 'vi' ? problem.title : problem.titleEn;
  const lines = [...new Set((problem.errors ?? []).map((error) => error[language]))].filter((line) => line !== title);
  return <Notice kind="danger" title={t('refused')} live><p>{title}</p>{lines.length > 0 && <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>}</Notice>;
};

/** What was said against a place of the request, to stand at its field: the first of these places that was refused, or anything within it. */
export const useRefusedAt = (problem: ProblemBody | undefined): ((...pointers: readonly string[]) => string | undefined) => {
  const language = useLanguage();
  return (...pointers) => problem?.errors?.find(({ pointer }) => pointers.some((place) => pointer === place || pointer.startsWith(`${place}/`)))?.[language];
};
