import { useState } from 'preact/hooks';
import type { NumberRule } from '../../shared/contracts/numbering.ts';
import { counterScopes, canWrite, patternFault, writeNumber, type CounterScope } from '../../shared/kernel/number-pattern.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { officerSentences } from '../client/officer-routes.gen.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { useAgencies } from '../desk/reference-data.ts';
import { fullDate, isDate } from '../format/typed-date.ts';
import { useTexts } from './messages.ts';
import { counterNames, useNumberWords } from './number-words.ts';

const today = localDate(new Date());
const empty = { agency: '', procedure: '', from: today, kind: 'drawn', pattern: '{agency-old}-{yy}{mm}{dd}-{ordinal:4}', counter: 'agency-day', by: '', source: '', mark: 'S' };
const marks = { C: 'markC', S: 'markS', M: 'markM' } as const;
const sample = { agency: 'H30.01', procedure: '1.001193', date: today };

/** What the pattern gives, or why it cannot be used; said while it is typed. */
const useExample = ({ agency, procedure, kind, pattern, counter }: typeof empty): { readonly fault?: string; readonly says?: string } => {
  const t = useTexts();
  const language = useLanguage();
  if (kind !== 'drawn') return {};
  const facts = { ...sample, ...(agency === '' ? {} : { agency }), ...(procedure === '' ? {} : { procedure }) };
  const fault = patternFault(pattern, counter as CounterScope);
  if (fault !== undefined) return { fault: officerSentences[fault][language] };
  return canWrite(pattern, facts.agency) ? { says: t('exampleIs', { number: writeNumber(pattern, facts, 1) }) } : {};
};

/** One rule about numbers, with a live example of what it writes. */
export const RuleForm = ({ onAdd }: { readonly onAdd: (rule: NumberRule) => void }) => {
  const t = useTexts();
  const words = useNumberWords();
  const agencies = useAgencies();
  const [typed, setTyped] = useState(empty);
  const [checked, setChecked] = useState(false);
  const set = (part: Partial<typeof empty>): void => { setTyped({ ...typed, ...part }); };
  const example = useExample(typed);
  const from = fullDate(typed.from);
  const missing = (text: string): string | undefined => (text.trim() === '' ? t('missing') : undefined);
  const drawn = typed.kind === 'drawn';
  const faults = { from: isDate(from) ? undefined : t('dateWrong'), pattern: example.fault, by: drawn ? undefined : missing(typed.by), source: missing(typed.source) };
  const add = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    onAdd({
      ...(typed.agency === '' ? {} : { agency: typed.agency }), ...(typed.procedure === '' ? {} : { procedure: typed.procedure }), from,
      number: drawn ? { kind: 'drawn', pattern: typed.pattern, counter: typed.counter as CounterScope } : { kind: 'issued-elsewhere', by: typed.by.trim() },
      source: typed.source.trim(), mark: typed.mark as NumberRule['mark'],
    });
    setTyped(empty);
    setChecked(false);
  };
  const error = (fault: string | undefined): string | undefined => (checked ? fault : undefined);
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('addRule')}</span></summary>
      <form class="govuk-details__text" noValidate onSubmit={add}>
        <SelectField id="quy-tac-co-quan" label={t('agency')} placeholder={t('everyAgency')} value={typed.agency} onValue={(agency) => { set({ agency }); }} options={agencies.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))} />
        <SelectField id="quy-tac-thu-tuc" label={t('procedure')} placeholder={t('everyProcedure')} value={typed.procedure} onValue={(procedure) => { set({ procedure }); }} options={words.procedures} />
        <DateField id="quy-tac-tu" label={t('heldFrom')} value={typed.from} onValue={(next) => { set({ from: next }); }} error={error(faults.from)} />
        <SelectField id="quy-tac-nguon-ma" label={t('howIssued')} value={typed.kind} onValue={(kind) => { set({ kind }); }} options={[{ value: 'drawn', label: t('howDrawn') }, { value: 'issued-elsewhere', label: t('howElsewhere') }]} />
        {drawn && <TextField id="quy-tac-mau" label={t('pattern')} hint={t('patternHint')} value={typed.pattern} onValue={(pattern) => { set({ pattern }); }} error={example.fault} attributes={{ autocomplete: 'off', spellcheck: false }} />}
        {drawn && <SelectField id="quy-tac-bo-dem" label={t('counter')} value={typed.counter} onValue={(counter) => { set({ counter }); }} options={counterScopes.map((scope) => ({ value: scope, label: t(counterNames[scope]) }))} />}
        {drawn && <p class="admin-example" role="status">{example.says ?? ''}</p>}
        {!drawn && <TextField id="quy-tac-ben-cap" label={t('issuer')} hint={t('issuerHint')} value={typed.by} onValue={(by) => { set({ by }); }} error={error(faults.by)} attributes={{ autocomplete: 'off' }} />}
        <TextField id="quy-tac-can-cu" label={t('source')} hint={t('sourceHint')} value={typed.source} onValue={(source) => { set({ source }); }} error={error(faults.source)} attributes={{ autocomplete: 'off' }} />
        <SelectField id="quy-tac-muc" label={t('ruleMark')} value={typed.mark} onValue={(mark) => { set({ mark }); }} options={(['C', 'S', 'M'] as const).map((mark) => ({ value: mark, label: t(marks[mark]) }))} />
        <Button type="submit" kind="secondary">{t('addRule')}</Button>
      </form>
    </details>
  );
};
