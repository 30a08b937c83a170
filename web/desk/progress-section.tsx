import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { useLanguage } from '../components/language.ts';
import { Timeline } from '../components/timeline.tsx';
import type { TimelineItem } from '../components/timeline.tsx';
import { momentText, shortDayText, timeText } from '../format/dates.ts';
import { dossierStatuses } from '../../shared/kernel/dossier-status.ts';
import { happened, ahead } from './acts.ts';
import { DossierClock } from './dossier-clock.tsx';
import { verifyPath } from '../format/addresses.ts';
import { useTexts } from './messages.ts';
import { useRoleName } from './roles.ts';

type OfView = { readonly view: DeskDossierView };
type Entry = DeskDossierView['history'][number];

/** Who did it, as the desk may know: the name, else the kind. */
export const useWho = (): ((entry: Entry) => string) => {
  const t = useTexts();
  const roleName = useRoleName();
  return ({ name, by, onBehalfOf }) => {
    if (by.kind === 'citizen') return name ?? t('byCitizen');
    if (by.kind === 'system') return t('bySystem');
    return [onBehalfOf === undefined ? name : t('inPlaceOf', { name: name ?? '', holder: onBehalfOf }), by.role === undefined ? undefined : roleName(by.role)].filter(Boolean).join(', ');
  };
};

export const Progress = ({ view }: OfView) => {
  const t = useTexts();
  const language = useLanguage();
  const who = useWho();
  const items: TimelineItem[] = [
    ...view.history.map((entry): TimelineItem => ({ id: String(entry.seq), title: happened(entry.act, t), state: 'done', at: momentText(entry.at, language), by: who(entry) })),
    ...ahead(view.state.business, t).map((title, index): TimelineItem => ({ id: title, title, state: index === 0 ? 'now' : 'next' })),
  ];
  const last = view.pauses?.at(-1);
  const standing = last !== undefined && last.resumedAt === undefined;
  const running = standing ? t('clockPaused') : t('clockNone');
  const waiting = [3, 7].includes(view.state.business) ? undefined : view.receivedAt === undefined ? t('clockNotStarted') : running;
  return (
    <section class="dossier-section" aria-labelledby="tien-do">
      <h3 id="tien-do">{t('progress')}</h3>
      {view.receivedAt !== undefined && (view.dueAt !== undefined || standing)
        ? <DossierClock view={view} receivedAt={view.receivedAt} />
        : waiting !== undefined && <p class="small">{waiting}</p>}
      <Timeline items={items} />
    </section>
  );
};

export const History = ({ view }: OfView) => {
  const t = useTexts();
  const language = useLanguage();
  const who = useWho();
  const statusName = (code: number | null): string => dossierStatuses.find((status) => status.code === code)?.name[language] ?? '–';
  return (
    <details class="dossier-section history">
      <summary><h3>{t('history')}</h3></summary>
      <p class="small">{t('historyText')} <a href={verifyPath(view.trackingCode)} target="_blank" rel="noopener">{t('verify')}</a></p>
      <ol class="history-lines">
        {view.history.map((entry) => (
          <li key={entry.seq}>
            <p><strong>{happened(entry.act, t)}</strong>: {statusName(entry.from)} → {statusName(entry.to)}</p>
            <p class="small">{timeText(entry.at)} {shortDayText(entry.at, language)}, {who(entry)}{entry.by.agency === undefined ? '' : `, ${entry.by.agency}`}</p>
            {entry.reason !== undefined && <p class="typed">{t('reason')}: {entry.reason}</p>}
            <p class="small code" title={entry.hash}>{t('hash')} {entry.hash.slice(0, 16)}…</p>
          </li>
        ))}
      </ol>
    </details>
  );
};
