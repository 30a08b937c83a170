import { useEffect, useState } from 'preact/hooks';
import { tilePath } from '../../shared/contracts/tile.ts';
import type { TileView } from '../../shared/contracts/tile.ts';

const READ_EVERY_MS = 20_000;

export type TileState = {
  readonly tile?: TileView | undefined;
  /** why the last reading brought nothing new */
  readonly trouble?: 'missing' | 'offline' | 'failed' | undefined;
};

const readTile = async (id: string): Promise<TileState> => {
  try {
    const response = await fetch(tilePath(id), { cache: 'no-cache', headers: { accept: 'application/json' } });
    // the bucket answers 403 for what is not there
    if (response.status === 404 || response.status === 403) return { trouble: 'missing' };
    return response.ok ? { tile: await response.json() as TileView } : { trouble: 'failed' };
  } catch (error) {
    return { trouble: error instanceof SyntaxError ? 'failed' : 'offline' };
  }
};

/** A tile's file, read again every twenty seconds. It is a file: looking never starts a query. */
export const useTile = (id: string): TileState => {
  const [state, setState] = useState<TileState>({});
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const next = await readTile(id);
      // an older figure beats none
      if (wanted) setState((before) => (next.tile === undefined ? { ...before, trouble: next.trouble } : next));
    };
    void read();
    const timer = setInterval(() => { void read(); }, READ_EVERY_MS);
    return () => { wanted = false; clearInterval(timer); };
  }, [id]);
  return state;
};
