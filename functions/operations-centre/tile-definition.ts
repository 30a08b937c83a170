import type { TileThreshold } from '../../shared/contracts/tile.ts';
import type { Localised } from '../../shared/kernel/localised.ts';

/**
 * A query over the lake, in the SQL that Trino and DuckDB share. `:name` placeholders are filled with dates
 * (see tile-sql.ts). Every lake table in it carries a predicate on `dt`; facts are made distinct by `event_id`.
 */
export interface TileQuery {
  readonly id: string;
  readonly sql: string;
  /** An answer younger than this is used again as long as the dates in the text are the same. 0 asks each time. */
  readonly keepSeconds: number;
}

export interface TileColumnDefinition {
  readonly id: string;
  readonly label: Localised;
  readonly kind: 'text' | 'count' | 'share';
  /** computed from other count columns of the row instead of read from a query */
  readonly from?:
    | { readonly plus: readonly string[]; readonly minus: readonly string[] }
    | { readonly part: readonly string[]; readonly whole: readonly string[] };
}

/** A tile as data: what is asked, how often, what it means, who answers for it. */
export interface TileDefinition {
  readonly id: string;
  readonly title: Localised;
  readonly unit: Localised;
  readonly source: Localised;
  /** the agency that answers for the figure */
  readonly owner: string;
  /** Tiles are files on the site, which anyone can read. A tile for officers only needs a store of its own. */
  readonly audience: 'public';
  readonly refreshSeconds: number;
  readonly period: 'day' | 'month';
  /** the column that rows of all queries share; a tile without one has a single row */
  readonly key?: string;
  /** make the rows */
  readonly queries: readonly TileQuery[];
  /** add columns to rows that exist, never rows */
  readonly lookUps: readonly TileQuery[];
  readonly columns: readonly TileColumnDefinition[];
  /** order of the rows: this column, greatest first */
  readonly orderBy?: string;
  readonly thresholds: readonly TileThreshold[];
}
