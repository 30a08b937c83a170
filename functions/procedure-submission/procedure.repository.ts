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

/** The busiest procedures of a process; a version is 5 to 60 KB. */
const mostRemembered = 100;

/** Versions read before: they are never rewritten, so only which one is current is asked again. */
const rememberedVersions = () => {
  const latest = new Map<string, ProcedureView>();
  return {
    of: (code: string): ProcedureView | undefined => latest.get(code),
    keep: (view: ProcedureView | undefined): ProcedureView | undefined => {
      if (view === undefined) return undefined;
      latest.delete(view.code);
      latest.set(view.code, view);
      const [oldest] = latest.keys();
      if (latest.size > mostRemembered && oldest !== undefined) latest.delete(oldest);
      return view;
    },
  };
};

/** The catalogue of procedures in the workflow's table. */
export const procedureRepository = (table: Table): Catalogue => catalogueIn(table, rememberedVersions());

const catalogueIn = (table: Table, remembered: ReturnType<typeof rememberedVersions>): Catalogue => ({
  // an editor publishes on what she reads, and an applicant files under it: both read the last write
  current: async (code) => {
    const known = remembered.of(code);
    if (known !== undefined && (await table.get(currentProcedureKey(code), { consistent: true, only: ['version'] }))?.['version'] === known.version) return known;
    return remembered.keep(viewOf(await table.get(currentProcedureKey(code), { consistent: true })));
  },

  version: async (code, version) => {
    const known = remembered.of(code);
    return known?.version === version ? known : viewOf(await table.get(procedureVersionKey(code, version)));
  },

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
