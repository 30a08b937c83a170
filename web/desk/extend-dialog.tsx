import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { TextArea } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { momentText } from '../format/dates.ts';
import { fullDate, isDate } from '../format/typed-date.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { Dialog } from './dialog.tsx';
import { useDraft } from './draft.ts';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';

const LONGEST = 2000;
export type Later = { readonly reason: string; readonly newDate: string };

/** A later promise, with its apology: the day and why. Whether the day is a working day, the province knows. */
export const ExtendDialog = ({ view, busy, trouble, onClose, onExtend }: ActDialogProps & { readonly onExtend: (later: Later) => Promise<boolean> }) => {
  const t = useTexts();
  const language = useLanguage();
  const [reason, setReason] = useDraft(`gia-han:${view.dossierId}`);
  const [typedDate, setTypedDate] = useDraft(`ngay-hen:${view.dossierId}`);
  const newDate = fullDate(typedDate);
  const [checked, setChecked] = useState(false);
  const allowed = view.allowed.includes('extend');
  const dateFault = typedDate === '' || !isDate(newDate) ? t('extendDateMissing') : view.dueAt !== undefined && newDate <= localDate(new Date(view.dueAt)) ? t('extendDateEarly') : undefined;
  const reasonFault = reason.trim() === '' ? t('supplementReasonMissing') : reason.length > LONGEST ? t('refuseTooLong') : undefined;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (dateFault !== undefined || reasonFault !== undefined) { document.getElementById(reasonFault === undefined ? 'ngay-hen-moi' : 'ly-do-gia-han')?.focus(); return; }
    if (await onExtend({ reason: reason.trim(), newDate })) { setReason(''); setTypedDate(''); onClose(); }
  };
  return (
    <Dialog title={t('extendTitle')} onClose={onClose}>
      {trouble}
      {!allowed && <Notice kind="warn" title={t('noLongerAllowed')} live />}
      {view.dueAt !== undefined && <p>{t('extendNow', { due: momentText(view.dueAt, language) })}</p>}
      <form noValidate onSubmit={(event) => { void send(event); }}>
        <TextArea id="ly-do-gia-han" label={t('supplementReason')} hint={t('extendHint')} rows={4} value={reason} onValue={setReason} error={checked ? reasonFault : undefined} />
        <DateField id="ngay-hen-moi" label={t('extendDate')} value={typedDate} onValue={setTypedDate} error={checked ? dateFault : undefined} />
        <div class="button-row">
          {allowed && <Button type="submit" disabled={busy}>{busy ? t('doing') : t('extendConfirm')}</Button>}
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
