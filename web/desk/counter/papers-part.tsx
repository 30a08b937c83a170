import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { Answer } from '../../client/contract-types.ts';
import { uploads } from '../../client/files.gen.ts';
import { uploadFile } from '../../client/upload.ts';
import type { CheckedUpload } from '../../client/upload.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { counterText } from '../../messages/counter.ts';
import { DeskProblem } from '../desk-problem.tsx';
import { noCounts } from './counter-draft.ts';
import type { CounterDraft, Counts } from './counter-draft.ts';

type Paper = Answer<'getProcedure'>['cases'][number]['papers'][number];
type PaperProps = { readonly paper: Paper; readonly counts: Counts; readonly scan: CheckedUpload | undefined; readonly onCounts: (counts: Counts) => void; readonly onScan: (scan: CheckedUpload | undefined) => void; readonly error: string | undefined };
const kinds = ['original', 'copy', 'electronic'] as const;

/** One paper: how many of each kind came, and a scan of it. */
const PaperRow = ({ paper, counts, scan, onCounts, onScan, error }: PaperProps) => {
  const t = counterText(useLanguage());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setProblem(undefined);
    const answer = await uploadFile(file);
    setBusy(false);
    if (answer.ok) onScan(answer.body); else setProblem(answer.problem);
  };
  return (
    <fieldset class={`counter-paper${error === undefined ? '' : ' govuk-form-group--error'}`} aria-describedby={error === undefined ? undefined : `giay-${paper.id}-error`}>
      <legend>{paper.name}{paper.required && <span class="small"> ({t('required')})</span>}</legend>
      {error !== undefined && <p id={`giay-${paper.id}-error`} class="govuk-error-message">{error}</p>}
      <div class="counter-counts">
        {kinds.map((kind, index) => (
          <label key={kind}><span class="small" aria-hidden="true">{t(kind)}</span>
            <input id={index === 0 ? `giay-${paper.id}` : undefined} class="govuk-input govuk-input--width-2" inputMode="numeric" maxLength={2} autocomplete="off" aria-label={t('countOf', { kind: t(kind), name: paper.name.slice(0, 90) })}
              value={counts[kind]} onInput={(event) => { onCounts({ ...counts, [kind]: event.currentTarget.value.replace(/\D/g, '') }); }} />
          </label>
        ))}
        {scan === undefined
          ? (
            <span class="counter-scan">
              <input id={`quet-${paper.id}`} class="visually-hidden" type="file" accept={uploads.types.join(',')} aria-label={t('scanOf', { name: paper.name.slice(0, 90) })} disabled={busy} onChange={(event) => { void choose(event.currentTarget.files?.[0]); }} />
              <label class="button button-secondary button-small" for={`quet-${paper.id}`} aria-hidden="true">{busy ? t('scanning') : t('scan')}</label>
            </span>
          )
          : <span class="counter-scan small">{scan.fileName} <Button kind="quiet" small onClick={() => { onScan(undefined); }}>{t('dropScan', { name: scan.fileName })}</Button></span>}
      </div>
      {problem !== undefined && <DeskProblem problem={problem} />}
    </fieldset>
  );
};

type PartProps = { readonly papers: readonly Paper[]; readonly draft: CounterDraft; readonly set: (change: (draft: CounterDraft) => Partial<CounterDraft>) => void; readonly errorOf: (field: string) => string | undefined };

export const PapersPart = ({ papers, draft, set, errorOf }: PartProps) => {
  const t = counterText(useLanguage());
  if (papers.length === 0) return null;
  return (
    <section class="counter-part" aria-labelledby="quay-giay-to">
      <h2 id="quay-giay-to">{t('papersPart')}</h2>
      <p class="small">{t('papersHint')}</p>
      {papers.map((paper) => (
        <PaperRow key={paper.id} paper={paper} counts={draft.counts[paper.id] ?? noCounts} scan={draft.scans[paper.id]} error={errorOf(`giay-${paper.id}`)}
          onCounts={(counts) => { set((now) => ({ counts: { ...now.counts, [paper.id]: counts } })); }}
          onScan={(scan) => { set((now) => ({ scans: Object.fromEntries([...Object.entries(now.scans).filter(([id]) => id !== paper.id), ...(scan === undefined ? [] : [[paper.id, scan] as const])]) })); }} />
      ))}
    </section>
  );
};
