import { ProcedureSummary, ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { put, putOnce, WriteRefused, type Row, type TableKey } from '../../shared/runtime/transaction.ts';
import type { Catalogue } from './catalogue-ports.ts';
import { summaryOf } from './procedure.ts';
import { catalogueKey, cataloguePartition, currentProcedureKey, procedureVersionKey } from './procedure.keys.ts';

/** A version is read and written whole, never by its parts: one JSON text costs a third of the time of a DynamoDB map. */
const rowOf = (key: TableKey, view: ProcedureView): Row => ({ ...key, entity: 'procedure', version: view.version, procedure: JSON.stringify(view) });
const viewOf = (row: Row | undefined): ProcedureView | undefined => (row === undefined ? undefined : ProcedureView.parse(JSON.parse(String(row['procedure']))));

/** The catalogue of procedures in the workflow's table. */
export const procedureRepository = (table: Table): Catalogue => ({
  // an editor publishes on what she reads, and an applicant files under it: both read the last write
  current: async (code) => viewOf(await table.get(currentProcedureKey(code), { consistent: true })),

  version: async (code, version) => viewOf(await table.get(procedureVersionKey(code, version))),

  list: async () => {
    const items: ProcedureSummary[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: cataloguePartition, prefix: 'PROC#', after, consistent: true });
      items.push(...page.items.map((row) => ProcedureSummary.parse(row['summary'])));
      after = page.cursor;
    } while (after !== undefined);
    return items;
  },

  publish: async (view, event) => {
    try {
      await table.transact([
        put(rowOf(currentProcedureKey(view.code), view), { expression: 'attribute_not_exists(pk) OR version = :before', values: { ':before': view.version - 1 } }),
        putOnce(rowOf(procedureVersionKey(view.code, view.version), view)),
        put({ ...catalogueKey(view.code), entity: 'procedure-summary', summary: summaryOf(view) }),
        putOnce(outboxRow(event)),
      ]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
});
