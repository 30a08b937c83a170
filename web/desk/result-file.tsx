import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { uploads } from '../client/files.gen.ts';
import { uploadFile } from '../client/upload.ts';
import type { CheckedUpload } from '../client/upload.ts';
import { Field } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { DeskProblem } from './desk-problem.tsx';
import { sizeText } from './file-size.ts';
import { useTexts } from './messages.ts';

type Sending =
  | { readonly state: 'none' } | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'ready'; readonly upload: CheckedUpload } | { readonly state: 'failed'; readonly problem: ProblemBody };

/** The file an act needs: it goes up and is checked while the officer looks on; a file that was checked is not sent twice. */
export const useResultFile = () => {
  const [sending, setSending] = useState<Sending>({ state: 'none' });
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setSending({ state: 'sending', share: 0 });
    const answer = await uploadFile(file, { onProgress: (share) => { setSending({ state: 'sending', share }); } });
    setSending(answer.ok ? { state: 'ready', upload: answer.body } : { state: 'failed', problem: answer.problem });
  };
  return { sending, choose, uploadId: sending.state === 'ready' ? sending.upload.uploadId : undefined };
};

type ResultFileProps = { readonly id: string; readonly label: string; readonly hint: string; readonly checked: boolean; readonly file: ReturnType<typeof useResultFile> };

export const ResultFile = ({ id, label, hint, checked, file: { sending, choose } }: ResultFileProps) => {
  const t = useTexts();
  const language = useLanguage();
  return (
    <>
      <Field id={id} label={label} hint={hint} error={checked && sending.state === 'none' ? t('finishMissing') : undefined}>
        {(described) => (
          <div class="file-choose">
            <input id={id} class="visually-hidden" type="file" accept={uploads.types.join(',')} aria-describedby={described} disabled={sending.state === 'sending'} onChange={(event) => { void choose(event.currentTarget.files?.[0]); }} />
            <label class="button button-secondary" for={id}>{sending.state === 'ready' ? t('chooseOther') : t('chooseFile')}</label>
          </div>
        )}
      </Field>
      <div aria-live="polite">
        {sending.state === 'sending' && (
          <p class="sending"><progress max={1} value={sending.share} aria-label={label} /> {sending.share < 1 ? t('uploading', { share: Math.floor(sending.share * 100) }) : t('checking')}</p>
        )}
        {sending.state === 'ready' && <Notice kind="ok" title={t('fileReady', { name: sending.upload.fileName, size: sizeText(sending.upload.size, language) })} />}
      </div>
      {sending.state === 'failed' && <DeskProblem problem={sending.problem} />}
    </>
  );
};
