import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { Dialog } from './dialog.tsx';
import { useDraft } from './draft.ts';
import { useTexts } from './messages.ts';

const LONGEST = 2000;

export type ActDialogProps = {
  readonly view: DeskDossierView; readonly busy: boolean;
  /** what went wrong and what changed meanwhile, shown on top */
  readonly trouble: ComponentChildren;
  readonly onClose: () => void;
};

/** A refusal needs its reason; what is typed stays until the refusal is done. */
export const RefuseDialog = ({ view, busy, trouble, onClose, onRefuse }: ActDialogProps & { readonly onRefuse: (reason: string) => Promise<boolean> }) => {
  const t = useTexts();
  const [reason, setReason] = useDraft(`tu-choi:${view.dossierId}`);
  const [checked, setChecked] = useState(false);
  const problem = reason.trim() === '' ? t('refuseMissing') : reason.length > LONGEST ? t('refuseTooLong') : undefined;
  const allowed = view.allowed.includes('refuse');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) { document.getElementById('ly-do')?.focus(); return; }
    if (await onRefuse(reason.trim())) { setReason(''); onClose(); }
  };
  return (
    <Dialog title={t('refuseTitle')} onClose={onClose}>
      {trouble}
      {!allowed && <Notice kind="warn" title={t('noLongerAllowed')} live />}
      <form noValidate onSubmit={(event) => { void send(event); }}>
        <TextArea id="ly-do" label={t('refuseLabel')} hint={t('refuseHint')} rows={6} value={reason} onValue={setReason} error={checked ? problem : undefined} />
        <p class="small">{t('charactersLeft', { count: LONGEST - reason.length })}</p>
        <div class="button-row">
          {allowed && <Button kind="danger" type="submit" disabled={busy}>{busy ? t('doing') : t('refuseConfirm')}</Button>}
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
