import { gunzipSync, gzipSync } from 'node:zlib';
import type { MonthlyFigures } from '../../shared/contracts/statistics.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { put, putOnce, WriteRefused } from '../../shared/runtime/transaction.ts';
import type { FigureStore, Published } from './figures-ports.ts';
import { figuresKey, publishedKey, publishedPartition } from './counters.keys.ts';

/** Figures of a month are one text, packed: a province of 10,000 cells stays well below the 400 KB of a row. */
export const figureRepository = (table: Table): FigureStore => ({
  list: async () => {
    const { items } = await table.query({ pk: publishedPartition, newestFirst: true, consistent: true });
    return items.map((row): Published => ({ month: row.sk, asOf: String(row['asOf']), revision: Number(row['revision']), print: String(row['print']) }));
  },
  get: async (month) => {
    const row = await table.get(figuresKey(month));
    if (row === undefined) return undefined;
    return { ...JSON.parse(gunzipSync(row['packed'] as Uint8Array).toString()) as MonthlyFigures, revision: Number(row['revision']) };
  },
  publish: async (figures, mark, event) => {
    const { month, asOf, revision, print } = mark;
    try {
      await table.transact([
        put({ ...publishedKey(month), entity: 'published', asOf, revision, print }, { expression: 'attribute_not_exists(pk) OR revision = :before', values: { ':before': revision - 1 } }),
        put({ ...figuresKey(month), entity: 'figures', revision, packed: gzipSync(JSON.stringify(figures)) }),
        putOnce(outboxRow(event)),
      ]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
});
