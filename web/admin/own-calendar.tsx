import { call } from '../client/client.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { useTexts } from './messages.ts';
import { useAnswer } from './use-answer.ts';

/** What an agency does otherwise than the province. */
export const OwnCalendar = ({ agency }: { readonly agency: string }) => {
  const t = useTexts();
  const { body, problem, again } = useAnswer(`calendar ${agency}`, () => call('getAgencyCalendar', { params: { agency } }));
  return (
    <section class="admin-section" aria-labelledby="lich-rieng">
      <h3 id="lich-rieng">{t('ownCalendar')}</h3>
      <p class="small">{t('ownCalendarText')}</p>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={again} />}
      {body === undefined && problem === undefined && <Skeleton lines={3} />}
      {body !== undefined && (
        <CalendarEditor id="rieng" days={body.days} weekly={body.weekly} onPublished={again}
          send={({ days, weekly }, preview) => call('publishAgencyCalendar', { params: { agencyCode: agency }, query: { preview }, body: { days: [...days], weekly: [...weekly] } })} />
      )}
    </section>
  );
};
