import type { Table } from '../../shared/runtime/dynamo.ts';
import { madeOnce } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { contentOf, put, putOnce, update } from '../../shared/runtime/transaction.ts';
import { printKey } from './dossier.keys.ts';
import type { PrintStore, RegisterPrint } from './register-print.ts';

export const registerPrints = (table: Table): PrintStore => {
  const find: PrintStore['find'] = async (printId) => {
    const row = await table.get(printKey(printId), { consistent: true });
    return row === undefined ? undefined : contentOf<RegisterPrint>(row);
  };
  return {
    find,
    open: (print, event, requestKey) => madeOnce(table, { key: requestKey, ref: print.printId, at: print.requestedAt, find, made: print }, [putOnce({ ...printKey(print.printId), entity: 'print', ...print }), put(outboxRow(event))]),
    ready: (printId, rows) => table.write(update(printKey(printId), { expression: 'SET #rows = :rows', names: { '#rows': 'rows' }, values: { ':rows': rows } })),
  };
};
