import type { BulkAct } from '../../shared/contracts/desk-bulk.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { bulkText } from '../messages/bulk.ts';
import { DeskProblem } from './desk-problem.tsx';
import { MOST_AT_ONCE } from './use-bulk.ts';
import type { Bulk } from './use-bulk.ts';

type BulkBarProps = { readonly act: BulkAct; readonly bulk: Bulk; readonly count: number; readonly onOpen: (dossierId: string) => void };

/** What came of the last act: how many are done, and of each that is not, why. */
const Outcome = ({ bulk, onOpen }: Pick<BulkBarProps, 'bulk' | 'onOpen'>) => {
  const language = useLanguage();
  const t = bulkText(language);
  const { result } = bulk;
  if (result === undefined) return null;
  const { act, done, failed } = result;
  const doneText = act === 'take' ? t('taken', { count: done }) : t('handedOver', { count: done });
  return (
    <Notice kind={failed.length === 0 ? 'ok' : 'warn'} title={failed.length === 0 ? doneText : `${doneText}. ${t('failed', { count: failed.length })}`} live>
      {failed.length > 0 && (
        <ul class="bulk-failed">
          {failed.map(({ row, problem }) => (
            <li key={row.dossierId}><strong>{row.applicantName}</strong>, {row.number ?? row.trackingCode}: {language === 'vi' ? problem.title : problem.titleEn} <Button kind="quiet" small onClick={() => { onOpen(row.dossierId); }}>{t('open')}</Button></li>
          ))}
        </ul>
      )}
      <Button kind="quiet" small onClick={bulk.forget}>{t('close')}</Button>
    </Notice>
  );
};

/** One decision for the chosen rows of the list. */
export const BulkBar = ({ act, bulk, count, onOpen }: BulkBarProps) => {
  const t = bulkText(useLanguage());
  const chosen = bulk.chosen.length;
  return (
    <>
      <div class="bulk" role="group" aria-label={t('chosen', { count: chosen })}>
        {chosen === 0
          ? <Button kind="quiet" small onClick={bulk.all}>{t('selectShown')}{count > MOST_AT_ONCE ? ` (${t('most', { most: MOST_AT_ONCE })})` : ''}</Button>
          : (
            <>
              <span class="small" role="status">{t('chosen', { count: chosen })}</span>
              <Button small disabled={bulk.busy} onClick={() => { void bulk.run(act); }}>{bulk.busy ? t('doing') : act === 'take' ? t('take', { count: chosen }) : t('handOver', { count: chosen })}</Button>
              <Button kind="quiet" small onClick={bulk.clear}>{t('clear')}</Button>
            </>
          )}
      </div>
      {bulk.problem !== undefined && <DeskProblem problem={bulk.problem} onRetry={() => { void bulk.run(act); }} />}
      <Outcome bulk={bulk} onOpen={onOpen} />
    </>
  );
};
