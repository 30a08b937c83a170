import type { DeskDossierView } from '../../shared/contracts/dossier.ts';

export const clockWidth = 600;

type Stretch = { readonly from: number; readonly to: number };
export type ClockDrawing = {
  readonly running: readonly Stretch[]; readonly paused: readonly Stretch[]; readonly late?: Stretch;
  readonly reached: number; readonly due?: number; readonly dueBefore?: number;
};
type Clocked = Pick<DeskDossierView, 'dueAt' | 'finishedAt' | 'pauses' | 'extension'> & { readonly receivedAt: string };

/**
 * The life of a clock on a line from its receipt to the promised moment, or beyond it: where it ran, where it stood, where it was
 * late, in units of the drawing. Undefined instants are not drawn; while the clock stands, nothing is promised and the line ends now.
 */
export const drawClock = ({ receivedAt, dueAt, finishedAt, pauses = [], extension }: Clocked, now: string): ClockDrawing => {
  const [start, reached] = [Date.parse(receivedAt), Math.max(Date.parse(receivedAt), Date.parse(finishedAt ?? now))];
  const due = dueAt === undefined ? undefined : Date.parse(dueAt);
  const before = extension === undefined ? undefined : Date.parse(extension.previousDueAt);
  const end = Math.max(due ?? reached, before ?? reached, reached);
  const x = (instant: number): number => Math.round(Math.min(1, Math.max(0, end === start ? 1 : (instant - start) / (end - start))) * clockWidth);
  const paused = pauses.map(({ pausedAt, resumedAt }): Stretch => ({ from: x(Date.parse(pausedAt)), to: x(Math.min(reached, Date.parse(resumedAt ?? now))) })).toSorted((a, b) => a.from - b.from);
  const running: Stretch[] = [];
  let at = 0;
  for (const { from, to } of [...paused, { from: x(reached), to: x(reached) }]) {
    if (from > at) running.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  return {
    running, paused, reached: x(reached), ...(due === undefined ? {} : { due: x(due) }), ...(before === undefined ? {} : { dueBefore: x(before) }),
    ...(due !== undefined && reached > due ? { late: { from: x(due), to: x(reached) } } : {}),
  };
};
