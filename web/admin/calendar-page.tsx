import { call } from '../client/client.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { useTexts } from './messages.ts';
import { useAnswer } from './use-answer.ts';

/** The province's calendar. */
export const CalendarPage = () => {
  const t = useTexts();
  const { body, problem, again } = useAnswer('calendar', () => call('getCalendar', {}));
  return (
    <div class="admin-narrow">
      <h1>{t('calendarTitle')}</h1>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={again} />}
      {body === undefined && problem === undefined && <Skeleton lines={8} />}
      {body !== undefined && (
        <CalendarEditor id="tinh" days={body.days} weekly={body.weekly ?? []} onPublished={again}
          send={({ days, weekly }, preview) => call('publishCalendar', { query: { preview }, body: { ...body, days: [...days], ...(weekly.length === 0 && body.weekly === undefined ? {} : { weekly: [...weekly] }) } })} />
      )}
    </div>
  );
};
