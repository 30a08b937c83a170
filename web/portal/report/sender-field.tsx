import { useSession, signInHref } from '../../client/session.ts';
import { TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Radios } from '../../components/radios.tsx';
import { reportText } from '../../messages/report.ts';
import type { Draft, Sender } from './draft.ts';
import type { ChangeDraft } from './use-report-draft.ts';

/** With an account, by telephone number, or as nobody; and whether others may see it. */
export const SenderField = ({ draft, change, error }: { readonly draft: Draft; readonly change: ChangeDraft; readonly error?: string | undefined }) => {
  const t = reportText(useLanguage());
  const session = useSession();
  const citizen = session.state === 'known' && session.session.kind === 'citizen' ? session.session : undefined;
  return (
    <>
      {citizen !== undefined && <p class="sender-known">{t('whoSignedIn', { name: citizen.name })}</p>}
      {citizen === undefined && <Radios id="ai" legend={t('who')} value={draft.sender} onValue={(sender) => { change({ sender: sender as Sender }); }} options={[
        { value: 'nobody', label: t('whoNobody'), hint: t('whoNobodyHint') }, { value: 'phone', label: t('whoPhone'), hint: t('whoPhoneHint') },
      ]} />}
      {citizen === undefined && draft.sender === 'phone' && <TextField id="dien-thoai" label={t('phone')} error={error} value={draft.phone} onValue={(phone) => { change({ phone }); }} attributes={{ type: 'tel', inputMode: 'tel', autocomplete: 'tel', maxLength: 20 }} />}
      {citizen === undefined && <p class="small"><a href={signInHref('national')}>{t('whoSignIn')}</a></p>}
      <div class="tick">
        <input type="checkbox" id="kin" checked={draft.hidden} aria-describedby="kin-hint" onChange={(event) => { change({ hidden: event.currentTarget.checked }); }} />
        <label for="kin">{t('hidden')}</label>
        <p id="kin-hint" class="govuk-hint small">{t('hiddenHint')}</p>
      </div>
    </>
  );
};
