import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { tilePath, TileView } from '../../shared/contracts/tile.ts';
import { ifThere, unlessChanged } from '../../shared/runtime/stored-object.ts';
import type { TileStore } from './ports.ts';

/** Shorter than any refresh, so that a cache never adds a refresh to a figure's age. */
const CACHE_CONTROL = 'public, max-age=15';

const keyOf = (id: string): string => tilePath(id).slice(1);

/** Tiles as files of the site. A put replaces an object whole: no reader ever sees half a tile. */
export const tileStore = (client: S3Client, bucket: string): TileStore => ({
  read: async (id) => {
    const { Body, ETag } = await ifThere(client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(id) }))) ?? {};
    try {
      const view = TileView.safeParse(JSON.parse(await Body?.transformToString() ?? ''));
      return view.success && ETag !== undefined ? { view: view.data, mark: ETag } : undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  },
  replace: async (view, replaces) => unlessChanged(client.send(new PutObjectCommand({
    Bucket: bucket, Key: keyOf(view.id), Body: JSON.stringify(TileView.parse(view)),
    ContentType: 'application/json; charset=utf-8', CacheControl: CACHE_CONTROL,
    ...(replaces === undefined ? {} : { IfMatch: replaces }),
  }))),
});
