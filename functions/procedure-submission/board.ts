import type { Localised } from '../../shared/kernel/localised.ts';
import type { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import { dossierStatus } from '../../shared/kernel/dossier-status.ts';
import type { Counts } from './counter-measures.ts';
import type { Cell, OpenDossierRow } from './counter-ports.ts';
import { sumOf } from './counting.ts';

/** Open dossiers of one status and internal step on one desk. Due dates are kept one by one, as seconds, so that whoever looks sees what is late at that very moment. */
type BoardGroup = {
  readonly status: DossierStatusCode; readonly officer?: { readonly id: string; readonly name: string };
  readonly step?: { readonly id: string; readonly name: Localised };
  /** ascending: of the dossiers, and of the step */
  readonly due: readonly number[]; readonly stepDue: readonly number[]; readonly undated: number;
};
/** What a leader sees of an agency, worked out when something changed, never when somebody looks. */
export type Board = { readonly agency: string; readonly changedAt: string; readonly groups: readonly BoardGroup[]; readonly months: Readonly<Record<string, Counts>> };

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

const ascending = (instants: readonly (string | undefined)[]): number[] => instants.flatMap((at) => (at === undefined ? [] : [secondsOf(at)])).toSorted((a, b) => a - b);

/** The board of an agency from its open dossiers and the counters of some months. */
export const boardOf = (agency: string, changedAt: string, { open, months }: { open: readonly OpenDossierRow[]; months: ReadonlyMap<string, readonly Cell[]> }): Board => {
  const groups = Map.groupBy(open, ({ status, officer, step }) => JSON.stringify([status, officer?.id, step?.id]));
  return {
    agency, changedAt,
    groups: [...groups.values()].flatMap((rows): BoardGroup[] => {
      const [first] = rows;
      if (first === undefined) return [];
      const due = ascending(rows.map(({ dueAt }) => dueAt));
      const step = first.step === undefined ? {} : { step: { id: first.step.id, name: first.step.name } };
      return [{ status: first.status, ...(first.officer === undefined ? {} : { officer: first.officer }), ...step, due, stepDue: ascending(rows.map((row) => row.step?.dueAt)), undated: rows.length - due.length }];
    }).toSorted((a, b) => a.status - b.status || (a.officer?.name ?? '').localeCompare(b.officer?.name ?? '', 'vi')),
    months: Object.fromEntries([...months].map(([month, cells]) => [month, sumOf(cells.map(({ counts }) => ['', counts])).get('') ?? {}])),
  };
};

type SeenGroup = Pick<BoardGroup, 'status' | 'officer' | 'step'> & { readonly inTerm: number; readonly dueSoon: number; readonly overdue: number; readonly stepOverdue: number };

/** A group as of a moment: only where the clock runs is anything late, and what has no date is in term. */
const seen = ({ status, officer, step, due, stepDue, undated }: BoardGroup, now: number, soon: number): SeenGroup => {
  const runs = dossierStatus(status).reportedAs === 'processing';
  const overdue = runs ? due.filter((at) => at <= now).length : 0;
  const dueSoon = runs ? due.filter((at) => at > now && at <= soon).length : 0;
  const stepOverdue = runs ? stepDue.filter((at) => at <= now).length : 0;
  return { status, ...(officer === undefined ? {} : { officer }), ...(step === undefined ? {} : { step }), stepOverdue, overdue, dueSoon, inTerm: due.length + undated - overdue - dueSoon };
};

/** The board as of now; `soon` is until when a dossier counts as due soon. */
export const seenBoard = (board: Board, now: Date, soon: Date): readonly SeenGroup[] => board.groups.map((group) => seen(group, now.getTime() / 1000, soon.getTime() / 1000));
