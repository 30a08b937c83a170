import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { localDate } from '../../../shared/kernel/vietnam-time.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { DeskProblem } from '../desk-problem.tsx';
import { useCatalogueText } from './editing.tsx';
import { exportAll, importFile, offer, proceduresIn, type Line } from './transfer.ts';

const Report = ({ lines }: { readonly lines: readonly Line[] }) => {
  const t = useCatalogueText();
  const language = useLanguage();
  const count = (outcome: Line['outcome']): number => lines.filter((line) => line.outcome === outcome).length;
  const telling = lines.filter(({ refused, notTaken, toComplete }) => refused.length + notTaken.length + toComplete.length > 0);
  return (
    <section aria-label={t('importReport')}>
      <p role="status"><strong>{t('importSummary', { imported: count('imported'), unchanged: count('unchanged'), refused: count('refused') })}</strong></p>
      <ul class="report">
        {telling.map((line, index) => (
          <li key={index}>
            <span class={`badge ${line.outcome === 'refused' ? 'badge-danger' : 'badge-ok'}`}>{t(line.outcome)}</span> <span class="code">{line.code}</span> {line.name}
            <ul>
              {line.refused.map(({ path, code, [language]: sentence }) => <li key={path + code}><code>{path}</code>: {sentence}</li>)}
              {line.toComplete.length > 0 && <li>{t('toComplete', { places: line.toComplete.join(', ') })}</li>}
              {line.notTaken.length > 0 && <li>{t('notTaken', { places: line.notTaken.join(', ') })}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** A file of the national portal in, with a report of every field; the catalogue out as such a file. */
export const TransferPanel = ({ mayImport, onImported }: { readonly mayImport: boolean; readonly onImported: () => void }) => {
  const t = useCatalogueText();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [problem, setProblem] = useState<ProblemBody>();
  const [unreadable, setUnreadable] = useState(false);
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setLines([]); setProblem(undefined); setUnreadable(false);
    const procedures = proceduresIn(await file.text());
    if (procedures === undefined) { setUnreadable(true); return; }
    setBusy(true);
    setProblem(await importFile(procedures, (more) => { setLines((now) => [...now, ...more]); }));
    setBusy(false);
    onImported();
  };
  const give = async (): Promise<void> => {
    setBusy(true);
    const all = await exportAll();
    setBusy(false);
    if ('problem' in all) setProblem(all.problem); else offer(`danh-muc-${localDate(new Date())}.json`, all.items);
  };
  return (
    <details class="part">
      <summary><h2>{t('transfer')}</h2></summary>
      <p>{t('transferText')}</p>
      <div class="button-row">
        {mayImport && <span class="file-choose"><input id="tep-nhap" class="visually-hidden" type="file" accept="application/json,.json" disabled={busy} onChange={(event) => { void take(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} /><label class="button button-secondary button-small" for="tep-nhap">{t('importFile')}</label></span>}
        <Button kind="secondary" small disabled={busy} onClick={() => { void give(); }}>{t('exportFile')}</Button>
      </div>
      {busy && <p role="status">{t('working')}</p>}
      {unreadable && <Notice kind="danger" title={t('fileUnreadable')} live />}
      {problem !== undefined && <DeskProblem problem={problem} />}
      {lines.length > 0 && <Report lines={lines} />}
    </details>
  );
};
