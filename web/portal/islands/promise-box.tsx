import { useEffect, useState } from 'preact/hooks';
import type { PromiseView } from '../../../shared/contracts/catalogue.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { Channel } from '../../../shared/kernel/dossier-status.ts';
import { readPublic } from '../../client/read-public.ts';
import { SelectField } from '../../components/field.tsx';
import { useCommon, useLanguage } from '../../components/language.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { dayText, momentText } from '../../format/dates.ts';
import { promiseText } from '../../messages/promise.ts';
import { PromiseDays } from './promise-days.tsx';

/** The public route that promises a date, under `/api`. */
const promiseAddress = (code: string, caseId: string, channel: string): string =>
  `/procedures/${encodeURIComponent(code)}/promise?case=${encodeURIComponent(caseId)}&channel=${channel}`;

export type PromiseChoice = { readonly id: string; readonly name: string; readonly channels: readonly Channel[] };
type State = { readonly promise?: PromiseView; readonly problem?: ProblemBody };

/** Holidays and swapped days with their sources; the weekly rest is counted, not listed. */
const Shifts = ({ calendar }: Pick<PromiseView, 'calendar'>) => {
  const language = useLanguage();
  const t = promiseText(language);
  const rest = calendar.filter(({ reason }) => reason === 'weekly-rest').length;
  if (calendar.length === 0) return <p class="small">{t('promiseNone')}</p>;
  return (
    <>
      <h3>{t('promiseShifted')}</h3>
      <ul class="shift-list">
        {calendar.filter(({ reason }) => reason !== 'weekly-rest').map((day) => (
          <li key={day.date + day.reason}>{dayText(day.date, language)}: {day.name[language]} <span class="small">{t('promiseSource', { source: day.source })}</span></li>
        ))}
        {rest > 0 && <li>{t('promiseWeekend', { count: rest })}</li>}
      </ul>
    </>
  );
};

const PromiseAnswer = ({ promise }: { readonly promise: PromiseView }) => {
  const language = useLanguage();
  const t = promiseText(language);
  return (
    <div aria-live="polite">
      <p class="promise-answer">{t('promiseAnswer')} <strong>{momentText(promise.dueAt, language)}</strong></p>
      <p class="small">{t('promiseBasis', { received: momentText(promise.receivedAt, language) })}</p>
      <PromiseDays promise={promise} />
      <Shifts calendar={promise.calendar} />
    </div>
  );
};

/** If I file now, when is the result promised? Asked again for every case and channel. */
export const PromiseBox = ({ code, choices }: { readonly code: string; readonly choices: readonly PromiseChoice[] }) => {
  const words = useCommon();
  const t = promiseText(useLanguage());
  const [caseId, setCase] = useState(choices[0]?.id ?? '');
  const [wanted, setChannel] = useState<Channel>('online');
  const [state, setState] = useState<State>({});
  const [attempt, setAttempt] = useState(0);
  const chosen = choices.find(({ id }) => id === caseId);
  const channel = chosen?.channels.includes(wanted) === true ? wanted : chosen?.channels[0];
  useEffect(() => {
    if (channel === undefined) return undefined;
    const leaving = new AbortController();
    setState({});
    void readPublic('getPromise', promiseAddress(code, caseId, channel), leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setState(answer.ok ? { promise: answer.body } : { problem: answer.problem });
    });
    return () => { leaving.abort(); };
  }, [code, caseId, channel, attempt]);
  if (channel === undefined) return null;
  return (
    <>
      <h3>{t('promiseTitle')}</h3>
      <div class="promise-choices">
        {choices.length > 1 && <SelectField id="hen-truong-hop" label={t('promiseCase')} value={caseId} onValue={setCase} options={choices.map(({ id, name }) => ({ value: id, label: name }))} />}
        {(chosen?.channels.length ?? 0) > 1 && <SelectField id="hen-kenh" label={t('promiseChannel')} value={channel} onValue={(value) => { setChannel(value as Channel); }} options={(chosen?.channels ?? []).map((value) => ({ value, label: words(value) }))} />}
      </div>
      {state.problem !== undefined && <ProblemNotice problem={state.problem} onRetry={() => { setAttempt(attempt + 1); }} />}
      {state.promise !== undefined && <PromiseAnswer promise={state.promise} />}
      {state.promise === undefined && state.problem === undefined && <Skeleton lines={3} />}
    </>
  );
};
