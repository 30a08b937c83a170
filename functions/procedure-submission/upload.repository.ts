import type { Table } from '../../shared/runtime/dynamo.ts';
import { madeOnce } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { contentOf, put, putOnce, update, WriteRefused } from '../../shared/runtime/transaction.ts';
import { uploadKey } from './dossier.keys.ts';
import type { UploadStore } from './ports.ts';
import type { Upload } from './upload.ts';

export const uploadRepository = (table: Table): UploadStore => {
  const find: UploadStore['find'] = async (uploadId) => {
    const row = await table.get(uploadKey(uploadId), { consistent: true });
    return row === undefined ? undefined : contentOf<Upload>(row);
  };
  return {
    find,
    open: (upload, requestKey) => madeOnce(table, { key: requestKey, ref: upload.uploadId, at: upload.requestedAt, find, made: upload }, [putOnce({ ...uploadKey(upload.uploadId), entity: 'upload', ...upload })]),
    judge: async (uploadId, verdict, event) => {
      const refused = verdict.state === 'refused' ? { expression: ', problem = :problem', values: { ':problem': verdict.problem } } : { expression: '', values: {} };
      try {
        await table.transact([
          update(uploadKey(uploadId), { expression: `SET #state = :state${refused.expression}`, names: { '#state': 'state' }, values: { ':state': verdict.state, ...refused.values } },
            { expression: '#state = :waiting', names: { '#state': 'state' }, values: { ':waiting': 'waiting' } }),
          put(outboxRow(event)),
        ]);
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
  };
};
