import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { inLanguage } from '../../format/addresses.ts';
import { momentText, timeText } from '../../format/dates.ts';
import { feedbackPath } from '../../format/feedback-addresses.ts';
import { reportText } from '../../messages/report.ts';
import type { Waiting } from './draft.ts';
import type { Outbox } from './use-outbox.ts';

type SendingStateProps = { readonly id: string; readonly outbox: Outbox; readonly onMend: (waiting: Waiting) => void; readonly onAnother: () => void };

/** What became of the report that was just sent off: its code, that it waits, or what to mend. */
export const SendingState = ({ id, outbox, onMend, onAnother }: SendingStateProps) => {
  const language = useLanguage();
  const t = reportText(language);
  const heading = useRef<HTMLHeadingElement>(null);
  const sent = outbox.sent.find((one) => one.id === id), waiting = outbox.waiting.find((one) => one.id === id);
  const state = sent !== undefined ? 'sent' : waiting?.problem !== undefined ? 'refused' : outbox.busy || waiting === undefined ? 'sending' : 'waiting';
  // what happened is read out, and is what stands on the screen
  useEffect(() => { if (state !== 'sending') { scrollTo(0, 0); heading.current?.focus(); } }, [state]);
  if (sent !== undefined) {
    return (
      <section class="done-card">
        <h2 ref={heading} tabIndex={-1}>{t('sentTitle')}</h2>
        <p>{sent.triageBy === undefined ? t('sentNextNoTime') : t('sentNext', { due: momentText(sent.triageBy, language) })}</p>
        <div class="done-code"><p><span class="small">{t('sentCode')}</span><br /><span class="done-number">{sent.trackingCode}</span></p></div>
        <p class="small">{t('sentKeep')}</p>
        <p class="button-row"><Button kind="secondary" href={inLanguage(feedbackPath(sent.trackingCode), language)}>{t('sentFollow')}</Button><Button kind="secondary" onClick={onAnother}>{t('sentAnother')}</Button></p>
      </section>
    );
  }
  if (state === 'sending' || waiting === undefined) return <div role="status"><p>{t('sending')}</p><Skeleton lines={4} /></div>;
  if (waiting.problem !== undefined) {
    return (
      <section>
        <h2 ref={heading} tabIndex={-1}>{t('refusedTitle')}</h2>
        <ProblemNotice problem={waiting.problem} title={t('refusedTitle')} />
        <Button onClick={() => { onMend(waiting); }}>{t('refusedMend')}</Button>
      </section>
    );
  }
  return (
    <section class="panel panel-warm">
      <h2 ref={heading} class="panel-title" tabIndex={-1}>{t('waitingTitle')}</h2>
      <p>{waiting.retryAt === undefined ? t('waitingText') : t('waitingUntil', { time: timeText(waiting.retryAt) })}</p>
      <p class="button-row"><Button kind="secondary" onClick={() => { void outbox.push(); }}>{t('outboxNow')}</Button><Button kind="quiet" onClick={onAnother}>{t('sentAnother')}</Button></p>
    </section>
  );
};
