import { GetObjectCommand, PutObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import { tilePath, TileView } from '../../shared/contracts/tile.ts';
import type { TileStore } from './ports.ts';

/** Shorter than any refresh, so that a cache never adds a refresh to a figure's age. */
const CACHE_CONTROL = 'public, max-age=15';

const statusOf = (error: unknown): number | undefined => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);

const keyOf = (id: string): string => tilePath(id).slice(1);

/** Tiles as files of the site. A put replaces an object whole: no reader ever sees half a tile. */
export const tileStore = (client: S3Client, bucket: string): TileStore => ({
  read: async (id) => {
    try {
      const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(id) }));
      const view = TileView.safeParse(JSON.parse(await found.Body?.transformToString() ?? ''));
      return view.success && found.ETag !== undefined ? { view: view.data, mark: found.ETag } : undefined;
    } catch (error) {
      // without the right to list the bucket, a missing object is answered 403
      if (statusOf(error) === 404 || statusOf(error) === 403 || error instanceof SyntaxError) return undefined;
      throw error;
    }
  },
  replace: async (view, replaces) => {
    try {
      await client.send(new PutObjectCommand({
        Bucket: bucket, Key: keyOf(view.id), Body: JSON.stringify(TileView.parse(view)),
        ContentType: 'application/json; charset=utf-8', CacheControl: CACHE_CONTROL,
        ...(replaces === undefined ? {} : { IfMatch: replaces }),
      }));
      return true;
    } catch (error) {
      if (statusOf(error) === 412 || statusOf(error) === 409) return false;
      throw error;
    }
  },
});
