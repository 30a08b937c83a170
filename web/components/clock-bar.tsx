import { momentText, shortDayText } from '../format/dates.ts';
import type { TrackingView } from '../../shared/contracts/dossier.ts';
import { clockText } from '../messages/clock.ts';
import { useLanguage } from './language.ts';

type ClockBarProps = {
  readonly receivedAt: string; readonly dueAt: string; readonly finishedAt?: string | undefined; readonly now: string;
  readonly punctuality?: TrackingView['punctuality'];
  /** Stretches in which the legal clock stood still. */
  readonly pauses?: TrackingView['pauses'];
};
const width = 600;

/** The verdict in words: `còn 2 ngày làm việc`, `xong sớm 1 ngày làm việc`. */
export const punctualityText = (punctuality: NonNullable<TrackingView['punctuality']>, t: ReturnType<typeof clockText>): string => {
  const days = t('workingDays', { count: punctuality.workingDays });
  switch (punctuality.verdict) {
    case 'running': return punctuality.workingDays === 0 ? t('dueToday') : t('daysLeft', { days });
    case 'overdue': return t('daysOver', { days });
    case 'early': return t('finishedEarly', { days });
    case 'on-time': return t('finishedOnTime');
    case 'late': return t('finishedLate', { days });
  }
};

/** From receipt to the promised moment: how far it is, with pauses hatched and the verdict beside it in words. */
export const ClockBar = ({ receivedAt, dueAt, finishedAt, now, punctuality, pauses = [] }: ClockBarProps) => {
  const language = useLanguage();
  const t = clockText(language);
  const start = Date.parse(receivedAt);
  const reached = Date.parse(finishedAt ?? now);
  const span = Math.max(Date.parse(dueAt), reached) - start;
  const x = (instant: number): number => Math.round(Math.min(1, Math.max(0, span <= 0 ? 1 : (instant - start) / span)) * width);
  const dueX = x(Date.parse(dueAt));
  const over = reached > Date.parse(dueAt);
  const end = over ? `${finishedAt === undefined ? t('clockNow') : t('clockFinished')} ${shortDayText(finishedAt ?? now, language)}` : `${t('clockDue')} ${shortDayText(dueAt, language)}`;
  const bad = punctuality?.verdict === 'overdue' || punctuality?.verdict === 'late';
  const verdict = punctuality === undefined ? undefined : punctualityText(punctuality, t);
  return (
    <div class={`clock-bar${bad ? ' clock-bar-late' : ''}`}>
      <p class="clock-due"><span class="small">{t('clockDue')}</span> <strong>{momentText(dueAt, language)}</strong></p>
      {verdict !== undefined && <p class={`clock-verdict${bad ? ' clock-verdict-bad' : ''}`}>{verdict}</p>}
      <svg viewBox={`0 0 ${width} 28`} width="100%" height="28" preserveAspectRatio="none" role="img" aria-label={t('clockLabel', { verdict: verdict ?? momentText(dueAt, language) })}>
        <rect class="clock-track" x="0" y="8" width={width} height="12" rx="6" />
        <rect class="clock-done" x="0" y="8" width={Math.max(8, x(reached))} height="12" rx="6" />
        {x(reached) > dueX && <rect class="clock-over" x={dueX} y="8" width={x(reached) - dueX} height="12" />}
        {pauses.map(({ pausedAt, resumedAt }) => <rect key={pausedAt} class="clock-pause" x={x(Date.parse(pausedAt))} y="8" width={Math.max(2, x(Date.parse(resumedAt ?? now)) - x(Date.parse(pausedAt)))} height="12" />)}
        <rect class="clock-mark" x={Math.min(width - 4, dueX)} y="2" width="4" height="24" rx="2" />
      </svg>
      <p class="clock-ends small"><span>{t('clockReceived')} {shortDayText(receivedAt, language)}</span><span>{end}</span></p>
    </div>
  );
};
