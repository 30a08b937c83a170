import type { DeskDossierView, Queue, QueueRow } from '../../shared/contracts/dossier.ts';
import { dayNumberOf, localDate } from '../../shared/kernel/vietnam-time.ts';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import type { DeskAddress } from './address.ts';

/** How close the due date is, in calendar days of Việt Nam. Working days are the server's to count. */
export type Nearness = 'none' | 'overdue' | 'today' | 'soon' | 'later';

export const nearnessOf = (dueAt: string | undefined, now: Date): Nearness => {
  if (dueAt === undefined) return 'none';
  const due = new Date(dueAt);
  if (due < now) return 'overdue';
  const days = dayNumberOf(localDate(due)) - dayNumberOf(localDate(now));
  if (days === 0) return 'today';
  return days <= 3 ? 'soon' : 'later';
};

type Filter = Pick<DeskAddress, 'search' | 'due' | 'channel'>;

export const isFiltering = ({ search, due, channel }: Filter): boolean => search !== '' || due !== 'all' || channel !== undefined;

/** Rows that match: every word of the search somewhere in the row, accents optional. */
export const matching = (rows: readonly QueueRow[], { search, due, channel }: Filter, now: Date): QueueRow[] => {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (channel !== undefined && row.channel !== channel) return false;
    const near = nearnessOf(row.dueAt, now);
    // today's and overdue dossiers are due within three days as well
    if (due === 'soon' ? !['overdue', 'today', 'soon'].includes(near) : due !== 'all' && near !== due) return false;
    const text = fold([row.applicantName, row.number ?? '', row.trackingCode, row.procedure.name.vi, row.procedure.name.en, row.procedure.code].join(' '));
    return words.every((word) => text.includes(word));
  });
};

const queueByStatus: Partial<Record<QueueRow['status'], Queue>> = { 1: 'to-accept', 2: 'to-take', 4: 'processing', 5: 'paused', 6: 'paused', 8: 'paused', 9: 'to-hand-over' };
export const queueOf = (status: QueueRow['status']): Queue | undefined => queueByStatus[status];

export type Counts = Partial<Record<Queue, number>>;

/** The list and counts as they are once a dossier has moved, so that the officer sees it before the next answer of the server. */
export const afterMove = (shown: { rows: readonly QueueRow[]; counts: Counts; queue: Queue }, view: DeskDossierView): { rows: QueueRow[]; counts: Counts } => {
  const before = shown.rows.find(({ dossierId }) => dossierId === view.dossierId);
  const to = queueOf(view.state.business);
  const from = before === undefined ? undefined : shown.queue;
  if (from === undefined || from === to) return { rows: [...shown.rows], counts: shown.counts };
  const moved = { ...shown.counts, [from]: Math.max(0, (shown.counts[from] ?? 1) - 1) };
  return {
    rows: shown.rows.filter(({ dossierId }) => dossierId !== view.dossierId),
    counts: to === undefined ? moved : { ...moved, [to]: (shown.counts[to] ?? 0) + 1 },
  };
};

/** What happened to a dossier since an officer last saw it. */
export const changesSince = (seen: DeskDossierView, now: DeskDossierView): DeskDossierView['history'] => {
  const last = Math.max(-1, ...seen.history.map(({ seq }) => seq));
  return now.history.filter(({ seq }) => seq > last);
};
