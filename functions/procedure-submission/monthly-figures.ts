import type { FigureId } from '../../shared/contracts/figure-definitions.ts';
import type { FigureRow, Figures, MonthlyFigures } from '../../shared/contracts/statistics.ts';
import type { About, Cell, OpenDossierRow } from './counter-ports.ts';
import type { Counts, MeasureId } from './counter-measures.ts';
import { monthOf, sumOf } from './counting.ts';

/** What the counters held at one moment. */
export type Held = {
  readonly now: Date;
  /** stocks over all months, those to come included */
  readonly all: readonly Cell[];
  /** every month that holds counters, those to come included */
  readonly byMonth: ReadonlyMap<string, readonly Cell[]>;
  /** open dossiers in progress whose date is past now */
  readonly overdueNow: readonly OpenDossierRow[];
};

/** At most this many months are shown beside each other: a year and the same month of the year before. */
const TREND = 13;

type Place = { readonly agency: string; readonly about: About };
const placeKey = ({ agency, about }: Place): string => JSON.stringify([agency, about.level, about.field.vi]);
const countsOf = (cells: readonly Cell[]) => sumOf(cells.map((cell) => [placeKey(cell), cell.counts]));

const kept = (figures: Readonly<Record<FigureId, number>>): Figures => Object.fromEntries(Object.entries(figures).filter(([, count]) => count !== 0));

/** The figures of one place: what happened in the month, and the stocks at its end. */
const figuresOf = (within: Counts, stockAtEnd: (measure: MeasureId) => number): Figures => {
  const flow = (measure: MeasureId): number => within[measure] ?? 0;
  const carriedOver = stockAtEnd('open') - flow('open');
  const processing = stockAtEnd('running');
  const overdue = stockAtEnd('overdue');
  const released = flow('released');
  return kept({
    total: carriedOver + flow('received') + flow('movedIn'), carriedOver, received: flow('received'), online: flow('online'), oneGate: flow('oneGate'), post: flow('post'),
    level3: flow('level3'), level4: flow('level4'), saturday: flow('saturday'), processing, undue: processing - overdue, overdue, outside: stockAtEnd('outside'), waiting: stockAtEnd('paused'),
    released, early: flow('early'), onTime: flow('onTime'), late: flow('late'), undated: released - flow('early') - flow('onTime') - flow('late'), done: flow('done'),
    releasing: stockAtEnd('releasing'), denied: flow('denied'), cancelled: flow('cancelled'), unresolved: flow('unresolved'), filed: flow('filed'), toAccept: stockAtEnd('toAccept'),
    supplements: flow('supplements'), payments: flow('payments'), movedIn: flow('movedIn'), movedOut: flow('movedOut'),
  });
};

const rowsOf = (held: Held, month: string): FigureRow[] => {
  const over = month < monthOf(held.now.toISOString());
  const later = countsOf([...held.byMonth].filter(([one]) => one > month).flatMap(([, cells]) => cells));
  const within = countsOf(held.byMonth.get(month) ?? []);
  const all = countsOf(held.all);
  const late = Map.groupBy(held.overdueNow, placeKey);
  const places = new Map([...held.all, ...(held.byMonth.get(month) ?? [])].map((cell) => [placeKey(cell), cell]));
  return [...places].map(([key, { agency, about }]): FigureRow => {
    const stock = (measure: MeasureId): number => (all.get(key)?.[measure] ?? 0) - (later.get(key)?.[measure] ?? 0);
    // of a month that is not over yet the dates still to come are in its counters: those past now are asked for
    const stockAtEnd = (measure: MeasureId): number => (measure === 'overdue' && !over ? late.get(key)?.length ?? 0 : stock(measure));
    return { agency, field: about.field, level: about.level, figures: figuresOf(within.get(key) ?? {}, stockAtEnd) };
  }).filter(({ figures }) => Object.keys(figures).length > 0)
    .toSorted((a, b) => a.agency.localeCompare(b.agency) || a.level.localeCompare(b.level) || a.field.vi.localeCompare(b.field.vi));
};

const totalOf = (rows: readonly FigureRow[]): Figures => {
  const sums: Partial<Record<FigureId, number>> = {};
  for (const { figures } of rows) for (const [id, count] of Object.entries(figures) as [FigureId, number][]) sums[id] = (sums[id] ?? 0) + count;
  return sums;
};

/** Every month that is published, the latest first: from the first that holds counters to this one. */
export const publishedMonths = ({ now, byMonth }: Held): string[] => {
  const thisMonth = monthOf(now.toISOString());
  return [...new Set([...byMonth.keys(), thisMonth])].filter((month) => month <= thisMonth).toSorted().toReversed();
};

/** The figures of the latest months, as of now. */
export const monthlyFigures = (held: Held): MonthlyFigures[] => {
  const months = publishedMonths(held).slice(0, 2 * TREND);
  const thisMonth = months[0];
  const rows = new Map(months.map((month) => [month, rowsOf(held, month)]));
  const totals = new Map(months.map((month) => [month, totalOf(rows.get(month) ?? [])]));
  return months.slice(0, TREND).map((month, index) => ({
    month, asOf: held.now.toISOString(), over: month !== thisMonth, rows: rows.get(month) ?? [], months: months.slice(0, TREND),
    trend: months.slice(index, index + TREND).toReversed().map((one) => ({ month: one, figures: totals.get(one) ?? {} })),
  }));
};
