import { TextArea } from '../components/field.tsx';
import { ActForm, useFields } from './act-form.tsx';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';
import { ResultFile, useResultFile } from './result-file.tsx';

const LONGEST = 2000;
type Correction = { readonly reason: string; readonly resultUploadId: string };

/** A new version of the result, with its reason. */
export const CorrectDialog = ({ onCorrect, ...common }: ActDialogProps & { readonly onCorrect: (correction: Correction) => Promise<boolean> }) => {
  const t = useTexts();
  const file = useResultFile();
  const { fields: { reason }, checked, set, check, forget } = useFields(`dinh-chinh:${common.view.dossierId}`, { reason: '' });
  const reasonFault = reason.trim() === '' ? t('reasonMissing') : reason.length > LONGEST ? t('refuseTooLong') : undefined;
  const send = async (): Promise<boolean> => {
    const done = await onCorrect({ reason: reason.trim(), resultUploadId: file.uploadId ?? '' });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="correct-result" title={t('correctResult')} confirm={t('correctConfirm')} busy={common.busy || file.sending.state === 'sending'}
      wrong={reasonFault === undefined ? file.uploadId === undefined ? 'tep-dinh-chinh' : undefined : 'ly-do-dinh-chinh'} onChecked={check} onSend={send}>
      <TextArea id="ly-do-dinh-chinh" label={t('reason')} hint={t('correctHint')} rows={4} value={reason} onValue={(text) => { set({ reason: text }); }} error={checked ? reasonFault : undefined} />
      <ResultFile id="tep-dinh-chinh" label={t('correctFile')} hint={t('fileHint')} checked={checked} file={file} />
    </ActForm>
  );
};
