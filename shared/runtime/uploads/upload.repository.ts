import type { Table } from '../dynamo.ts';
import { madeOnce } from '../idempotency.ts';
import { outboxRow } from '../outbox.ts';
import { contentOf, put, putOnce, update, WriteRefused, type Write } from '../transaction.ts';
import { uploadKey } from './upload.keys.ts';
import type { UploadStore } from './upload-ports.ts';
import type { PaperType, Upload, UploadType } from './upload.ts';

/** Binds a checked, unused upload of its owner to a matter; an unused upload's expiry goes. */
export const bindUpload = ({ uploadId, owner }: { readonly uploadId: string; readonly owner: string }, matter: 'dossierId' | 'feedbackId', id: string): Write =>
  update(uploadKey(uploadId), { expression: `SET ${matter} = :matter REMOVE expiresAt`, values: { ':matter': id } },
    { expression: `#owner = :owner AND #state = :checked AND attribute_not_exists(${matter})`, names: { '#owner': 'owner', '#state': 'state' }, values: { ':owner': owner, ':checked': 'checked' } });

export const uploadRepository = <T extends UploadType = PaperType>(table: Table): UploadStore<T> => {
  const find: UploadStore<T>['find'] = async (uploadId) => {
    const row = await table.get(uploadKey(uploadId), { consistent: true });
    return row === undefined ? undefined : contentOf<Upload<T>>(row);
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
