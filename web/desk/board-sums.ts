import type { BoardView } from '../../shared/contracts/statistics.ts';
import type { Queue } from '../../shared/contracts/dossier.ts';

export type BoardGroup = BoardView['groups'][number];
type Sum = { readonly inTerm: number; readonly dueSoon: number; readonly overdue: number; readonly all: number };

const sumOf = (groups: readonly BoardGroup[]): Sum => {
  const add = (of: (group: BoardGroup) => number): number => groups.reduce((sum, group) => sum + of(group), 0);
  const [inTerm, dueSoon, overdue] = [add((group) => group.inTerm), add((group) => group.dueSoon), add((group) => group.overdue)];
  return { inTerm, dueSoon, overdue, all: inTerm + dueSoon + overdue };
};

const runs = ({ status }: BoardGroup): boolean => status === 2 || status === 4;
const queueByStatus: Partial<Record<BoardGroup['status'], Queue>> = { 1: 'to-accept', 2: 'to-take', 4: 'processing', 5: 'paused', 6: 'paused', 8: 'paused', 9: 'to-hand-over' };

export const inProgress = (board: BoardView): Sum => sumOf(board.groups.filter(runs));

/** How many stand in a queue. */
export const inQueue = (board: BoardView, queue: Queue): number => sumOf(board.groups.filter(({ status }) => queueByStatus[status] === queue)).all;

/** The desks where a clock runs, those with most overdue first; what nobody has taken yet is a desk of its own. */
export const desksOf = (board: BoardView): readonly (Sum & { readonly officer: BoardGroup['officer'] })[] =>
  [...Map.groupBy(board.groups.filter(runs), ({ officer, status }) => (status === 4 ? officer?.officerId : undefined) ?? '')]
    .map(([id, groups]) => ({ ...sumOf(groups), officer: id === '' ? undefined : groups[0]?.officer }))
    .toSorted((a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || b.all - a.all);

/** The counts of the queues, as the navigation of the desk shows them. */
export const countsOf = (board: BoardView): Partial<Record<Queue, number>> => {
  const { dueSoon, overdue } = inProgress(board);
  return {
    'to-accept': inQueue(board, 'to-accept'), 'to-take': inQueue(board, 'to-take'), processing: inQueue(board, 'processing'), paused: inQueue(board, 'paused'), 'to-hand-over': inQueue(board, 'to-hand-over'),
    'due-soon': dueSoon, overdue,
  };
};

/** What is in progress by internal step, in the order of the way; what stands in none comes first. */
export const stepsOf = (board: BoardView): readonly (Sum & { readonly step: BoardGroup['step']; readonly stepOverdue: number })[] =>
  [...Map.groupBy(board.groups.filter(runs), ({ step }) => step?.id ?? '')].map(([, groups]) => ({ ...sumOf(groups), step: groups[0]?.step, stepOverdue: groups.reduce((sum, one) => sum + one.stepOverdue, 0) }));
