import type { TileView } from '../../shared/contracts/tile.ts';
import type { LakeObject } from './lake-object.ts';

/** Writes one file of the lake whole; the same key again replaces it with the same content. */
export type PutLakeObject = (object: Pick<LakeObject, 'key' | 'body'>) => Promise<void>;

/** A cell as the query engine gives it: always text. */
export type ResultRow = Readonly<Record<string, string | null>>;

/** Runs a finished SQL text and waits for its rows. Throws `query-failed` or `query-too-slow`. */
export type RunQuery = (sql: string) => Promise<readonly ResultRow[]>;

/** A tile as it stands on the site; `mark` names exactly this state of the file. */
export interface ShownTile {
  readonly view: TileView;
  readonly mark: string;
}

export interface TileStore {
  /** Undefined when the site has none yet, or one of an older shape. */
  read(id: string): Promise<ShownTile | undefined>;
  /** Replaces the file whole, and only if it is still in the state `replaces` names; false when another was faster. */
  replace(view: TileView, replaces: string | undefined): Promise<boolean>;
}
