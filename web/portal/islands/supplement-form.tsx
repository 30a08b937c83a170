import { useCallback, useRef, useState } from 'preact/hooks';
import type { DossierView, SupplementRound } from '../../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import type { CheckedUpload } from '../../client/upload.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { momentText } from '../../format/dates.ts';
import { ownActText } from '../../messages/own-act.ts';
import { PaperUpload } from '../apply/paper-upload.tsx';
import { useUploads } from '../apply/use-uploads.ts';
import type { OwnActProps } from './withdraw.tsx';

/** As many files as one item takes. */
const MOST_FILES = 3;

type Kept = { readonly texts: Readonly<Record<string, string>>; readonly files: Readonly<Record<string, readonly CheckedUpload[]>> };
const nothing: Kept = { texts: {}, files: {} };

const read = (name: string): Kept => {
  try { return { ...nothing, ...JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Kept> }; } catch { return nothing; }
};
const write = (name: string, kept: Kept | undefined): void => {
  try { if (kept === undefined) sessionStorage.removeItem(name); else sessionStorage.setItem(name, JSON.stringify(kept)); } catch { /* storage may be switched off */ }
};

/** What is entered outlives a reload and signing in again, for this tab. */
const useKept = (name: string) => {
  const [kept, setKept] = useState(() => read(name));
  const change = useCallback((by: (before: Kept) => Kept) => { setKept((before) => { const after = by(before); write(name, after); return after; }); }, [name]);
  return [kept, change, () => { write(name, undefined); }] as const;
};

type FormProps = OwnActProps & { readonly round: SupplementRound };

/** The list the agency asked for, answered item by item; nothing is sent before every item has its answer. */
export const SupplementForm = ({ dossier, round, onChanged, onStale }: FormProps) => {
  const language = useLanguage();
  const t = ownActText(language);
  const [kept, change, forget] = useKept(`bo-sung:${dossier.dossierId}:${round.round}`);
  const uploading = useUploads(useCallback((itemId: string, file: CheckedUpload) => { change((before) => ({ ...before, files: { ...before.files, [itemId]: [...before.files[itemId] ?? [], file] } })); }, [change]));
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const key = useRef({ of: '', key: '' });
  const textOf = (itemId: string): string => kept.texts[itemId] ?? '';
  const filesOf = (itemId: string): readonly CheckedUpload[] => kept.files[itemId] ?? [];
  const waiting = (itemId: string) => uploading.pending.filter(({ paperId }) => paperId === itemId);
  const faultOf = ({ itemId, kind }: SupplementRound['items'][number]): string | undefined => {
    if (kind === 'text') return textOf(itemId).trim() === '' ? t('itemTextMissing') : textOf(itemId).length > 5000 ? t('itemTooLong') : undefined;
    if (waiting(itemId).length > 0) return t('itemBusy');
    if (filesOf(itemId).length > MOST_FILES) return t('itemTooMany', { most: MOST_FILES });
    return filesOf(itemId).length === 0 ? t('itemFileMissing') : undefined;
  };
  const send = async (event: Event) => {
    event.preventDefault();
    setChecked(true);
    const wrong = round.items.find((item) => faultOf(item) !== undefined);
    if (wrong !== undefined) { document.getElementById(wrong.kind === 'text' ? wrong.itemId : `giay-${wrong.itemId}`)?.focus(); return; }
    const items = round.items.map(({ itemId }) => ({ itemId, text: textOf(itemId), uploadIds: filesOf(itemId).map(({ uploadId }) => uploadId) }));
    const of = JSON.stringify([dossier.revision, items]);
    if (key.current.of !== of) key.current = { of, key: newRequestKey() };
    setBusy(true);
    setProblem(undefined);
    const answer = await call('answerSupplement', { params: { dossierId: dossier.dossierId }, body: { revision: dossier.revision, items }, key: key.current.key });
    setBusy(false);
    if (answer.ok) { forget(); onChanged(answer.body); return; }
    setProblem(answer.problem);
    if (answer.problem.status === 409) onStale();
  };
  return (
    <Panel tone="warm" id="bo-sung" title={t('supplementTitle')}>
      {round.answerBy !== undefined && <p><strong>{t(round.overdue ? 'answerLate' : 'answerBy', { time: momentText(round.answerBy, language) })}</strong></p>}
      <p class="typed">{round.reason}</p>
      <p>{t(dossier.receivedAt === undefined ? 'supplementText' : 'supplementClock')}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <form noValidate onSubmit={(event) => { void send(event); }}>
        <ul class="paper-list">
          {round.items.map((item) => item.kind === 'file'
            ? <PaperUpload key={item.itemId} paper={{ id: item.itemId, name: item.what, required: true }} files={filesOf(item.itemId)} error={checked ? faultOf(item) : undefined} uploading={uploading}
                mayUpload={filesOf(item.itemId).length + waiting(item.itemId).length < MOST_FILES}
                onRemove={(file) => { change((before) => ({ ...before, files: { ...before.files, [item.itemId]: filesOf(item.itemId).filter(({ uploadId }) => uploadId !== file.uploadId) } })); }} />
            : <li class="paper-item" key={item.itemId}><TextArea id={item.itemId} label={item.what} rows={3} value={textOf(item.itemId)} error={checked ? faultOf(item) : undefined}
                onValue={(text) => { change((before) => ({ ...before, texts: { ...before.texts, [item.itemId]: text } })); }} /></li>)}
        </ul>
        <p class="button-row"><Button type="submit" disabled={busy}>{busy ? t('doing') : t('supplementSend')}</Button></p>
      </form>
    </Panel>
  );
};

/** The round that waits for its answer. */
export const openRound = ({ supplements }: DossierView): SupplementRound | undefined => supplements.findLast(({ answeredAt }) => answeredAt === undefined);
