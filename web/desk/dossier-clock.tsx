import { useMemo } from 'preact/hooks';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { punctualityText } from '../components/clock-bar.tsx';
import { useLanguage } from '../components/language.ts';
import { momentText, shortDayText } from '../format/dates.ts';
import { clockText } from '../messages/clock.ts';
import { viewerText } from '../messages/viewer.ts';
import { clockWidth, drawClock } from './clock-scale.ts';

const top = 10;
const high = 12;

/** The clock of an accepted dossier: where it ran, stood and was late, what was promised first and now, and where we are. The same in words below. */
export const DossierClock = ({ view, receivedAt }: { readonly view: DeskDossierView; readonly receivedAt: string }) => {
  const language = useLanguage();
  const [t, clock] = [viewerText(language), clockText(language)];
  // a bar that moved while being read would only disturb
  const now = useMemo(() => new Date().toISOString(), [view]);
  const { dueAt, finishedAt, pauses = [], extension, punctuality } = view;
  const drawing = drawClock({ ...view, receivedAt }, now);
  const verdict = punctuality === undefined ? undefined : punctualityText(punctuality, clock);
  const bad = punctuality?.verdict === 'overdue' || punctuality?.verdict === 'late';
  const stands = pauses.find(({ resumedAt }) => resumedAt === undefined);
  const label = [t('clockTitle'), verdict, dueAt === undefined ? undefined : `${t('promised')} ${momentText(dueAt, language)}`].filter(Boolean).join(', ');
  return (
    <div class={`clock-bar${bad ? ' clock-bar-late' : ''}`}>
      {dueAt !== undefined && <p class="clock-due"><span class="small">{t('promised')}</span> <strong>{momentText(dueAt, language)}</strong></p>}
      {verdict !== undefined && <p class={`clock-verdict${bad ? ' clock-verdict-bad' : ''}`}>{verdict}</p>}
      {stands !== undefined && finishedAt === undefined && <p>{t('standsSince', { time: momentText(stands.pausedAt, language) })}</p>}
      <svg viewBox={`0 0 ${clockWidth} 32`} width="100%" height="32" preserveAspectRatio="none" role="img" aria-label={label}>
        <rect class="clock-track" x="0" y={top} width={clockWidth} height={high} />
        {drawing.running.map(({ from, to }) => <rect key={from} class="clock-done" x={from} y={top} width={Math.max(2, to - from)} height={high} />)}
        {drawing.late !== undefined && <rect class="clock-over" x={drawing.late.from} y={top} width={drawing.late.to - drawing.late.from} height={high} />}
        {drawing.paused.map(({ from, to }) => <rect key={from} class="clock-pause" x={from} y={top} width={Math.max(3, to - from)} height={high} />)}
        {drawing.dueBefore !== undefined && <rect class="clock-before" x={Math.min(clockWidth - 4, drawing.dueBefore)} y="5" width="3" height="22" />}
        {drawing.due !== undefined && <rect class="clock-mark" x={Math.min(clockWidth - 4, drawing.due)} y="4" width="4" height="24" rx="2" />}
        {finishedAt === undefined && <polygon class="clock-now" points={`${drawing.reached - 6},0 ${drawing.reached + 6},0 ${drawing.reached},9`} />}
      </svg>
      <p class="clock-ends small"><span>{t('received')} {shortDayText(receivedAt, language)}</span><span>{finishedAt === undefined ? `▾ ${t('now')} ${shortDayText(now, language)}` : `${t('finished')} ${shortDayText(finishedAt, language)}`}</span></p>
      {extension !== undefined && <p class="small">{t('extended', { from: shortDayText(extension.previousDueAt, language), to: shortDayText(extension.dueAt, language) })}</p>}
      {pauses.length > 0 && (
        <details>
          <summary class="small">{t('pausesTitle', { count: pauses.length })}</summary>
          <ol class="clock-list">
            {pauses.map(({ pausedAt, resumedAt }) => (
              <li key={pausedAt}>{resumedAt === undefined ? t('pauseOpen', { from: momentText(pausedAt, language) }) : t('pauseLine', { from: momentText(pausedAt, language), to: momentText(resumedAt, language) })}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
};
