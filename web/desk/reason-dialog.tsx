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

export type ActDialogProps<V = DeskDossierView> = {
  readonly view: V; readonly busy: boolean;
  /** what went wrong and what changed meanwhile, shown on top */
  readonly trouble: ComponentChildren;
  readonly onClose: () => void;
};

const words = {
  refuse: { draft: 'tu-choi', title: 'refuseTitle', label: 'refuseLabel', hint: 'refuseHint', missing: 'refuseMissing', confirm: 'refuseConfirm' },
  'send-back': { draft: 'tra-lai', title: 'sendBackTitle', label: 'sendBackLabel', hint: 'sendBackHint', missing: 'sendBackMissing', confirm: 'sendBackConfirm' },
  stop: { draft: 'dung', title: 'stopTitle', label: 'stopLabel', hint: 'stopHint', missing: 'stopMissing', confirm: 'stopConfirm' },
  'exempt-payment': { draft: 'mien', title: 'exemptTitle', label: 'exemptLabel', hint: 'exemptHint', missing: 'exemptMissing', confirm: 'exemptConfirm' },
} as const;
/** What takes something away from the applicant is red; letting go on is not. */
const ends: readonly string[] = ['refuse', 'stop'];
type ReasonDialogProps = ActDialogProps & { readonly act: keyof typeof words; readonly onReason: (reason: string) => Promise<boolean>;
  /** what stands there before anything is typed */
  readonly proposed?: string };

/** A refusal, a stop or sending back needs its reason; what is typed stays until it is done. */
export const ReasonDialog = ({ act, view, busy, trouble, onClose, onReason, proposed = '' }: ReasonDialogProps) => {
  const say = words[act];
  const t = useTexts();
  const [draft, setReason] = useDraft(`${say.draft}:${view.dossierId}`);
  const [touched, setTouched] = useState(false);
  const reason = draft === '' && !touched ? proposed : draft;
  const [checked, setChecked] = useState(false);
  const problem = reason.trim() === '' ? t(say.missing) : reason.length > LONGEST ? t('refuseTooLong') : undefined;
  const allowed = view.allowed.includes(act);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) { document.getElementById('ly-do')?.focus(); return; }
    if (await onReason(reason.trim())) { setReason(''); onClose(); }
  };
  return (
    <Dialog title={t(say.title)} onClose={onClose}>
      {trouble}
      {!allowed && <Notice kind="warn" title={t('noLongerAllowed')} live />}
      <form noValidate onSubmit={(event) => { void send(event); }}>
        <TextArea id="ly-do" label={t(say.label)} hint={t(say.hint)} rows={6} value={reason} onValue={(text) => { setTouched(true); setReason(text); }} error={checked ? problem : undefined} />
        <p class="small">{t('charactersLeft', { count: LONGEST - reason.length })}</p>
        <div class="button-row">
          {allowed && <Button kind={ends.includes(act) ? 'danger' : 'primary'} type="submit" disabled={busy}>{busy ? t('doing') : t(say.confirm)}</Button>}
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
