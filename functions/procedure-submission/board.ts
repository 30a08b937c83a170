import type { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import { dossierStatus } from '../../shared/kernel/dossier-status.ts';
import type { Counts } from './counter-measures.ts';
import type { Cell, OpenDossierRow } from './counter-ports.ts';
import { sumOf } from './counting.ts';

/** Open dossiers of one status on one desk. Due dates are kept one by one, as seconds, so that whoever looks sees what is late at that very moment. */
type BoardGroup = {
  readonly status: DossierStatusCode; readonly officer?: { readonly id: string; readonly name: string };
  /** ascending */
  readonly due: readonly number[]; readonly undated: number;
};
/** What a leader sees of an agency, worked out when something changed, never when somebody looks. */
export type Board = { readonly agency: string; readonly changedAt: string; readonly groups: readonly BoardGroup[]; readonly months: Readonly<Record<string, Counts>> };

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** The board of an agency from its open dossiers and the counters of some months. */
export const boardOf = (agency: string, changedAt: string, { open, months }: { open: readonly OpenDossierRow[]; months: ReadonlyMap<string, readonly Cell[]> }): Board => {
  const groups = Map.groupBy(open, ({ status, officer }) => JSON.stringify([status, officer?.id]));
  return {
    agency, changedAt,
    groups: [...groups.values()].flatMap((rows): BoardGroup[] => {
      const [first] = rows;
      if (first === undefined) return [];
      const due = rows.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [secondsOf(dueAt)])).toSorted((a, b) => a - b);
      return [{ status: first.status, ...(first.officer === undefined ? {} : { officer: first.officer }), due, undated: rows.length - due.length }];
    }).toSorted((a, b) => a.status - b.status || (a.officer?.name ?? '').localeCompare(b.officer?.name ?? '', 'vi')),
    months: Object.fromEntries([...months].map(([month, cells]) => [month, sumOf(cells.map(({ counts }) => ['', counts])).get('') ?? {}])),
  };
};

type SeenGroup = Pick<BoardGroup, 'status' | 'officer'> & { readonly inTerm: number; readonly dueSoon: number; readonly overdue: number };

/** A group as of a moment: only where the clock runs is anything late, and what has no date is in term. */
const seen = ({ status, officer, due, undated }: BoardGroup, now: number, soon: number): SeenGroup => {
  const runs = dossierStatus(status).reportedAs === 'processing';
  const overdue = runs ? due.filter((at) => at <= now).length : 0;
  const dueSoon = runs ? due.filter((at) => at > now && at <= soon).length : 0;
  return { status, ...(officer === undefined ? {} : { officer }), overdue, dueSoon, inTerm: due.length + undated - overdue - dueSoon };
};

/** The board as of now; `soon` is until when a dossier counts as due soon. */
export const seenBoard = (board: Board, now: Date, soon: Date): readonly SeenGroup[] => board.groups.map((group) => seen(group, now.getTime() / 1000, soon.getTime() / 1000));
