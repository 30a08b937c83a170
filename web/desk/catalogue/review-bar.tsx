import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { TextArea } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { shortDayText } from '../../format/dates.ts';
import { fullDate, isDate } from '../../format/typed-date.ts';
import { Dialog } from '../dialog.tsx';
import { useDraft } from '../draft.ts';
import { textAt } from './content.ts';
import { useCatalogueText } from './editing.tsx';
import type { File, WorkingFile } from './use-file.ts';

type BarProps = { readonly working: WorkingFile; readonly file: File };
type Asking = 'return' | 'comment' | 'publish' | 'recall';
type Asked = BarProps & { readonly what: Asking; /** the field a comment is on */ readonly on?: { readonly pointer: string; readonly label: string }; readonly onClose: () => void };

const send = async (working: WorkingFile, { file, what, on }: Pick<Asked, 'file' | 'what' | 'on'>, { day, comment }: { readonly day: string; readonly comment: string }): ReturnType<WorkingFile['act']> => {
  switch (what) {
    case 'publish': return working.act('publishDraft', { effectiveFrom: fullDate(day) });
    case 'return': return working.act('returnDraft', { comment });
    case 'recall': return working.act('recallVersion', { comment, version: file.recallable ?? 0 });
    case 'comment': return working.act('commentDraft', { comment, ...(on === undefined ? {} : { pointer: on.pointer }) });
  }
};

/** Asks what an act needs to know: a comment, a reason, a day. What is typed is kept until it was taken. */
export const AskDialog = ({ working, file, what, on, onClose }: Asked) => {
  const t = useCatalogueText();
  const language = useLanguage();
  const [comment, setComment] = useDraft(`gop-y:${file.code}${on?.pointer ?? ''}`);
  const [day, setDay] = useState(textAt(working.content, '/effectiveFrom'));
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<string>();
  const answer = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (what === 'publish' ? !isDate(fullDate(day)) : comment.trim() === '') { setMissing(true); return; }
    const { done, problem } = await send(working, { file, what, ...(on === undefined ? {} : { on }) }, { day, comment: comment.trim() });
    if (done) setComment('');
    const wrong = problem?.errors?.find(({ pointer }) => pointer === '/body/effectiveFrom' || pointer === '/body/comment')?.[language];
    // what the province refuses of what was typed is mended here, with what is wrong beside it
    if (wrong === undefined) onClose(); else setRefused(wrong);
  };
  return (
    <Dialog title={on === undefined ? t(`do-${what}`) : t('remarkOn', { label: on.label })} onClose={onClose}>
      <form noValidate onSubmit={(event) => { void answer(event); }}>
        {what === 'recall' && <p>{t('recallText', { version: file.recallable ?? 0, date: shortDayText(file.versions.at(-1)?.effectiveFrom ?? '', language) })}</p>}
        {what === 'publish'
          ? <><p>{t('publishText')}</p><DateField id="ngay-ap-dung" label={t('effectiveFrom')} value={day} onValue={(next) => { setDay(next); setRefused(undefined); }} error={refused ?? (missing && !isDate(fullDate(day)) ? t('dayMissing') : undefined)} /></>
          : <TextArea id="gop-y" label={t(what === 'recall' ? 'recallReason' : 'comment')} rows={5} value={comment} onValue={(next) => { setComment(next); setRefused(undefined); }} error={refused ?? (missing && comment.trim() === '' ? t('commentMissing') : undefined)} />}
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
      {may('recall') && <Button kind="secondary" disabled={still} onClick={() => { setAsking('recall'); }}>{t('do-recall')}</Button>}
      {may('discard') && <Button kind="quiet" disabled={still} onClick={() => { if (confirm(t('discardSure'))) void working.act('discardDraft'); }}>{t('do-discard')}</Button>}
      {asking !== undefined && <AskDialog working={working} file={file} what={asking} onClose={() => { setAsking(undefined); }} />}
    </div>
  );
};
