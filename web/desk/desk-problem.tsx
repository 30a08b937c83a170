import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { signInHref } from '../client/session.ts';
import { Button } from '../components/button.tsx';
import { useCommon, useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { useTexts } from './messages.ts';

/** What failed, in the reader's language, with the way on: sign in again, or try again. */
export const DeskProblem = ({ problem, onRetry }: { readonly problem: ProblemBody; readonly onRetry?: () => void }) => {
  const common = useCommon();
  const t = useTexts();
  const language = useLanguage();
  const title = language === 'vi' ? problem.title : problem.titleEn;
  // what the title says already is not said again
  const fields = (problem.errors ?? []).filter((field) => field[language] !== title);
  return (
    <Notice kind={problem.code === 'offline' ? 'warn' : 'danger'} title={title} live>
      {fields.length > 0 && <ul>{fields.map((field) => <li key={field.pointer + field.code}>{field[language]}</li>)}</ul>}
      {problem.correlationId !== '' && problem.status >= 500 && <p class="small">{common('reference', { id: problem.correlationId })}</p>}
      {problem.status === 401 && <p><Button small href={signInHref('province')}>{t('signInButton')}</Button></p>}
      {problem.status !== 401 && onRetry !== undefined && <p><Button kind="secondary" small onClick={onRetry}>{common('tryAgain')}</Button></p>}
    </Notice>
  );
};
