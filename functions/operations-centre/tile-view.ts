import type { TileView } from '../../shared/contracts/tile.ts';
import type { ResultRow } from './ports.ts';
import type { TileColumnDefinition, TileDefinition } from './tile-definition.ts';
import type { TileDates } from './tile-sql.ts';

type Row = Record<string, string | number>;

/** The rows of each query of a tile, by query id. */
export type Answers = ReadonlyMap<string, readonly ResultRow[]>;

const SINGLE = '';

const countColumns = (tile: TileDefinition): ReadonlySet<string> =>
  new Set(tile.columns.flatMap(({ id, kind, from }) => {
    if (from === undefined) return kind === 'count' ? [id] : [];
    return 'part' in from ? [...from.part, ...from.whole] : [...from.plus, ...from.minus];
  }));

const cell = (column: string, text: string, counts: ReadonlySet<string>): string | number => (counts.has(column) ? Number(text) : text);

/** Adds the columns of `found` to `row`; a null is a column that is not there. */
const add = (row: Row, found: ResultRow, counts: ReadonlySet<string>): void => {
  for (const [column, text] of Object.entries(found)) if (text !== null) row[column] = cell(column, text, counts);
};

const joined = (tile: TileDefinition, answers: Answers): Row[] => {
  const counts = countColumns(tile);
  const keyOf = (found: ResultRow): string => (tile.key === undefined ? SINGLE : found[tile.key] ?? SINGLE);
  const rows = new Map<string, Row>();
  for (const { id } of tile.queries) {
    for (const found of answers.get(id) ?? []) {
      const row = rows.get(keyOf(found)) ?? {};
      rows.set(keyOf(found), row);
      add(row, found, counts);
    }
  }
  for (const { id } of tile.lookUps) {
    for (const found of answers.get(id) ?? []) {
      const row = rows.get(keyOf(found));
      if (row !== undefined) add(row, found, counts);
    }
  }
  return [...rows.values()];
};

const sum = (row: Row, columns: readonly string[]): number => columns.reduce((total, column) => total + Number(row[column] ?? 0), 0);

/** Undefined for a share of nothing. */
const derived = (column: TileColumnDefinition, row: Row): string | number | undefined => {
  if (column.from === undefined) return row[column.id] ?? (column.kind === 'count' ? 0 : undefined);
  if ('plus' in column.from) return Math.max(0, sum(row, column.from.plus) - sum(row, column.from.minus));
  const whole = sum(row, column.from.whole);
  return whole === 0 ? undefined : Math.round((sum(row, column.from.part) / whole) * 10_000) / 10_000;
};

/** A row without a text column (an agency not registered yet) shows its key. */
const finished = (tile: TileDefinition, row: Row): Row => {
  const shown: Row = {};
  for (const column of tile.columns) {
    const value = derived(column, row) ?? (column.kind === 'text' && tile.key !== undefined ? row[tile.key] : undefined);
    if (value !== undefined) shown[column.id] = value;
  }
  return shown;
};

const inOrder = (tile: TileDefinition, rows: readonly Row[]): Row[] => {
  const { orderBy, key } = tile;
  const number = (row: Row): number => (orderBy === undefined ? 0 : Number(row[orderBy] ?? 0));
  const text = (row: Row): string => (key === undefined ? '' : String(row[key] ?? ''));
  return rows.toSorted((a, b) => number(b) - number(a) || (text(a) < text(b) ? -1 : 1));
};

/** Agencies in which nothing moved and nothing waits are left out: 102 lines of zeros tell nothing. */
const somethingIn = (tile: TileDefinition, row: Row): boolean =>
  tile.key === undefined || tile.columns.some(({ id, kind }) => kind === 'count' && row[id] !== 0);

/** What the page shows, from what the queries answered. `asOf` is the moment before the first of them was asked. */
export const tileView = (tile: TileDefinition, answers: Answers, asOf: Date, dates: TileDates): TileView => {
  const rows = inOrder(tile, joined(tile, answers).map((row) => finished(tile, row)).filter((row) => somethingIn(tile, row)));
  const counts = tile.columns.filter(({ kind }) => kind === 'count');
  return {
    id: tile.id, title: tile.title, unit: tile.unit, source: tile.source, owner: tile.owner,
    asOf: asOf.toISOString(),
    period: { from: tile.period === 'day' ? dates.today : dates.firstOfMonth, to: dates.today },
    refreshSeconds: tile.refreshSeconds,
    columns: tile.columns.map(({ id, label, kind }) => ({ id, label, kind })),
    rows,
    totals: Object.fromEntries(counts.map(({ id }) => [id, rows.reduce((total, row) => total + Number(row[id] ?? 0), 0)])),
    thresholds: [...tile.thresholds],
  };
};
