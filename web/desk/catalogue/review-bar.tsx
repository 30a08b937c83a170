import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { TextArea } from '../../components/field.tsx';
import { Dialog } from '../dialog.tsx';
import { useDraft } from '../draft.ts';
import { textAt } from './content.ts';
import { useCatalogueText } from './editing.tsx';
import type { File, WorkingFile } from './use-file.ts';

type BarProps = { readonly working: WorkingFile; readonly file: File };
type Asking = 'return' | 'comment' | 'publish';

const whole = (text: string): string => {
  const [year = '', month = '', day = ''] = text.split('-');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const AskDialog = ({ working, file, what, onClose }: BarProps & { readonly what: Asking; readonly onClose: () => void }) => {
  const t = useCatalogueText();
  const [comment, setComment] = useDraft(`gop-y:${file.code}`);
  const [day, setDay] = useState(textAt(working.content, '/effectiveFrom'));
  const [missing, setMissing] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (what !== 'publish' && comment.trim() === '') { setMissing(true); return; }
    const done = what === 'publish' ? await working.act('publishDraft', { effectiveFrom: whole(day) }) : await working.act(what === 'return' ? 'returnDraft' : 'commentDraft', { comment: comment.trim() });
    if (done) setComment('');
    onClose();
  };
  return (
    <Dialog title={t(`do-${what}`)} onClose={onClose}>
      <form noValidate onSubmit={(event) => { void send(event); }}>
        {what === 'publish'
          ? <><p>{t('publishText')}</p><DateField id="ngay-ap-dung" label={t('effectiveFrom')} value={day} onValue={setDay} /></>
          : <TextArea id="gop-y" label={t('comment')} rows={5} value={comment} onValue={setComment} error={missing && comment.trim() === '' ? t('commentMissing') : undefined} />}
        <div class="button-row"><Button type="submit" disabled={working.busy}>{t(`do-${what}`)}</Button><Button kind="quiet" onClick={onClose}>{t('cancel')}</Button></div>
      </form>
    </Dialog>
  );
};

/** What may be done now. What is not allowed is absent. */
export const ReviewBar = ({ working, file }: BarProps) => {
  const t = useCatalogueText();
  const [asking, setAsking] = useState<Asking>();
  const { busy, dirty, conflict } = working;
  const may = (act: File['allowed'][number]): boolean => file.allowed.includes(act);
  const still = busy || conflict !== undefined;
  return (
    <div class="review-bar button-row">
      {may('publish') && <Button disabled={still} onClick={() => { setAsking('publish'); }}>{t('do-publish')}</Button>}
      {may('save') && <Button kind={may('submit') && !dirty ? 'secondary' : 'primary'} disabled={still || !dirty} onClick={() => { void working.save(); }}>{t('do-save')}</Button>}
      {(may('submit') || (may('save') && dirty)) && <Button kind={dirty ? 'secondary' : 'primary'} disabled={still} onClick={() => { void working.act('submitDraft'); }}>{t('do-submit')}</Button>}
      {may('return') && <Button kind="secondary" disabled={still} onClick={() => { setAsking('return'); }}>{t('do-return')}</Button>}
      {may('take-back') && <Button kind="secondary" disabled={still} onClick={() => { void working.act('takeBackDraft'); }}>{t('do-take-back')}</Button>}
      {may('comment') && <Button kind="quiet" disabled={still} onClick={() => { setAsking('comment'); }}>{t('do-comment')}</Button>}
      {may('discard') && <Button kind="quiet" disabled={still} onClick={() => { if (confirm(t('discardSure'))) void working.act('discardDraft'); }}>{t('do-discard')}</Button>}
      {asking !== undefined && <AskDialog working={working} file={file} what={asking} onClose={() => { setAsking(undefined); }} />}
    </div>
  );
};
