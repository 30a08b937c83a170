import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskCounter, DeskPlan, PlanView } from '../../../shared/contracts/booking.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { Localised } from '../../../shared/kernel/localised.ts';
import { localDate } from '../../../shared/kernel/vietnam-time.ts';
import { call } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { shortDayText } from '../../format/dates.ts';
import { fullDate, isDate } from '../../format/typed-date.ts';
import { DeskProblem } from '../desk-problem.tsx';
import { useProcedureNames } from '../reference-data.ts';
import { useVisitsText } from './texts.ts';
import { Unplaced } from './unplaced.tsx';

const numbers = ['walkInPercent', 'openDays', 'leadMinutes', 'openPerPerson', 'graceMinutes', 'noShowMinutes', 'serviceMinutes'] as const;
const first: Omit<DeskPlan, 'effectiveFrom'> = {
  counters: [{ id: 'quay-1', name: 'Quầy 1', fields: [], perHalfHour: 4 }], walkInPercent: 50, openDays: 14, leadMinutes: 60, openPerPerson: 3, graceMinutes: 15, noShowMinutes: 5, serviceMinutes: 10,
};
/** A name no counter of the plan has had. */
const newId = (counters: readonly DeskCounter[]): string => { let next = counters.length + 1; while (counters.some(({ id }) => id === `quay-${next}`)) next++; return `quay-${next}`; };
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

type CounterProps = { readonly counter: DeskCounter; /** what is wrong with it is said */ readonly checked: boolean; readonly fields: readonly Localised[]; readonly onChange: (counter: DeskCounter) => void; readonly onRemove?: (() => void) | undefined };
const CounterPart = ({ counter, checked, fields, onChange, onRemove }: CounterProps) => {
  const t = useVisitsText();
  const language = useLanguage();
  const named = (vi: string): boolean => counter.fields.some((field) => field.vi === vi);
  return (
    <fieldset class="counter-part">
      <legend class="visually-hidden">{counter.name}</legend>
      <div class="plan-row">
        <TextField id={`ten-${counter.id}`} label={t('counterName')} value={counter.name} onValue={(name) => { onChange({ ...counter, name }); }} error={checked && counter.name.trim() === '' ? t('nameWrong') : undefined} attributes={{ maxLength: 60 }} />
        <TextField id={`suc-${counter.id}`} label={t('perHalfHour')} value={Number.isNaN(counter.perHalfHour) ? '' : String(counter.perHalfHour)} onValue={(text) => { onChange({ ...counter, perHalfHour: whole(text) }); }} error={checked && Number.isNaN(counter.perHalfHour) ? t('numberWrong') : undefined} attributes={{ inputMode: 'numeric', maxLength: 2 }} />
        {onRemove !== undefined && <Button kind="quiet" onClick={onRemove}>{t('removeCounter', { name: counter.name })}</Button>}
      </div>
      <details>
        <summary>{t('fields')}: {counter.fields.map((field) => field[language]).join(', ') || '–'}</summary>
        <div class="plan-fields">
          {fields.map((field) => <label key={field.vi}><input type="checkbox" checked={named(field.vi)} onChange={() => { onChange({ ...counter, fields: named(field.vi) ? counter.fields.filter(({ vi }) => vi !== field.vi) : [...counter.fields, field] }); }} /> {field[language]}</label>)}
        </div>
      </details>
    </fieldset>
  );
};

/** How the desk takes people from a day on. Before it is put in force it says who would lose a place. */
export const PlanForm = ({ agency, view, onSaved, onChanged, onBack }: { readonly agency: string; readonly view: PlanView | undefined; readonly onSaved: (view: PlanView) => void; readonly onChanged: () => Promise<void>; readonly onBack: () => void }) => {
  const t = useVisitsText();
  const language = useLanguage();
  const today = localDate(new Date());
  const [typed, setTyped] = useState<DeskPlan>();
  const [affected, setAffected] = useState<PlanView>();
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const [checked, setChecked] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { title.current?.focus(); }, []);
  const plan = typed ?? { ...first, ...view?.plans[0], effectiveFrom: today };
  const from = fullDate(plan.effectiveFrom);
  const seen = view?.plans.find(({ effectiveFrom }) => effectiveFrom === from)?.revision ?? 0;
  const faulty = !isDate(from) || numbers.some((name) => Number.isNaN(plan[name])) || plan.counters.some(({ name, perHalfHour }) => name.trim() === '' || Number.isNaN(perHalfHour));
  const refusedAt = (place: string): string | undefined => problem?.errors?.find(({ pointer }) => pointer === place)?.[language];
  const change = (part: Partial<DeskPlan>): void => { setTyped({ ...plan, ...part }); setAffected(undefined); setSaved(false); };
  const procedures = useProcedureNames();
  const fields = [...new Map([...procedures.map(({ field }) => field), ...plan.counters.flatMap((counter) => counter.fields)].map((field) => [field.vi, field])).values()].toSorted((a, b) => a.vi.localeCompare(b.vi, 'vi'));
  const set = (index: number, counter: DeskCounter): void => { change({ counters: plan.counters.map((one, at) => (at === index ? counter : one)) }); };
  const send = async (preview: 'yes' | 'no'): Promise<void> => {
    setProblem(undefined);
    setChecked(true);
    if (faulty) return;
    setBusy(true);
    const answer = await call('setDeskPlan', { params: { agencyCode: agency }, query: { preview }, body: { ...plan, effectiveFrom: from, revision: seen } });
    setBusy(false);
    if (!answer.ok) { setProblem(answer.problem); if (answer.problem.code === 'desk-plan-changed') { setTyped(plan); setAffected(undefined); await onChanged(); } return; }
    if (preview === 'yes') setAffected(answer.body); else { setAffected(undefined); setSaved(true); onSaved(answer.body); }
  };
  return (
    <form class="counter" noValidate onSubmit={(event) => { event.preventDefault(); void send(affected === undefined ? 'yes' : 'no'); }}>
      <div class="counter-head"><h1 ref={title} tabIndex={-1}>{t('planTitle')}</h1><Button kind="quiet" onClick={onBack}>{t('title')}</Button></div>
      <p>{t('planIntro')}</p>
      {view !== undefined && view.plans.length > 0 && <ul>{view.plans.map(({ effectiveFrom, counters }) => <li key={effectiveFrom}>{effectiveFrom <= today ? t('planNow', { date: shortDayText(effectiveFrom, language) }) : t('planLater', { date: shortDayText(effectiveFrom, language) })}: {counters.map(({ name, perHalfHour }) => `${name} (${perHalfHour})`).join(', ')}</li>)}</ul>}
      {plan.counters.map((counter, index) => <CounterPart key={counter.id} counter={counter} checked={checked} fields={fields} onChange={(next) => { set(index, next); }} onRemove={plan.counters.length === 1 ? undefined : () => { change({ counters: plan.counters.filter((_, at) => at !== index) }); }} />)}
      <p><Button kind="secondary" onClick={() => { const id = newId(plan.counters); change({ counters: [...plan.counters, { id, name: id.replace('quay-', 'Quầy '), fields: [], perHalfHour: 4 }] }); }}>{t('addCounter')}</Button></p>
      <section class="counter-part plan-numbers">
        {numbers.map((name) => <TextField key={name} id={`so-${name}`} label={t(name)} value={Number.isNaN(plan[name]) ? '' : String(plan[name])} onValue={(text) => { change({ [name]: whole(text) }); }} error={checked && Number.isNaN(plan[name]) ? t('numberWrong') : refusedAt(`/body/${name}`)} attributes={{ inputMode: 'numeric', maxLength: 4 }} />)}
        <DateField id="ap-dung-tu" label={t('from')} value={plan.effectiveFrom} onValue={(effectiveFrom) => { change({ effectiveFrom }); }} error={checked && !isDate(from) ? t('dayWrong') : refusedAt('/body/effectiveFrom')} />
      </section>
      {checked && faulty && <Notice kind="danger" title={t('wrong')} live />}
      {problem !== undefined && <DeskProblem problem={problem} />}
      {affected !== undefined && (affected.unplaced.length === 0 ? <p role="status">{t('noneAffected')}</p> : <Unplaced items={affected.unplaced} title={t('affected', { count: affected.unplaced.length })} text={t('affectedText')} />)}
      {saved && <Notice kind="ok" title={t('saved')} live />}
      <p class="button-row"><Button type="submit" disabled={busy}>{busy ? t('saving') : affected === undefined ? t('check') : t('save')}</Button></p>
    </form>
  );
};
