import * as z from 'zod';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { update, WriteRefused } from '../../shared/runtime/transaction.ts';
import type { SessionsCountFrom } from './ports.ts';
import { notBeforeKey } from './sessions.keys.ts';

const NotBeforeRow = z.object({ notBefore: z.number() });
/** Longer than any session: afterwards no token is left that the row could refuse. */
const keepSeconds = 30 * 86_400;

/** Reads since when a person's sessions count. Consistent: a right taken away is gone with the next write. */
export const readSessionsCountFrom = (table: Pick<Table, 'get'>): SessionsCountFrom => async (personId) => {
  const row = await table.get(notBeforeKey(personId), { consistent: true });
  return row === undefined ? undefined : NotBeforeRow.parse(row).notBefore;
};

/** Ends the sessions a person opened before an instant. An older or repeated message changes nothing. */
export const endSessionsBefore = (table: Pick<Table, 'write'>) => async (personId: string, instant: Date): Promise<void> => {
  const notBefore = instant.getTime();
  try {
    await table.write(update(
      notBeforeKey(personId),
      { expression: 'SET notBefore = :at, expiresAt = :end', values: { ':at': notBefore, ':end': Math.floor(notBefore / 1000) + keepSeconds } },
      { expression: 'attribute_not_exists(notBefore) OR notBefore < :at', values: { ':at': notBefore } },
    ));
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error;
  }
};
