import type { Table } from '../../shared/runtime/dynamo.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { put, remove, update, WriteRefused, type Write } from '../../shared/runtime/transaction.ts';
import { answersDueKey, answersDuePartition, roundKey } from './dossier.keys.ts';
import type { AnswersDue } from './ports.ts';
import type { Round } from './supplement.ts';

/** A round that waits for its answer stands in the list of last days; it leaves it when somebody looks. */
export const answerDueWrites = (dossierId: string, { round, answerBy, answeredAt }: Round): Write[] =>
  (answerBy === undefined || answeredAt !== undefined ? [] : [put({ ...answersDueKey({ answerBy, dossierId, round }), entity: 'answer-due', answerBy, dossierId, round })]);

export const answersDueRepository = (table: Table): AnswersDue => ({
  before: async (now, limit) => {
    const { items } = await table.query({ pk: answersDuePartition, between: [' ', now.toISOString()], limit, consistent: true });
    return items.map((row) => ({ answerBy: String(row['answerBy']), dossierId: String(row['dossierId']), round: Number(row['round']) }));
  },
  drop: (due) => table.write(remove(answersDueKey(due))),
  warn: async (due, warnedAt, event) => {
    try {
      await table.transact([
        update(roundKey(due.dossierId, due.round), { expression: 'SET warnedAt = :at', values: { ':at': warnedAt } }, { expression: 'attribute_exists(pk) AND attribute_not_exists(warnedAt) AND attribute_not_exists(answeredAt)' }),
        remove(answersDueKey(due)), put(outboxRow(event)),
      ]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
});
