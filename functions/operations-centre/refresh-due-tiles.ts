import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { RefreshTile } from './refresh-tile.ts';
import type { TileDefinition } from './tile-definition.ts';

export interface RefreshDueTilesDeps {
  readonly tiles: readonly TileDefinition[];
  readonly refresh: RefreshTile;
  /** told of each tile that could not be computed */
  readonly failed: (tile: string, error: unknown) => void;
  /** milliseconds from the beginning of the first round to the beginning of the second */
  readonly betweenRounds: number;
}

/** How often each outcome came up. */
type Figures = { written: number; fresh: number; overtaken: number; failed: number };

/**
 * Goes over the tiles twice a minute: a schedule wakes at most once a minute, and a figure that waits a whole minute
 * for its query, after its way through queue and lake and before its way through a cache, is older than a minute.
 * A tile that fails does not hold up the others and gets its second chance in the second round.
 * Throws `tiles-failed` when a tile failed in that one as well.
 */
export const refreshDueTiles = (deps: RefreshDueTilesDeps) => async (): Promise<Figures> => {
  const figures: Figures = { written: 0, fresh: 0, overtaken: 0, failed: 0 };
  const round = async (): Promise<readonly string[]> => {
    const outcomes = await Promise.all(deps.tiles.map(async (tile) => deps.refresh(tile).catch((error: unknown) => {
      deps.failed(tile.id, error);
      return 'failed' as const;
    })));
    for (const outcome of outcomes) figures[outcome] += 1;
    return deps.tiles.filter((_, i) => outcomes[i] === 'failed').map(({ id }) => id);
  };
  const startedAt = performance.now();
  await round();
  await sleep(Math.max(0, deps.betweenRounds - (performance.now() - startedAt)));
  const failed = await round();
  if (failed.length > 0) throw new DomainError('tiles-failed', failed.join(', '));
  return figures;
};
