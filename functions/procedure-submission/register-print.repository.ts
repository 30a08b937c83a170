import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { contentOf, put, putOnce, update, WriteRefused } from '../../shared/runtime/transaction.ts';
import { printKey } from './dossier.keys.ts';
import type { PrintStore, RegisterPrint } from './register-print.ts';

export const registerPrints = (table: Table): PrintStore => {
  const find: PrintStore['find'] = async (printId) => {
    const row = await table.get(printKey(printId), { consistent: true });
    return row === undefined ? undefined : contentOf<RegisterPrint>(row);
  };
  return {
    find,
    open: async (print, event, requestKey) => {
      try {
        await table.transact([requestRow(requestKey, print.printId, new Date(print.requestedAt)), putOnce({ ...printKey(print.printId), entity: 'print', ...print }), put(outboxRow(event))]);
        return print;
      } catch (error) {
        if (!(error instanceof WriteRefused)) throw error;
        const earlier = await findReplay(table, requestKey);
        const found = earlier === undefined ? undefined : await find(earlier);
        if (found === undefined) throw new DomainError('busy', 'the first answer is not readable');
        return found;
      }
    },
    ready: (printId, rows) => table.write(update(printKey(printId), { expression: 'SET #rows = :rows', names: { '#rows': 'rows' }, values: { ':rows': rows } })),
  };
};
