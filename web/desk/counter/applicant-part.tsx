import { SelectField, TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { counterText } from '../../messages/counter.ts';
import type { CounterDraft } from './counter-draft.ts';

type PartProps = { readonly draft: CounterDraft; readonly set: (change: Partial<CounterDraft>) => void; readonly errorOf: (field: string) => string | undefined };

const Check = ({ id, label, checked, onChecked, error }: { readonly id: string; readonly label: string; readonly checked: boolean; readonly onChecked: (checked: boolean) => void; readonly error: string | undefined }) => (
  <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
    {error !== undefined && <p id={`${id}-error`} class="govuk-error-message">{error}</p>}
    <label class="counter-check"><input id={id} type="checkbox" checked={checked} aria-describedby={error === undefined ? undefined : `${id}-error`} onChange={(event) => { onChecked(event.currentTarget.checked); }} /> <span>{label}</span></label>
  </div>
);

/** Who stands at the desk, by which document, and that they agree. */
export const ApplicantPart = ({ draft, set, errorOf }: PartProps) => {
  const t = counterText(useLanguage());
  const kinds = [{ value: 'citizen-id', label: t('citizenId') }, { value: 'old-identity-card', label: t('oldIdentityCard') }, { value: 'passport', label: t('passport') }] as const;
  return (
    <section class="counter-part" aria-labelledby="quay-nguoi-nop">
      <h2 id="quay-nguoi-nop">{t('whoPart')}</h2>
      <TextField id="quay-ten" label={t('name')} value={draft.name} onValue={(name) => { set({ name }); }} error={errorOf('quay-ten')} attributes={{ autocomplete: 'off', maxLength: 200 }} />
      <div class="counter-row">
        <SelectField id="quay-loai" label={t('kind')} value={draft.kind} onValue={(value) => { set({ kind: kinds.find((kind) => kind.value === value)?.value ?? 'citizen-id' }); }} options={kinds} />
        <TextField id="quay-so" label={t('number')} value={draft.number} onValue={(number) => { set({ number }); }} error={errorOf('quay-so')} attributes={{ autocomplete: 'off', spellcheck: false, maxLength: 20 }} />
      </div>
      <div class="counter-row">
        <TextField id="quay-dien-thoai" label={t('phone')} optional value={draft.phone} onValue={(phone) => { set({ phone }); }} error={errorOf('quay-dien-thoai')} attributes={{ type: 'tel', autocomplete: 'off', maxLength: 20 }} />
        <TextField id="quay-thu" label={t('email')} optional value={draft.email} onValue={(email) => { set({ email }); }} error={errorOf('quay-thu')} attributes={{ type: 'email', autocomplete: 'off', maxLength: 254 }} />
      </div>
      <Check id="quay-doi-chieu" label={t('identityChecked')} checked={draft.identityChecked} onChecked={(identityChecked) => { set({ identityChecked }); }} error={errorOf('quay-doi-chieu')} />
      <Check id="quay-dong-y" label={t('consentGiven')} checked={draft.consentGiven} onChecked={(consentGiven) => { set({ consentGiven }); }} error={errorOf('quay-dong-y')} />
    </section>
  );
};
