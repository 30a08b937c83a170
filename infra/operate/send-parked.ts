import type { Table } from '../../shared/runtime/dynamo.ts';
import { entriesPerCall, isPublishable, sendAll, type Fact, type Sender } from '../../shared/runtime/stream-publisher.ts';
import { remove, type Row } from '../../shared/runtime/transaction.ts';
import { PARKED } from '../../shared/tables/table-spec.ts';

export type Sent = { readonly moved: number; readonly refused: number };

const factOf = (row: Row): Fact => ({ id: row.sk, source: String(row['source']), detailType: String(row['detailType']), detail: String(row['detail']) });

/**
 * Puts the parked events of a workflow on the bus again, under their own ids: sent first, taken from the partition then,
 * so that none is lost wherever it is stopped; consumers do a fact once. What is broken, and what the bus still refuses,
 * stays parked and is counted.
 */
export const sendParked = async (table: Pick<Table, 'query' | 'write'>, send: Sender): Promise<Sent> => {
  let [moved, refused] = [0, 0];
  let after: string | undefined;
  do {
    const page = await table.query({ pk: PARKED, limit: entriesPerCall, consistent: true, after });
    const facts = page.items.map(factOf);
    const good = facts.filter(isPublishable);
    const unsent = new Set(good.length === 0 ? [] : await sendAll(send, good));
    const sent = good.filter((fact) => !unsent.has(fact));
    for (const { id } of sent) await table.write(remove({ pk: PARKED, sk: id }));
    moved += sent.length;
    refused += facts.length - sent.length;
    after = page.cursor;
  } while (after !== undefined);
  return { moved, refused };
};
