import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { SelectField, TextArea, TextField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import type { Asking } from './acts.ts';
import { Dialog } from './dialog.tsx';
import { useDraft } from './draft.ts';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';

const LONGEST_REASON = 2000;
const LONGEST_ITEM = 500;
const MOST_ITEMS = 20;

const empty: Asking = { reason: '', items: [{ kind: 'file', what: '' }] };
const readAsking = (text: string): Asking => {
  try { return text === '' ? empty : { ...empty, ...JSON.parse(text) as Partial<Asking> }; } catch { return empty; }
};

/** What the applicant has to bring, item by item; what is typed stays until it is asked for. */
export const SupplementDialog = ({ view, busy, trouble, onClose, onAsk }: ActDialogProps & { readonly onAsk: (asking: Asking) => Promise<boolean> }) => {
  const t = useTexts();
  const [draft, setDraft] = useDraft(`bo-sung:${view.dossierId}`);
  const [checked, setChecked] = useState(false);
  const asking = readAsking(draft);
  const { reason, items } = asking;
  const keep = (change: Partial<Asking>): void => { setDraft(JSON.stringify({ ...asking, ...change })); };
  const set = (index: number, change: Partial<Asking['items'][number]>): void => { keep({ items: items.map((item, at) => (at === index ? { ...item, ...change } : item)) }); };
  const reasonFault = reason.trim() === '' ? t('supplementReasonMissing') : reason.length > LONGEST_REASON ? t('refuseTooLong') : undefined;
  const itemFault = (what: string): string | undefined => (what.trim() === '' ? t('supplementItemMissing') : what.length > LONGEST_ITEM ? t('supplementItemTooLong') : undefined);
  const allowed = view.allowed.includes('request-supplement');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    const wrong = items.findIndex(({ what }) => itemFault(what) !== undefined);
    if (reasonFault !== undefined || wrong >= 0) { document.getElementById(reasonFault === undefined ? `muc-${wrong}` : 'ly-do-bo-sung')?.focus(); return; }
    if (await onAsk({ reason: reason.trim(), items: items.map(({ kind, what }) => ({ kind, what: what.trim() })) })) { setDraft(''); onClose(); }
  };
  return (
    <Dialog title={t('supplementTitle')} onClose={onClose}>
      {trouble}
      {!allowed && <Notice kind="warn" title={t('noLongerAllowed')} live />}
      <form noValidate onSubmit={(event) => { void send(event); }}>
        <TextArea id="ly-do-bo-sung" label={t('supplementReason')} hint={t('supplementHint')} rows={3} value={reason} onValue={(text) => { keep({ reason: text }); }} error={checked ? reasonFault : undefined} />
        <ol class="asked-items">
          {items.map((item, index) => (
            <li key={index}>
              <TextField id={`muc-${index}`} label={t('supplementItem', { number: index + 1 })} value={item.what} onValue={(what) => { set(index, { what }); }} error={checked ? itemFault(item.what) : undefined} />
              <SelectField id={`loai-${index}`} label={t('supplementKind')} value={item.kind} onValue={(kind) => { set(index, { kind: kind === 'text' ? 'text' : 'file' }); }}
                options={[{ value: 'file', label: t('supplementFile') }, { value: 'text', label: t('supplementWords') }]} />
              {items.length > 1 && <Button kind="quiet" small aria-label={t('supplementDropOf', { number: index + 1 })} onClick={() => { keep({ items: items.filter((_, at) => at !== index) }); }}>{t('supplementDrop')}</Button>}
            </li>
          ))}
        </ol>
        {items.length < MOST_ITEMS && <Button kind="secondary" small onClick={() => { keep({ items: [...items, { kind: 'file', what: '' }] }); }}>{t('supplementAdd')}</Button>}
        <div class="button-row">
          {allowed && <Button type="submit" disabled={busy}>{busy ? t('doing') : t('supplementConfirm')}</Button>}
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
