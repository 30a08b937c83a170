import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { QueueRow } from '../../shared/contracts/dossier.ts';
import { channels } from '../../shared/kernel/dossier-status.ts';
import { useLanguage } from '../components/language.ts';
import { shortDayText, timeText } from '../format/dates.ts';
import type { Language } from '../messages/translator.ts';
import { writeAddress } from './address.ts';
import type { DeskAddress } from './address.ts';
import { bulkText } from '../messages/bulk.ts';
import { follow } from './follow.ts';
import { useTexts } from './messages.ts';
import type { DeskTexts } from './messages.ts';
import { nearnessOf } from './rows.ts';
import { useStepTexts } from './steps-texts.ts';
import type { Bulk } from './use-bulk.ts';

const agoText = (since: string, now: Date, t: DeskTexts): string => {
  const minutes = Math.floor((now.getTime() - Date.parse(since)) / 60_000);
  if (minutes < 1) return t('waitingNow');
  if (minutes < 60) return t('waitingMinutes', { count: minutes });
  return minutes < 1440 ? t('waitingHours', { count: Math.floor(minutes / 60) }) : t('waitingDays', { count: Math.floor(minutes / 1440) });
};

/** Until when, in a word and a colour; before acceptance: since when it waits. */
export const When = ({ row, now }: { readonly row: Pick<QueueRow, 'dueAt' | 'submittedAt'>; readonly now: Date }) => {
  const t = useTexts();
  const language = useLanguage();
  const day = (at: string): string => shortDayText(at, language).replace(/[/ ]\d{4}$/, '');
  if (row.dueAt === undefined) return <span class="when"><span class="visually-hidden">{t('rowSubmitted')} </span>{agoText(row.submittedAt, now, t)}</span>;
  const near = nearnessOf(row.dueAt, now);
  const text = near === 'overdue' ? t('rowOverdue', { day: day(row.dueAt) }) : near === 'today' ? t('rowToday', { time: timeText(row.dueAt) }) : `${day(row.dueAt)} ${timeText(row.dueAt)}`;
  return <span class={`when when-${near}`}><span class="visually-hidden">{t('rowDue')} </span>{text}</span>;
};

const channelName = (channel: QueueRow['channel'], language: Language): string => channels.find(({ key }) => key === channel)?.name[language] ?? channel;

type ListProps = {
  readonly rows: readonly QueueRow[]; readonly address: DeskAddress; readonly now: Date;
  readonly cursor: string | undefined; readonly onCursor: (dossierId: string) => void; readonly onOpen: (dossierId: string) => void;
  /** more rows on the server */
  readonly more: (() => void) | undefined;
  /** rows can be chosen for one act on many */
  readonly bulk?: Pick<Bulk, 'has' | 'toggle'> | undefined;
};

/** Asks for the next page when the end of the list comes into sight. */
export const End = ({ more }: { readonly more: () => void }) => {
  const t = useTexts();
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver((seen) => { if (seen.some(({ isIntersecting }) => isIntersecting)) more(); });
    if (end.current !== null) watcher.observe(end.current);
    return () => { watcher.disconnect(); };
  }, [more]);
  return <li class="row-more"><button type="button" ref={end} onClick={more}>{t('more')}</button></li>;
};

/** Rows of 44 px; those out of sight cost the browser nothing (`content-visibility`), yet print and can be found in the page. */
export const DossierList = ({ rows, address, now, cursor, onCursor, onOpen, more, bulk }: ListProps) => {
  const t = useTexts();
  const language = useLanguage();
  const steps = useStepTexts();
  const say = bulkText(language);
  const list = useRef<HTMLUListElement>(null);
  // before the next key is pressed, or Enter would open the row the focus has just left
  useLayoutEffect(() => {
    if (cursor !== undefined) list.current?.querySelector<HTMLElement>(`[data-dossier="${CSS.escape(cursor)}"]`)?.focus();
  }, [cursor]);
  return (
    <ul class="rows" ref={list} aria-label={t('list')}>
      {rows.map((row) => (
        <li key={row.dossierId} class={bulk === undefined ? undefined : 'row-choice'}>
          {bulk !== undefined && <label class="row-check"><input type="checkbox" checked={bulk.has(row.dossierId)} onChange={() => { bulk.toggle(row.dossierId); }} /><span class="visually-hidden">{say('select', { name: row.applicantName })}</span></label>}
          <a class="row" data-dossier={row.dossierId} href={`${location.pathname}${writeAddress({ ...address, dossier: row.dossierId })}`} aria-current={row.dossierId === address.dossier ? 'true' : undefined}
            onFocus={() => { onCursor(row.dossierId); }} onClick={follow(() => { onOpen(row.dossierId); })}>
            <span class="row-name">{row.applicantName}</span>
            <span class="row-procedure" title={row.procedure.name[language]}>{row.step !== undefined && <span class={row.step.received ? 'row-step' : 'row-step row-step-waiting'}>{steps(row.step.received ? 'rowStep' : 'rowStepWaiting', { step: row.step.name[language] })} · </span>}{row.procedure.name[language]}</span>
            <span class="row-code code">{row.number ?? row.trackingCode}</span>
            <span class="row-channel">{channelName(row.channel, language)}</span>
            <When row={row} now={now} />
          </a>
        </li>
      ))}
      {more !== undefined && <End more={more} />}
    </ul>
  );
};
