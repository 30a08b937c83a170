import { gunzipSync, gzipSync } from 'node:zlib';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, WriteRefused } from '../../shared/runtime/transaction.ts';
import type { Board } from './board.ts';
import { boardKey } from './counters.keys.ts';

export type BoardStore = {
  readonly get: (agency: string) => Promise<{ readonly board: Board; readonly version: number } | undefined>;
  /** replaces the board of version `seen`; false when another was faster */
  readonly put: (board: Board, seen: number) => Promise<boolean>;
};

/** One row an agency, packed: a look costs one read. */
export const boardRepository = (table: Table): BoardStore => ({
  get: async (agency) => {
    const row = await table.get(boardKey(agency), { consistent: true });
    return row === undefined ? undefined : { board: JSON.parse(gunzipSync(row['packed'] as Uint8Array).toString()) as Board, version: Number(row['version']) };
  },
  put: async (board, seen) => {
    try {
      await table.write(put({ ...boardKey(board.agency), entity: 'board', version: seen + 1, packed: gzipSync(JSON.stringify(board)) }, { expression: 'attribute_not_exists(pk) OR version = :seen', values: { ':seen': seen } }));
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
});
