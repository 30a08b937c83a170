import type { TileView } from '../../shared/contracts/tile.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import type { ResultRow, RunQuery, TileStore } from './ports.ts';
import type { TileDefinition, TileQuery } from './tile-definition.ts';
import { fillDates, tileDates } from './tile-sql.ts';
import { type Answers, tileView } from './tile-view.ts';

/** `fresh`: not due yet; `overtaken`: another run put a later state. */
export type RefreshTile = (tile: TileDefinition) => Promise<'written' | 'fresh' | 'overtaken'>;

export interface RefreshTileDeps {
  readonly runQuery: RunQuery;
  readonly tiles: TileStore;
  readonly clock: Clock;
}

interface Kept {
  readonly askedAt: number;
  readonly rows: readonly ResultRow[];
}

/** Asks the lake, or takes a young enough answer to the very same text. Keyed by text: at midnight the dates, and so the text, are new. */
const keepingQueries = ({ runQuery, clock }: RefreshTileDeps) => {
  const kept = new Map<string, Kept>();
  return async (sql: string, keepSeconds: number): Promise<readonly ResultRow[]> => {
    const now = clock().getTime();
    const known = kept.get(sql);
    if (known !== undefined && now - known.askedAt < keepSeconds * 1000) return known.rows;
    const rows = await runQuery(sql);
    for (const [text, { askedAt }] of kept) if (now - askedAt > 86_400_000) kept.delete(text);
    if (keepSeconds > 0) kept.set(sql, { askedAt: now, rows });
    return rows;
  };
};

/** A look-up that does not know a key of the rows is older than the newest of them: the shortest it is used then. */
const RETRY_SECONDS = 60;

const missesAKey = (tile: TileDefinition, answers: Answers, lookUp: readonly ResultRow[]): boolean => {
  const key = tile.key;
  if (key === undefined) return false;
  const known = new Set(lookUp.map((row) => row[key]));
  return tile.queries.some(({ id }) => (answers.get(id) ?? []).some((row) => !known.has(row[key])));
};

/** A run of the schedule is never on the second: a tile is due this much before its time. */
const SLACK_SECONDS = 10;

const isFresh = (tile: TileDefinition, shown: TileView | undefined, now: Date): boolean =>
  shown !== undefined && now.getTime() - Date.parse(shown.asOf) < (tile.refreshSeconds - SLACK_SECONDS) * 1000;

const toTheSecond = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 1000) * 1000);

/**
 * Computes a tile when it is due and puts it on the site. The file is replaced only in the state in
 * which it was read, so of two runs at the same time one is overtaken and no later figure is lost to an earlier one.
 */
export const refreshTile = (deps: RefreshTileDeps): RefreshTile => {
  const ask = keepingQueries(deps);
  return async (tile) => {
    const asOf = toTheSecond(deps.clock());
    const shown = await deps.tiles.read(tile.id);
    if (isFresh(tile, shown?.view, asOf)) return 'fresh';
    const dates = tileDates(asOf);
    const run = async ({ id, sql }: TileQuery, keepSeconds: number) => [id, await ask(fillDates(sql, dates), keepSeconds)] as const;
    const answers = new Map(await Promise.all([...tile.queries, ...tile.lookUps].map((query) => run(query, query.keepSeconds))));
    for (const lookUp of tile.lookUps.filter(({ id }) => missesAKey(tile, answers, answers.get(id) ?? []))) {
      answers.set(...await run(lookUp, Math.min(lookUp.keepSeconds, RETRY_SECONDS)));
    }
    return await deps.tiles.replace(tileView(tile, answers, asOf, dates), shown?.mark) ? 'written' : 'overtaken';
  };
};
