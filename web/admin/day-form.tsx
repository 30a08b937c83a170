import { useState } from 'preact/hooks';
import type { CalendarDay, CalendarDayKind } from '../../shared/kernel/working-time/calendar.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { fullDate, isDate } from '../format/typed-date.ts';
import { useTexts } from './messages.ts';

export const kindNames = { OFF: 'kindOff', COMP: 'kindComp', SWAP_OFF: 'kindSwapOff', MAKEUP_WORK: 'kindMakeup' } as const satisfies Record<CalendarDayKind, string>;
const kinds = Object.keys(kindNames) as CalendarDayKind[];
const empty = { date: '', kind: 'OFF', vi: '', en: '', source: '' };

/** One day that differs, with the notice it rests on. */
export const DayForm = ({ id, onAdd }: { readonly id: string; readonly onAdd: (day: CalendarDay) => void }) => {
  const t = useTexts();
  const [typed, setTyped] = useState(empty);
  const [checked, setChecked] = useState(false);
  const set = (part: Partial<typeof empty>): void => { setTyped({ ...typed, ...part }); };
  const date = fullDate(typed.date);
  const missing = (text: string): string | undefined => (text.trim() === '' ? t('missing') : undefined);
  const faults = { date: isDate(date) ? undefined : t('dateWrong'), vi: missing(typed.vi), source: missing(typed.source) };
  const add = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    onAdd({ date, kind: typed.kind as CalendarDayKind, name: { vi: typed.vi.trim(), en: typed.en.trim() || typed.vi.trim() }, source: typed.source.trim(), confirmed: true });
    setTyped(empty);
    setChecked(false);
  };
  const error = (fault: string | undefined): string | undefined => (checked ? fault : undefined);
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('addDay')}</span></summary>
      <form class="govuk-details__text" noValidate onSubmit={add}>
        <DateField id={`ngay-${id}`} label={t('date')} value={typed.date} onValue={(next) => { set({ date: next }); }} error={error(faults.date)} />
        <SelectField id={`loai-${id}`} label={t('kind')} value={typed.kind} onValue={(kind) => { set({ kind }); }} options={kinds.map((kind) => ({ value: kind, label: t(kindNames[kind]) }))} />
        <TextField id={`ten-${id}`} label={t('name')} value={typed.vi} onValue={(next) => { set({ vi: next }); }} error={error(faults.vi)} attributes={{ autocomplete: 'off' }} />
        <TextField id={`ten-en-${id}`} label={t('nameEn')} optional value={typed.en} onValue={(next) => { set({ en: next }); }} attributes={{ autocomplete: 'off', lang: 'en' }} />
        <TextField id={`nguon-${id}`} label={t('source')} hint={t('sourceHint')} value={typed.source} onValue={(source) => { set({ source }); }} error={error(faults.source)} attributes={{ autocomplete: 'off' }} />
        <Button type="submit" kind="secondary">{t('addDay')}</Button>
      </form>
    </details>
  );
};
