import { Button } from '../../components/button.tsx';
import { SelectField, TextArea } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Radios } from '../../components/radios.tsx';
import { ActForm, useFields } from '../act-form.tsx';
import type { Sorting } from './acts.ts';
import { AgencySelect } from './agency-select.tsx';
import type { ActProps } from './dialogs.tsx';
import { isWrongPoint, PlaceFields, placeChanged, placeTyped } from './place-fields.tsx';
import type { PlaceTyped } from './place-fields.tsx';
import { useReference } from './reference.ts';
import { useFeedbackTexts } from './texts.ts';

type Fields = Sorting & { readonly agency: string; readonly reason: string };
type SortingFields = { readonly view: ActProps['view']; readonly fields: Fields; readonly set: (change: Partial<Fields>) => void; readonly fault: string | undefined };

export const Check = ({ checked, onChecked, label }: { readonly checked: boolean; readonly onChecked: (on: boolean) => void; readonly label: string }) =>
  <p><label class="switch"><input type="checkbox" checked={checked} onChange={(event) => { onChecked(event.currentTarget.checked); }} /> <span>{label}</span></label></p>;

/** Category with the suggestions at hand, urgency, and the words the public reads. */
const SortingPart = ({ view, fields, set, fault }: SortingFields) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const { items } = useReference();
  const usable = items.filter(({ retired, code }) => !retired || code === fields.category);
  const likely = view.suggestion === undefined ? [] : [{ category: view.suggestion.category, confidence: view.suggestion.confidence }, ...view.suggestion.alternatives].slice(0, 4);
  return (
    <>
      <SelectField id="loai-phan-anh" label={t('category')} value={fields.category} onValue={(category) => { set({ category }); }} placeholder={t('chooseCategory')} error={fault} options={usable.map(({ code, name }) => ({ value: code, label: name[language] }))} />
      {likely.length > 0 && (
        <div class="choice-line" role="group" aria-label={t('suggestion')}>
          {likely.map(({ category, confidence }) => <button key={category} type="button" class="chip" aria-pressed={fields.category === category} onClick={() => { set({ category }); }}>{items.find(({ code }) => code === category)?.name[language] ?? category} {Math.round(confidence * 100)} %</button>)}
        </div>
      )}
      <Radios id="khan" legend={t('urgency')} value={fields.urgency} onValue={(urgency) => { set({ urgency: urgency === 'emergency' ? 'emergency' : 'normal' }); }} options={[{ value: 'normal', label: t('normal') }, { value: 'emergency', label: t('emergency'), hint: t('emergencyHint') }]} />
      <Check checked={fields.complex} onChecked={(complex) => { set({ complex }); }} label={t('complexLabel')} />
      <TextArea id="loi-cong-khai" label={t('publicText')} hint={t('publicTextHint')} rows={4} value={fields.publicText} onValue={(publicText) => { set({ publicText }); }} />
      {fields.publicText === '' && view.originalText !== '' && <p><Button kind="quiet" small onClick={() => { set({ publicText: view.publicText ?? view.originalText }); }}>{t('copyText')}</Button></p>}
      <Check checked={fields.visibility === 'private'} onChecked={(hidden) => { set({ visibility: hidden ? 'private' : 'public' }); }} label={t('privateLabel')} />
    </>
  );
};

/** What a report is sorted as before anything is typed: a suggestion that is sure is taken over, one that is not is left to the person. */
const startOf = ({ category, suggestion, urgency, complex, visibility }: ActProps['view']): Fields => ({
  category: category?.code ?? (suggestion !== undefined && !suggestion.abstained ? suggestion.category : ''), urgency: suggestion?.urgency === 'emergency' ? 'emergency' : urgency, complex, visibility, publicText: '', agency: '', reason: '',
});
const later = 'later';

/** Lets a report in and says where it goes: by the rules, to an agency, or nowhere yet, to be split. */
export const AcceptDialog = ({ onDecide, ...common }: ActProps) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const { fields, checked, set, check, forget } = useFields<Fields>(`phan-anh-nhan:${view.feedbackId}`, startOf(view));
  const fault = fields.category === '' ? t('categoryMissing') : undefined;
  const { agency, reason: _unused, ...sorting } = fields;
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act: 'accept', ...sorting, publicText: sorting.publicText.trim(), route: agency !== later, ...(agency === '' || agency === later ? {} : { agency }) });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="accept" title={t('actAccept')} confirm={t(agency === later ? 'acceptOnly' : 'acceptAndPass')} wrong={fault && 'loai-phan-anh'} onChecked={check} onSend={send}>
      <SortingPart view={view} fields={fields} set={set} fault={checked ? fault : undefined} />
      <AgencySelect id="co-quan-xu-ly" label={t('passTo')} value={agency} onValue={(code) => { set({ agency: code }); }} first={[{ value: '', label: t('byRules') }, { value: later, label: t('passLater') }]} />
    </ActForm>
  );
};

/** Corrects how a report is sorted; each correction teaches the classifier. */
export const ChangeDialog = ({ onDecide, ...common }: ActProps) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const { fields, checked, set, check, forget } = useFields<Fields & PlaceTyped>(`phan-anh-sua:${view.feedbackId}`, { ...startOf(view), urgency: view.urgency, publicText: view.publicText ?? '', ...placeTyped(view) });
  const { category, urgency, complex, publicText, visibility, reason } = fields;
  const faults = { category: category === '' ? t('categoryMissing') : undefined, point: isWrongPoint(fields) ? t('pointWrong') : undefined, reason: reason.trim() === '' ? t('reasonMissing') : undefined };
  const place = placeChanged(view, fields);
  const wrong = faults.category !== undefined ? 'loai-phan-anh' : faults.point !== undefined ? 'toa-do-sua' : faults.reason !== undefined ? 'ly-do-sua' : undefined;
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act: 'change', reason: reason.trim(), urgency, complex, visibility, ...(category === view.category?.code ? {} : { category }), ...(publicText.trim() === (view.publicText ?? '') ? {} : { publicText: publicText.trim() }), ...(place === undefined ? {} : { place }) });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="change" title={t('actChange')} confirm={t('save')} wrong={wrong} onChecked={check} onSend={send}>
      <SortingPart view={view} fields={fields} set={set} fault={checked ? faults.category : undefined} />
      <PlaceFields typed={fields} onTyped={set} fault={checked ? faults.point : undefined} />
      <TextArea id="ly-do-sua" label={t('reason')} hint={t('changeHint')} rows={2} value={reason} onValue={(text) => { set({ reason: text }); }} error={checked ? faults.reason : undefined} />
    </ActForm>
  );
};
