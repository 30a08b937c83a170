import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '../../shared/kernel/clock.ts';
import { leanClient } from '../../shared/runtime/aws-clients.ts';
import { env } from '../../shared/runtime/env.ts';
import { logger, traceOf } from '../../shared/runtime/logger.ts';
import { count } from '../../shared/runtime/metrics.ts';
import { athenaQuery } from './athena.store.ts';
import { lakeStore } from './lake.store.ts';
import type { PutLakeObject } from './ports.ts';
import { refreshDueTiles } from './refresh-due-tiles.ts';
import { refreshTile } from './refresh-tile.ts';
import { tileStore } from './tile.store.ts';
import { allTiles } from './tiles/all-tiles.ts';

/** A tile query takes a second or two; one that takes longer must not reach into the next minute. */
const QUERY_LIMIT = 10_000;
const BETWEEN_ROUNDS = 30_000;

/** What the lake writer needs. */
export const putLakeObject = (): PutLakeObject => lakeStore(new S3Client(leanClient), env('LAKE_BUCKET'));

/** What the tile refresher does. */
export const refreshTiles = () => refreshDueTiles({
  tiles: allTiles,
  refresh: refreshTile({
    runQuery: athenaQuery({ client: new AthenaClient(leanClient), workgroup: env('ATHENA_WORKGROUP'), database: env('GLUE_DATABASE'), limit: QUERY_LIMIT }),
    tiles: tileStore(new S3Client(leanClient), env('SITE_BUCKET')),
    clock: systemClock,
  }),
  failed: (tile, error) => {
    // the reason names tables and columns at most: no value from outside is ever part of a tile's text
    logger.error('TileFailed', { tile, reason: error instanceof Error ? error.message : undefined, ...traceOf(error) });
    count('TileFailed', { tile });
  },
  betweenRounds: BETWEEN_ROUNDS,
});
