import { useEffect, useState } from 'preact/hooks';
import { ClockBar } from '../../components/clock-bar.tsx';
import { useLanguage } from '../../components/language.ts';
import { momentText } from '../../format/dates.ts';
import { followText } from '../../messages/follow.ts';
import { answeredAt, type Followed, type PublicHistory, runningFrom, spanText } from './follow-steps.ts';

const TICK_MS = 30_000;

/** The promise, drawn and running where everybody sees it. */
export const PublicClock = ({ report, history }: { readonly report: Followed; readonly history: PublicHistory }) => {
  const language = useLanguage();
  const t = followText(language);
  const [now, setNow] = useState(() => Date.now());
  const stopped = answeredAt(history);
  useEffect(() => {
    if (stopped !== undefined) return undefined;
    const timer = setInterval(() => { setNow(Date.now()); }, TICK_MS);
    return () => { clearInterval(timer); };
  }, [stopped]);
  const { promisedAt, extendedAt } = report;
  if (promisedAt === undefined) return <p>{t('clockNone')}</p>;
  const left = Date.parse(promisedAt) - (stopped === undefined ? now : Date.parse(stopped));
  const time = spanText(Math.abs(left), t);
  return (
    <>
      <ClockBar receivedAt={runningFrom(report, history)} dueAt={promisedAt} finishedAt={stopped} now={new Date(now).toISOString()} />
      {stopped === undefined ? <p class={`clock-verdict${left < 0 ? ' clock-verdict-bad' : ''}`}>{left < 0 ? t('clockOver', { time }) : t('clockLeft', { time })}</p> : <p>{t('clockStopped')}</p>}
      {extendedAt !== undefined && <p class="small">{t('clockExtended', { at: momentText(extendedAt, language) })}</p>}
    </>
  );
};
