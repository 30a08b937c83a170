import { useEffect, useState } from 'preact/hooks';
import type { DeskDossierView } from '../../../shared/contracts/dossier.ts';
import { call } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { momentText } from '../../format/dates.ts';
import { counterText } from '../../messages/counter.ts';

const LOOK_EVERY_MS = 1000;
const LOOKS = 30;

/** The receipt is made a moment after the acceptance that orders it. */
const useReceipt = (view: DeskDossierView): string | undefined => {
  const [receipt, setReceipt] = useState<string>();
  useEffect(() => {
    if (view.number === undefined) return undefined;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > LOOKS) { clearInterval(timer); return; }
      void call('openDossier', { params: { dossierId: view.dossierId } }).then((answer) => {
        const found = answer.ok ? answer.body.documents.find(({ kind }) => kind === 'receipt') : undefined;
        if (found !== undefined) { clearInterval(timer); setReceipt(found.documentId); }
      });
    }, LOOK_EVERY_MS);
    return () => { clearInterval(timer); };
  }, [view]);
  return receipt;
};

type FiledNoteProps = { readonly view: DeskDossierView; readonly onOpen: (dossierId: string) => void; readonly onNext: () => void };

/** What came of it, and the receipt to give to the applicant. */
export const FiledNote = ({ view, onOpen, onNext }: FiledNoteProps) => {
  const language = useLanguage();
  const t = counterText(language);
  const receipt = useReceipt(view);
  const print = async (): Promise<void> => {
    const tab = open('', '_blank');
    const answer = receipt === undefined ? undefined : await call('getDeskFile', { params: { dossierId: view.dossierId, fileId: receipt }, query: { to: 'view' } });
    if (answer?.ok === true && tab !== null) tab.location.replace(answer.body.url); else tab?.close();
  };
  const accepted = view.number !== undefined;
  return (
    <section class="counter-part counter-filed" role="status">
      <h2>{accepted ? t('accepted', { number: view.number ?? '' }) : t('handedOn', { agency: view.agency.name })}</h2>
      <p>{t('code')}: <strong class="code">{view.trackingCode}</strong></p>
      {view.dueAt !== undefined && <p>{t('due')}: <strong>{momentText(view.dueAt, language)}</strong></p>}
      <div class="button-row">
        {accepted && (receipt === undefined ? <span class="small">{t('printing')}</span> : <Button onClick={() => { void print(); }}>{t('print')}</Button>)}
        {accepted && <Button kind="secondary" onClick={() => { onOpen(view.dossierId); }}>{t('openDossier')}</Button>}
        <Button kind="quiet" onClick={onNext}>{t('next')}</Button>
      </div>
    </section>
  );
};
