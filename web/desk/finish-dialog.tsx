import { useState } from 'preact/hooks';
import { uploads } from '../client/routes.gen.ts';
import { uploadFile } from '../client/upload.ts';
import type { CheckedUpload } from '../client/upload.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { Dialog } from './dialog.tsx';
import { sizeText } from './file-size.ts';
import { useTexts } from './messages.ts';
import { DeskProblem } from './desk-problem.tsx';
import type { ActDialogProps } from './reason-dialog.tsx';

type Sending =
  | { readonly state: 'none' } | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'ready'; readonly upload: CheckedUpload } | { readonly state: 'failed'; readonly problem: ProblemBody };

/** The result file goes up and is checked while the officer looks on; a file that was checked is not sent twice. */
export const FinishDialog = ({ view, busy, trouble, onClose, onFinish }: ActDialogProps & { readonly onFinish: (uploadId: string) => Promise<boolean> }) => {
  const t = useTexts();
  const language = useLanguage();
  const [sending, setSending] = useState<Sending>({ state: 'none' });
  const [checked, setChecked] = useState(false);
  const allowed = view.allowed.includes('finish');
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setSending({ state: 'sending', share: 0 });
    const answer = await uploadFile(file, { onProgress: (share) => { setSending({ state: 'sending', share }); } });
    setSending(answer.ok ? { state: 'ready', upload: answer.body } : { state: 'failed', problem: answer.problem });
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (sending.state !== 'ready') { document.getElementById('tep-ket-qua')?.focus(); return; }
    if (await onFinish(sending.upload.uploadId)) onClose();
  };
  return (
    <Dialog title={t('finishTitle')} onClose={onClose}>
      {trouble}
      {!allowed && <Notice kind="warn" title={t('noLongerAllowed')} live />}
      <form noValidate onSubmit={(event) => { void send(event); }}>
        <Field id="tep-ket-qua" label={t('finishLabel')} hint={t('finishHint')} error={checked && sending.state === 'none' ? t('finishMissing') : undefined}>
          {(described) => (
            <div class="file-choose">
              <input id="tep-ket-qua" class="visually-hidden" type="file" accept={uploads.types.join(',')} aria-describedby={described} disabled={sending.state === 'sending'} onChange={(event) => { void choose(event.currentTarget.files?.[0]); }} />
              <label class="button button-secondary" for="tep-ket-qua">{sending.state === 'ready' ? t('chooseOther') : t('chooseFile')}</label>
            </div>
          )}
        </Field>
        <div aria-live="polite">
          {sending.state === 'sending' && (
            <p class="sending"><progress max={1} value={sending.share} aria-label={t('finishLabel')} /> {sending.share < 1 ? t('uploading', { share: Math.floor(sending.share * 100) }) : t('checking')}</p>
          )}
          {sending.state === 'ready' && <Notice kind="ok" title={t('fileReady', { name: sending.upload.fileName, size: sizeText(sending.upload.size, language) })} />}
        </div>
        {sending.state === 'failed' && <DeskProblem problem={sending.problem} />}
        <div class="button-row">
          {allowed && <Button type="submit" disabled={busy || sending.state === 'sending'}>{busy ? t('doing') : t('finishConfirm')}</Button>}
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
