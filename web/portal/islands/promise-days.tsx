import type { PromiseView } from '../../../shared/contracts/catalogue.ts';
import { dateOfDayNumber, dayNumberOf, localDate } from '../../../shared/kernel/vietnam-time.ts';
import { useLanguage } from '../../components/language.ts';
import { dayText } from '../../format/dates.ts';
import { promiseText } from '../../messages/promise.ts';

const heads = { vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'], en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] } as const;
/** Longer terms are said in words only: a page of days tells nothing more. */
const MOST_DAYS = 42;
const dayOffReasons = new Set(['holiday', 'compensatory', 'swap-off', 'weekly-rest']);

/** The weeks from receipt to promise as a calendar, days off hatched, holidays named. A picture of the list below it. */
export const PromiseDays = ({ promise }: { readonly promise: PromiseView }) => {
  const language = useLanguage();
  const t = promiseText(language);
  const first = dayNumberOf(localDate(new Date(promise.receivedAt)));
  const last = dayNumberOf(localDate(new Date(promise.dueAt)));
  // day 0 of 1970 was a Thursday; weeks begin on Monday
  const monday = first - ((first + 3) % 7);
  if (last - monday >= MOST_DAYS) return null;
  const off = new Map(promise.calendar.filter(({ reason }) => dayOffReasons.has(reason)).map((day) => [day.date, day]));
  const classOf = (day: number): string => {
    const reason = off.get(dateOfDayNumber(day))?.reason;
    if (day === last) return 'days-end';
    if (day === first) return 'days-start';
    return reason === 'weekly-rest' ? 'days-off' : reason === undefined ? '' : 'days-holiday';
  };
  const wordOf = (day: number): string | undefined => day === last ? t('promiseDue') : day === first ? t('promiseStart') : off.get(dateOfDayNumber(day))?.name[language];
  const weeks = last + (6 - ((last + 3) % 7)) - monday + 1;
  return (
    <div role="img" aria-label={`${t('promiseDays')}: ${dayText(dateOfDayNumber(first), language)} – ${dayText(dateOfDayNumber(last), language)}`}>
      <ol class="days" aria-hidden="true">
        {heads[language].map((head) => <li key={head} class="days-head">{head}</li>)}
        {Array.from({ length: weeks }, (_, index) => monday + index).map((day) => <li key={day} class={classOf(day)} title={wordOf(day)}>{Number(dateOfDayNumber(day).slice(8))}</li>)}
      </ol>
    </div>
  );
};
