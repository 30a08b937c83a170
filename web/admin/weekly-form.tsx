import { useState } from 'preact/hooks';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Weekday, WeeklyHours } from '../../shared/kernel/working-time/calendar.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { fullDate, isDate } from '../format/typed-date.ts';
import { useTexts } from './messages.ts';

const weekdays: Readonly<Record<Weekday, { readonly vi: string; readonly en: string }>> = {
  monday: { vi: 'Thứ Hai', en: 'Monday' }, tuesday: { vi: 'Thứ Ba', en: 'Tuesday' }, wednesday: { vi: 'Thứ Tư', en: 'Wednesday' }, thursday: { vi: 'Thứ Năm', en: 'Thursday' },
  friday: { vi: 'Thứ Sáu', en: 'Friday' }, saturday: { vi: 'Thứ Bảy', en: 'Saturday' }, sunday: { vi: 'Chủ nhật', en: 'Sunday' },
};
export const useWeekdayName = (): ((weekday: Weekday) => string) => {
  const language = useLanguage();
  return (weekday) => weekdays[weekday][language];
};

const shape = /^([01]\d|2[0-3]):[0-5]\d\s*[-–]\s*([01]\d|2[0-3]):[0-5]\d$/;
/** `07:00-11:00, 13:00-17:00` as periods; undefined where it is not that. */
export const periodsOf = (typed: string): WeeklyHours['periods'] | undefined => {
  const lines = typed.split(',').map((part) => part.trim()).filter((part) => part !== '');
  if (lines.length > 2 || !lines.every((line) => shape.test(line))) return undefined;
  const periods = lines.map((line) => { const [from = '', to = ''] = line.split(/\s*[-–]\s*/); return { from, to }; });
  const forward = periods.every(({ from, to }) => from < to) && (periods[1] === undefined || (periods[0]?.to ?? '') <= periods[1].from);
  return forward ? periods : undefined;
};

const empty = { weekday: 'saturday', hours: '', from: localDate(new Date()), to: '', vi: '', source: '' };

/** Other hours on a weekday, from a day on: a desk open on Saturday mornings. */
export const WeeklyForm = ({ id, onAdd }: { readonly id: string; readonly onAdd: (one: WeeklyHours) => void }) => {
  const t = useTexts();
  const weekdayName = useWeekdayName();
  const [typed, setTyped] = useState(empty);
  const [checked, setChecked] = useState(false);
  const set = (part: Partial<typeof empty>): void => { setTyped({ ...typed, ...part }); };
  const [from, to, periods] = [fullDate(typed.from), fullDate(typed.to), periodsOf(typed.hours)];
  const missing = (text: string): string | undefined => (text.trim() === '' ? t('missing') : undefined);
  const faults = {
    hours: periods === undefined ? t('hoursWrong') : undefined, from: isDate(from) ? undefined : t('dateWrong'), to: typed.to === '' ? undefined : !isDate(to) ? t('dateWrong') : to < from ? t('datesReversed') : undefined,
    vi: missing(typed.vi), source: missing(typed.source),
  };
  const add = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (periods === undefined || Object.values(faults).some((fault) => fault !== undefined)) return;
    onAdd({ weekday: typed.weekday as Weekday, periods, from, ...(typed.to === '' ? {} : { to }), name: { vi: typed.vi.trim(), en: typed.vi.trim() }, source: typed.source.trim() });
    setTyped(empty);
    setChecked(false);
  };
  const error = (fault: string | undefined): string | undefined => (checked ? fault : undefined);
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('addWeekly')}</span></summary>
      <form class="govuk-details__text" noValidate onSubmit={add}>
        <SelectField id={`thu-${id}`} label={t('weekday')} value={typed.weekday} onValue={(weekday) => { set({ weekday }); }} options={(Object.keys(weekdays) as Weekday[]).map((weekday) => ({ value: weekday, label: weekdayName(weekday) }))} />
        <TextField id={`gio-${id}`} label={t('hours')} hint={t('hoursHint')} value={typed.hours} onValue={(hours) => { set({ hours }); }} error={error(faults.hours)} attributes={{ autocomplete: 'off' }} />
        <DateField id={`gio-tu-${id}`} label={t('heldFrom')} value={typed.from} onValue={(next) => { set({ from: next }); }} error={error(faults.from)} />
        <DateField id={`gio-den-${id}`} label={t('heldTo')} optional value={typed.to} onValue={(next) => { set({ to: next }); }} error={error(faults.to)} />
        <TextField id={`gio-ten-${id}`} label={t('name')} value={typed.vi} onValue={(vi) => { set({ vi }); }} error={error(faults.vi)} attributes={{ autocomplete: 'off' }} />
        <TextField id={`gio-nguon-${id}`} label={t('source')} hint={t('sourceHint')} value={typed.source} onValue={(source) => { set({ source }); }} error={error(faults.source)} attributes={{ autocomplete: 'off' }} />
        <Button type="submit" kind="secondary">{t('addWeekly')}</Button>
      </form>
    </details>
  );
};
