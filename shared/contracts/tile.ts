import * as z from 'zod';
import { Localised } from '../kernel/localised.ts';

/** A computed tile: static JSON that a page reads. Every figure carries its as-of time, source and unit. */
export const TileView = z.object({
  id: z.string(), title: Localised, unit: Localised, source: Localised, owner: z.string(),
  asOf: z.iso.datetime(), period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  refreshSeconds: z.int(), columns: z.array(z.object({ id: z.string(), label: Localised, kind: z.enum(['text', 'count', 'share']) })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
}).meta({ id: 'Tile', title: 'Tile' });
export type TileView = z.infer<typeof TileView>;
/** Where the site serves a tile. */
export const tilePath = (id: string): string => `/du-lieu/o-so-lieu/${id}.json`;
