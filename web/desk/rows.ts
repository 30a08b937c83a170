import type { DeskDossierView, Queue, QueueRow } from '../../shared/contracts/dossier.ts';
import { dayNumberOf, localDate } from '../../shared/kernel/vietnam-time.ts';
import { fold } from '../../shared/kernel/vietnamese-text.ts';

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

/** Rows that match: every word of the search somewhere in the row, accents optional. */
export const matching = (rows: readonly QueueRow[], search: string): readonly QueueRow[] => {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = fold([row.applicantName, row.number ?? '', row.trackingCode, row.procedure.name.vi, row.procedure.name.en, row.procedure.code, row.officer?.name ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
};

const queueByStatus: Partial<Record<QueueRow['status'], Queue>> = { 1: 'to-accept', 2: 'to-take', 4: 'processing', 5: 'paused', 6: 'paused', 8: 'paused', 9: 'to-hand-over' };
export const queueOf = (status: QueueRow['status']): Queue | undefined => queueByStatus[status];

export type Counts = Partial<Record<Queue, number>>;

const running: readonly (Queue | undefined)[] = ['to-take', 'processing'];

/** Whether a dossier that now stands in `stored` is still one of a list. */
const belongs = (list: Queue, stored: Queue | undefined): boolean =>
  list === 'mine' ? stored === 'processing' : list === 'due-soon' || list === 'overdue' ? running.includes(stored) : list === stored;

/** The list and counts as they are once a dossier has moved, so that the officer sees it before the next answer of the server. */
export const afterMove = (shown: { rows: readonly QueueRow[]; counts: Counts; queue: Queue; agency?: string | undefined }, view: DeskDossierView): { rows: QueueRow[]; counts: Counts } => {
  const before = shown.rows.find(({ dossierId }) => dossierId === view.dossierId);
  const [from, to] = [before === undefined ? undefined : queueOf(before.status), shown.agency === undefined || shown.agency === view.agency.code ? queueOf(view.state.business) : undefined];
  if (before === undefined || from === to) return { rows: [...shown.rows], counts: shown.counts };
  const stays = belongs(shown.queue, to);
  const steps: [Queue | undefined, number][] = [[from, -1], [to, 1], [stays || shown.queue === from ? undefined : shown.queue, -1], [to === 'processing' && shown.queue !== 'mine' ? 'mine' : undefined, 1]];
  const counts = steps.reduce<Counts>((sum, [queue, by]) => (queue === undefined ? sum : { ...sum, [queue]: Math.max(0, (sum[queue] ?? 0) + by) }), shown.counts);
  const rows = shown.rows.flatMap((row) => (row.dossierId !== view.dossierId ? [row] : stays ? [{ ...row, status: view.state.business, revision: view.revision }] : []));
  return { rows, counts };
};
