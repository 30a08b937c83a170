import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { Button } from './button.tsx';
import { useCommon, useLanguage } from './language.ts';
import { Notice } from './notice.tsx';

/** A problem in the reader's language, with a way to try again. Offline is a state, not an error. */
export const ProblemNotice = ({ problem, title, onRetry }: { readonly problem: ProblemBody; readonly title?: string; readonly onRetry?: () => void }) => {
  const t = useCommon();
  const language = useLanguage();
  const offline = problem.code === 'offline';
  return (
    <Notice kind={offline ? 'warn' : 'danger'} title={title ?? (offline ? t('offlineTitle') : t('unexpectedTitle'))} live>
      <p>{offline ? t('offlineText') : language === 'vi' ? problem.title : problem.titleEn}</p>
      {problem.correlationId !== '' && problem.status >= 500 && <p class="small">{t('reference', { id: problem.correlationId })}</p>}
      {onRetry !== undefined && <Button kind="secondary" small onClick={onRetry}>{t('tryAgain')}</Button>}
    </Notice>
  );
};
