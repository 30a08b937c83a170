import { decodeCursor, encodeCursor } from '../../shared/runtime/cursor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, type Write } from '../../shared/runtime/transaction.ts';
import { feedKey, feedPartition } from './dossier.keys.ts';
import { competentAgency, type Dossier } from './dossier.ts';
import type { ChangeFeed, FeedItem } from './ports.ts';

/** An agency's system that was away for a year begins anew. */
const keepSeconds = 400 * 86_400;
/** Clocks of two writers differ, and a transaction may take its time: what is younger may still be followed by something older. */
const settledMilliseconds = 30_000;

/** What happened, for the agency the matter lies with and the one it has just left. */
export const feedWrites = (before: Dossier | undefined, after: Dossier, at: string): Write[] => {
  const { filed: { dossierId, procedure }, standing: { revision, business } } = after;
  const agencies = new Set([...(before === undefined ? [] : [competentAgency(before).code]), competentAgency(after).code]);
  const item: FeedItem = { dossierId, at, revision, status: business, procedureCode: procedure.code };
  return [...agencies].map((agency) => put({ ...feedKey(agency, item), entity: 'change', ...item, expiresAt: Math.floor(Date.parse(at) / 1000) + keepSeconds }));
};

export const changeFeed = (table: Table): ChangeFeed => ({
  since: async (agency, { cursor, limit, now }) => {
    const settled = new Date(now.getTime() - settledMilliseconds).toISOString();
    const from = cursor === undefined ? ' ' : decodeCursor(cursor, '');
    // one blank behind a key is the next possible key
    const [first, last] = [`${from} `, `${settled}~`];
    const items = first > last ? [] : (await table.query({ pk: feedPartition(agency), between: [first, last], limit, consistent: true })).items;
    return { items: items.map((row) => { const { expiresAt: _expires, ...item } = contentOf<FeedItem & { expiresAt: number }>(row); return item; }), cursor: encodeCursor(items.at(-1)?.sk ?? (cursor === undefined ? settled : from)) };
  },
});
