import * as z from 'zod';
import { Localised } from '../kernel/localised.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';

/** Where a figure stops being good. Between the two it is a warning; beyond `bad` it is bad. */
export const TileThreshold = z.object({ column: z.string(), better: z.enum(['higher', 'lower']), warn: z.number(), bad: z.number() })
  .meta({ title: 'Tile threshold' });
export type TileThreshold = z.infer<typeof TileThreshold>;

/** `share` is a fraction between 0 and 1. */
export const TileColumn = z.object({ id: z.string(), label: Localised, kind: z.enum(['text', 'count', 'share']) })
  .meta({ title: 'Tile column' });
export type TileColumn = z.infer<typeof TileColumn>;

/** A computed tile: static JSON that a page reads. Every figure carries its as-of time, source and unit. */
export const TileView = z.object({
  id: z.string(), title: Localised, unit: Localised, source: Localised, owner: z.string(),
  asOf: UtcInstant, period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  refreshSeconds: z.int(), columns: z.array(TileColumn),
  /** a share of nothing has no value: its column is then left out of the row */
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** the sum of each count column over all rows */
  totals: z.record(z.string(), z.number()),
  thresholds: z.array(TileThreshold),
}).meta({ id: 'Tile', title: 'Tile' });
export type TileView = z.infer<typeof TileView>;

/** Where the site serves a tile. */
export const tilePath = (id: string): string => `/du-lieu/o-so-lieu/${id}.json`;
