import type { TileView } from '../../../shared/contracts/tile.ts';
import type { Localised } from '../../../shared/kernel/localised.ts';

const number = (value: string | number | undefined): number => (typeof value === 'number' ? value : 0);

export type AreaFigures = { readonly code: string; readonly waiting: number; readonly reported: number };
/** Where most reports wait, first. */
export const byArea = ({ rows }: TileView): AreaFigures[] =>
  rows.map((row) => ({ code: String(row['area']), waiting: number(row['waiting']), reported: number(row['reported']) })).toSorted((a, b) => b.waiting - a.waiting || b.reported - a.reported);

/** How strongly an area is filled: five steps of the largest, nothing for nothing. */
export const strength = (count: number, most: number): number => (count === 0 || most === 0 ? 0 : Math.ceil((count / most) * 5) / 5);

export type AgencyPromises = { readonly code: string; readonly name: string; readonly onTime: number; readonly late: number };
/** Most late ones first, then the busiest. */
export const byAgency = ({ rows }: TileView): AgencyPromises[] =>
  rows.map((row) => ({ code: String(row['agency_code']), name: String(row['agency'] ?? row['agency_code']), onTime: number(row['on_time']), late: number(row['late']) }))
    .filter(({ onTime, late }) => onTime + late > 0).toSorted((a, b) => b.late - a.late || b.onTime - a.onTime || a.name.localeCompare(b.name, 'vi'));

/** The tile with the names of what its codes mean, beside the codes. */
export const withNames = (tile: TileView, label: Localised, nameOf: (code: string) => string): TileView => {
  const [key, ...others] = tile.columns;
  if (key === undefined) return tile;
  return { ...tile, columns: [key, { id: 'name', label, kind: 'text' }, ...others], rows: tile.rows.map((row) => ({ ...row, name: nameOf(String(row[key.id])) })) };
};
