import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { put, putOnce, update, WriteRefused } from '../../shared/runtime/transaction.ts';
import { uploadKey } from './dossier.keys.ts';
import type { UploadStore } from './ports.ts';
import type { Upload } from './upload.ts';

export const uploadRepository = (table: Table): UploadStore => {
  const find: UploadStore['find'] = async (uploadId) => {
    const row = await table.get(uploadKey(uploadId), { consistent: true });
    if (row === undefined) return undefined;
    const { pk: _pk, sk: _sk, entity: _entity, ...upload } = row;
    return upload as unknown as Upload;
  };
  return {
    find,
    open: async (upload, requestKey) => {
      try {
        await table.transact([requestRow(requestKey, upload.uploadId, new Date(upload.requestedAt)), putOnce({ ...uploadKey(upload.uploadId), entity: 'upload', ...upload })]);
        return upload;
      } catch (error) {
        if (!(error instanceof WriteRefused)) throw error;
        const earlier = await findReplay(table, requestKey);
        const found = earlier === undefined ? undefined : await find(earlier);
        if (found === undefined) throw new DomainError('busy', 'the first answer is not readable');
        return found;
      }
    },
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
