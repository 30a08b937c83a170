import { useState } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';
import { ResultFile, useResultFile } from './result-file.tsx';

/** A dossier is finished with its result file. */
export const FinishDialog = ({ onFinish, ...common }: ActDialogProps & { readonly onFinish: (uploadId: string) => Promise<boolean> }) => {
  const t = useTexts();
  const file = useResultFile();
  const [checked, setChecked] = useState(false);
  return (
    <ActForm {...common} act="finish" title={t('finishTitle')} confirm={t('finishConfirm')} busy={common.busy || file.sending.state === 'sending'}
      wrong={file.uploadId === undefined ? 'tep-ket-qua' : undefined} onChecked={() => { setChecked(true); }} onSend={() => onFinish(file.uploadId ?? '')}>
      <ResultFile id="tep-ket-qua" label={t('finishLabel')} hint={t('finishHint')} checked={checked} file={file} />
    </ActForm>
  );
};
