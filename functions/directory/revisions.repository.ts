import { outboxRow } from '../../shared/runtime/outbox.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, putOnce, WriteRefused } from '../../shared/runtime/transaction.ts';
import type { Row, Write } from '../../shared/runtime/transaction.ts';
import { Clash } from './ports.ts';

/** Writes the next revision of a row: over the one before it, or where there is none yet. */
export const putRevision = (row: Row, revision: number): Write =>
  (revision === 1 ? putOnce(row) : put(row, { expression: 'revision = :before', values: { ':before': revision - 1 } }));

export const outbox = (events: readonly NewEvent[]): Write[] => events.map((event) => putOnce(outboxRow(event)));

export const transactOrClash = async (table: Table, writes: readonly Write[]): Promise<void> => {
  try {
    await table.transact(writes);
  } catch (error) {
    throw error instanceof WriteRefused ? new Clash() : error;
  }
};
