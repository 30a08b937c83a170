import { TextField } from '../components/field.tsx';
import { ActForm, useFields } from './act-form.tsx';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';

/** As long as a number may be anywhere. */
const LONGEST = 60;

/** Accepting a dossier whose number another side issues: the number it gave. */
export const AcceptDialog = ({ onAccept, ...props }: ActDialogProps & { readonly onAccept: (number: string) => Promise<boolean> }) => {
  const t = useTexts();
  const { view } = props;
  const { fields: { number }, set, checked, check, forget } = useFields(`tiep-nhan:${view.dossierId}`, { number: '' });
  const fault = number.trim() === '' ? t('givenNumberMissing') : number.trim().length > LONGEST ? t('givenNumberLong', { most: LONGEST }) : undefined;
  const send = async (): Promise<boolean> => {
    const done = await onAccept(number.trim());
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...props} act="accept" title={t('accept')} confirm={t('accept')} wrong={fault === undefined ? undefined : 'ma-duoc-cap'} onChecked={check} onSend={send}>
      <TextField id="ma-duoc-cap" label={t('givenNumber')} hint={t('givenNumberHint', { by: view.numberIssuedBy ?? '' })} value={number} onValue={(next) => { set({ number: next }); }}
        error={checked ? fault : undefined} attributes={{ autocomplete: 'off', spellcheck: false, maxLength: 80 }} />
    </ActForm>
  );
};
