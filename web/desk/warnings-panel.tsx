import { useCallback, useEffect, useState } from 'preact/hooks';
import type { WarningRow } from '../../shared/contracts/dossier-steps.ts';
import { call } from '../client/client.ts';
import { useLanguage } from '../components/language.ts';
import { shortDayText, timeText } from '../format/dates.ts';
import { useStepTexts } from './steps-texts.ts';

const EVERY_MS = 60_000;

/** What the caller is warned of in an agency, read again every minute and after her own acts; a failed reading leaves what is known. */
export const useWarnings = (agency: string) => {
  const [items, setItems] = useState<readonly WarningRow[]>([]);
  const read = useCallback(async (): Promise<void> => {
    const answer = await call('listWarnings', { params: { agencyCode: agency } });
    if (answer.ok) setItems(answer.body.items);
  }, [agency]);
  useEffect(() => {
    setItems([]);
    void read();
    const timer = setInterval(() => { if (!document.hidden) void read(); }, EVERY_MS);
    return () => { clearInterval(timer); };
  }, [read]);
  return { items, read };
};

const Levels = ({ row }: { readonly row: WarningRow }) => {
  const t = useStepTexts();
  const language = useLanguage();
  const at = (instant: string): string => `${timeText(instant)} ${shortDayText(instant, language)}`;
  return (
    <>
      {row.step !== undefined && <span class={row.step.threshold === 100 ? 'warning-over' : undefined}>{t('stepLevel', { step: row.stepName[language], threshold: row.step.threshold, time: at(row.step.dueAt) })}</span>}
      {row.whole !== undefined && <span class={row.whole.threshold === 100 ? 'warning-over' : undefined}>{t('wholeLevel', { threshold: row.whole.threshold, time: at(row.whole.dueAt) })}</span>}
    </>
  );
};

/** The dossiers whose time runs out, in a fold above the list with their number as its badge. */
export const WarningsPanel = ({ items, onOpen }: { readonly items: readonly WarningRow[]; readonly onOpen: (dossierId: string) => void }) => {
  const t = useStepTexts();
  const language = useLanguage();
  if (items.length === 0) return null;
  return (
    <details class="warnings">
      <summary><span>{t('warnings')}</span> <span class="count" aria-label={t('warningsCount', { count: items.length })}>{items.length}</span></summary>
      <p class="small">{t('warningsText')}</p>
      <ul>
        {items.map((row) => (
          <li key={row.dossierId}>
            <button type="button" class="warning-row" onClick={() => { onOpen(row.dossierId); }}>
              <strong>{row.applicantName}</strong> <span class="code">{row.number ?? row.trackingCode}</span>
              <span class="small">{row.procedure.name[language]}</span>
              <Levels row={row} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
