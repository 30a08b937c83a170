import { useState } from 'preact/hooks';
import type { CalendarChange } from '../../shared/contracts/directory.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { yearsMissing } from '../../shared/kernel/working-time/agency-calendar.ts';
import type { CalendarDay, WeeklyHours } from '../../shared/kernel/working-time/calendar.ts';
import type { Outcome } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { FieldError, SelectField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { dayText, shortDayText } from '../format/dates.ts';
import { DayForm, kindNames } from './day-form.tsx';
import { useTexts } from './messages.ts';
import { Refusal, useRefusedAt } from './refusal.tsx';
import { useWrite } from './use-answer.ts';
import { useWeekdayName, WeeklyForm } from './weekly-form.tsx';

type Content = { readonly days: readonly CalendarDay[]; readonly weekly: readonly WeeklyHours[] };
/** What was said against the line at a place of the draft. */
type WrongAt = (place: number) => string | undefined;
type EditorProps = Content & { readonly id: string; readonly send: (content: Content, preview: 'yes' | 'no') => Promise<Outcome<CalendarChange>>; readonly onPublished: () => void };

const Change = ({ change }: { readonly change: CalendarChange }) => {
  const t = useTexts();
  const language = useLanguage();
  const listed = (days: readonly CalendarDay[]): string => days.map(({ date, name }) => `${shortDayText(date, language)} ${name[language]}`).join('; ');
  const nothing = change.added.length + change.removed.length + change.changed.length + change.years.length === 0;
  return (
    <Notice kind="info" title={t('previewTitle')} live>
      {nothing && <p>{t('previewNothing')}</p>}
      <ul>
        {change.added.length > 0 && <li>{t('added', { count: change.added.length })}: {listed(change.added)}</li>}
        {change.removed.length > 0 && <li>{t('removed', { count: change.removed.length })}: {listed(change.removed)}</li>}
        {change.changed.length > 0 && <li>{t('changed', { count: change.changed.length })}: {listed(change.changed.map(({ after }) => after))}</li>}
        {change.years.map((year) => <li key={year.year}>{t('yearChange', { ...year, year: String(year.year) })}</li>)}
      </ul>
      <p class="small">{t('keepsPromises')}</p>
    </Notice>
  );
};

const DayList = ({ days, year, wrongAt, onRemove }: { readonly days: readonly CalendarDay[]; readonly year: string; readonly wrongAt: WrongAt; readonly onRemove: (date: string) => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const here = days.filter(({ date }) => date.startsWith(year)).toSorted((a, b) => a.date.localeCompare(b.date));
  if (here.length === 0) return <p class="small">{t('noDays')}</p>;
  return (
    <ul class="admin-days" aria-label={t('days', { year })}>
      {here.map((day) => ({ ...day, wrong: wrongAt(days.indexOf(day)) })).map(({ date, kind, name, source, confirmed, wrong }) => (
        <li key={date} class={wrong === undefined ? undefined : 'admin-wrong'}>
          {wrong !== undefined && <FieldError id={`ngay-${date}`}>{wrong}</FieldError>}
          <p><strong>{dayText(date, language)}</strong>, {t(kindNames[kind])}: {name[language]}</p>
          <p class="small">{source} ({t(confirmed ? 'confirmed' : 'unconfirmed')})</p>
          <Button kind="quiet" small aria-label={t('removeDay', { day: shortDayText(date, language) })} onClick={() => { onRemove(date); }}>{t('remove')}</Button>
        </li>
      ))}
    </ul>
  );
};

const WeeklyList = ({ weekly, wrongAt, onRemove }: { readonly weekly: readonly WeeklyHours[]; readonly wrongAt: WrongAt; readonly onRemove: (place: number) => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const weekdayName = useWeekdayName();
  if (weekly.length === 0) return <p class="small">{t('noWeekly')}</p>;
  return (
    <ul class="admin-days">
      {weekly.map((line, place) => ({ ...line, place, wrong: wrongAt(place) })).map(({ weekday, periods, from, to, name, source, place, wrong }) => (
        <li key={`${weekday} ${from} ${place}`} class={wrong === undefined ? undefined : 'admin-wrong'}>
          {wrong !== undefined && <FieldError id={`gio-${place}`}>{wrong}</FieldError>}
          <p><strong>{weekdayName(weekday)}</strong> {periods.map((period) => `${period.from}–${period.to}`).join(', ')}: {name[language]}, {t('from', { day: shortDayText(from, language) })}{to === undefined ? '' : `, ${t('until', { day: shortDayText(to, language) })}`}</p>
          <p class="small">{source}</p>
          <Button kind="quiet" small onClick={() => { onRemove(place); }}>{t('remove')}<span class="visually-hidden"> {weekdayName(weekday)}</span></Button>
        </li>
      ))}
    </ul>
  );
};

/** Days and weekly hours, changed here first; nothing counts before it was looked at as a preview and published. */
export const CalendarEditor = ({ id, days, weekly, send, onPublished }: EditorProps) => {
  const t = useTexts();
  const thisYear = localDate(new Date()).slice(0, 4);
  const [draft, setDraft] = useState<Content>();
  const [year, setYear] = useState(thisYear);
  const [change, setChange] = useState<CalendarChange>();
  const [published, setPublished] = useState<number>();
  const { busy, problem, write } = useWrite();
  const content = draft ?? { days, weekly };
  const refusedAt = useRefusedAt(problem);
  const holes = problem?.errors?.some(({ pointer }) => pointer === '/body/days') === true ? yearsMissing(content.days).map(String) : [];
  const years = [...new Set([...holes, ...content.days.map(({ date }) => date.slice(0, 4)), thisYear, String(Number(thisYear) + 1)])].toSorted();
  const edit = (next: Partial<Content>): void => { setDraft({ ...content, ...next }); setChange(undefined); setPublished(undefined); };
  const ask = async (preview: 'yes' | 'no'): Promise<void> => {
    const answer = await write(() => send(content, preview));
    if (answer === undefined) { setYear(yearsMissing(content.days).map(String)[0] ?? year); return; }
    if (preview === 'yes') { setChange(answer); return; }
    setDraft(undefined);
    setChange(undefined);
    setPublished(answer.version);
    onPublished();
  };
  return (
    <div class="admin-calendar">
      <h4>{t('weekly')}</h4>
      <WeeklyList weekly={content.weekly} wrongAt={(place) => refusedAt(`/body/weekly/${place}`)} onRemove={(place) => { edit({ weekly: content.weekly.filter((_, at) => at !== place) }); }} />
      <WeeklyForm id={id} onAdd={(one) => { edit({ weekly: [...content.weekly, one] }); }} />
      <SelectField id={`nam-${id}`} label={t('year')} value={year} onValue={setYear} error={holes.length === 0 ? undefined : t('yearsEmpty', { years: holes.join(', ') })} options={years.map((each) => ({ value: each, label: each }))} />
      <DayList days={content.days} year={year} wrongAt={(place) => refusedAt(`/body/days/${place}`)} onRemove={(date) => { edit({ days: content.days.filter((day) => day.date !== date) }); }} />
      <DayForm id={id} onAdd={(day) => { edit({ days: [...content.days.filter(({ date }) => date !== day.date), day] }); setYear(day.date.slice(0, 4)); }} />
      <Refusal problem={problem} />
      {change !== undefined && <Change change={change} />}
      {published !== undefined && <Notice kind="ok" title={t('published', { version: published })} live />}
      {draft !== undefined && (
        <div class="admin-publish">
          <p class="small" role="status">{t('unsaved')}</p>
          <div class="button-row">
            {change === undefined ? <Button disabled={busy} onClick={() => { void ask('yes'); }}>{busy ? t('doing') : t('preview')}</Button> : <Button disabled={busy} onClick={() => { void ask('no'); }}>{busy ? t('doing') : t('publish')}</Button>}
            <Button kind="quiet" onClick={() => { setDraft(undefined); setChange(undefined); }}>{t('discard')}</Button>
          </div>
        </div>
      )}
    </div>
  );
};
