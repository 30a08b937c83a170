import { useState } from 'preact/hooks';
import type { RoutingRule } from '../../../../shared/contracts/feedback-rules.ts';
import { Button } from '../../../components/button.tsx';
import { SelectField, TextField } from '../../../components/field.tsx';
import { useLanguage } from '../../../components/language.ts';
import { Dialog } from '../../dialog.tsx';
import { AgencySelect } from '../agency-select.tsx';
import { useAreas } from '../areas.ts';
import { useReference } from '../reference.ts';
import { readRule, typedOf } from './typed-rule.ts';
import { useRuleTexts } from './texts.ts';

type Named = { readonly code: string; readonly name: { readonly vi: string; readonly en: string } };
const Choices = ({ legend, hint, all, chosen, onChosen }: { readonly legend: string; readonly hint: string; readonly all: readonly Named[]; readonly chosen: readonly string[]; readonly onChosen: (codes: readonly string[]) => void }) => {
  const language = useLanguage();
  return (
    <details class="rule-choices" open={chosen.length > 0}>
      <summary>{legend}{chosen.length > 0 && ` (${chosen.length})`}</summary>
      <fieldset>
        <legend class="small">{hint}</legend>
        {all.map(({ code, name }) => <label key={code} class="switch"><input type="checkbox" checked={chosen.includes(code)} onChange={(event) => { onChosen(event.currentTarget.checked ? [...chosen, code] : chosen.filter((each) => each !== code)); }} /> <span>{name[language]}</span></label>)}
      </fieldset>
    </details>
  );
};

/** One rule: what it is for, and where such reports go. */
export const RuleForm = ({ rule, onKeep, onClose }: { readonly rule: RoutingRule | undefined; readonly onKeep: (rule: RoutingRule) => void; readonly onClose: () => void }) => {
  const t = useRuleTexts();
  const { items } = useReference();
  const areas = useAreas();
  const [typed, setTyped] = useState(() => typedOf(rule));
  const [checked, setChecked] = useState(false);
  const set = (change: Partial<typeof typed>): void => { setTyped({ ...typed, ...change }); };
  const read = readRule(typed);
  const fault = (name: 'nameMissing' | 'priorityWrong' | 'hoursWrong'): string | undefined => (checked && 'fault' in read && read.fault === name ? t(name) : undefined);
  const keep = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if ('fault' in read) { document.getElementById({ nameMissing: 'ten-quy-tac', priorityWrong: 'uu-tien', hoursWrong: 'tu-gio' }[read.fault])?.focus(); return; }
    onKeep(read.rule);
    onClose();
  };
  return (
    <Dialog title={t(rule === undefined ? 'add' : 'edit')} onClose={onClose}>
      <form noValidate onSubmit={keep}>
        <TextField id="ten-quy-tac" label={t('name')} value={typed.name} onValue={(name) => { set({ name }); }} error={fault('nameMissing')} attributes={{ maxLength: 120, autocomplete: 'off' }} />
        <TextField id="uu-tien" label={t('priority')} hint={t('priorityHint')} value={typed.priority} onValue={(priority) => { set({ priority }); }} error={fault('priorityWrong')} attributes={{ inputMode: 'numeric', autocomplete: 'off' }} />
        <Choices legend={t('categories')} hint={t('any')} all={items.filter(({ retired }) => !retired)} chosen={typed.categories} onChosen={(categories) => { set({ categories }); }} />
        <Choices legend={t('areas')} hint={t('any')} all={areas} chosen={typed.areas} onChosen={(chosen) => { set({ areas: chosen }); }} />
        <SelectField id="muc-do" label={t('urgency')} value={typed.urgency} onValue={(urgency) => { set({ urgency }); }} options={[{ value: '', label: t('everyUrgency') }, { value: 'normal', label: t('normal') }, { value: 'emergency', label: t('emergency') }]} />
        <TextField id="co-chu" label={t('asset')} hint={t('assetHint')} optional value={typed.asset} onValue={(asset) => { set({ asset }); }} attributes={{ maxLength: 80, autocomplete: 'off' }} />
        <TextField id="tu-gio" label={t('from')} hint={t('hoursHint')} optional value={typed.from} onValue={(from) => { set({ from }); }} error={fault('hoursWrong')} attributes={{ inputMode: 'numeric', autocomplete: 'off' }} />
        <TextField id="den-gio" label={t('to')} optional value={typed.to} onValue={(to) => { set({ to }); }} attributes={{ inputMode: 'numeric', autocomplete: 'off' }} />
        <AgencySelect id="noi-nhan" label={t('target')} value={typed.target} onValue={(target) => { set({ target }); }} first={(['area', 'district', 'root'] as const).map((value) => ({ value, label: t(`to-${value}`) }))} />
        <div class="button-row"><Button type="submit">{t('keep')}</Button><Button kind="quiet" onClick={onClose}>{t('cancel')}</Button></div>
      </form>
    </Dialog>
  );
};
