import type { FigureId } from '../../../shared/contracts/figure-definitions.ts';
import type { FigureRow, Figures } from '../../../shared/contracts/statistics.ts';

export const sum = (rows: readonly { readonly figures: Figures }[]): Figures => {
  const sums: Partial<Record<FigureId, number>> = {};
  for (const { figures } of rows) for (const [id, count] of Object.entries(figures) as [FigureId, number][]) sums[id] = (sums[id] ?? 0) + count;
  return sums;
};

export type Group = { readonly key: string; readonly rows: readonly FigureRow[]; readonly figures: Figures };

/** Rows that share a key, summed; the most received first, then the most there is to settle. */
export const groupedBy = (rows: readonly FigureRow[], keyOf: (row: FigureRow) => string): readonly Group[] =>
  [...Map.groupBy(rows, keyOf)].map(([key, group]) => ({ key, rows: group, figures: sum(group) }))
    .toSorted((a, b) => (b.figures.received ?? 0) - (a.figures.received ?? 0) || (b.figures.total ?? 0) - (a.figures.total ?? 0) || a.key.localeCompare(b.key));

/** Early or on time, of those finished that had a promised date. */
export const keptOf = ({ early = 0, onTime = 0, late = 0 }: Figures): { readonly part: number; readonly whole: number } => ({ part: early + onTime, whole: early + onTime + late });
