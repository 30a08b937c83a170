import type { Table } from '../../shared/runtime/dynamo.ts';
import { dueLooks, lookKey, planLookAt } from '../../shared/runtime/looks.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { check, contentOf, put, putOnce, remove, WriteRefused, type Write } from '../../shared/runtime/transaction.ts';
import { escalationKey, leavingMatter, standingKey } from './feedback.keys.ts';
import { cardOf } from './escalation.ts';
import type { Leaving, Look, LookStore } from './ports.ts';
import { queueWrites } from './queue.repository.ts';

/** Plans a look at a report. Those at what lies with an officer are planned by `officers.repository.ts`. */
export const planLook = (at: string, feedbackId: string): Write => planLookAt(at, feedbackId, { feedbackId });

export const lookRepository = (table: Table, intake: string): LookStore => ({
  due: async function* (now) {
    for await (const rows of dueLooks(table, now)) yield rows.map((row) => contentOf<Look | Leaving>(row));
  },
  settle: async ({ look, record, given, events, next }) => {
    const { report: { feedbackId }, standing, history, tally, media } = record;
    const card = cardOf(record, history, [...record.escalations, ...given]);
    try {
      await table.transact([
        check(standingKey(feedbackId), { expression: 'revision = :seen', values: { ':seen': standing.revision } }),
        ...given.map((one) => putOnce({ ...escalationKey(feedbackId, one), entity: 'escalation', ...one })), ...events.map((event) => put(outboxRow(event))),
        // the row of its queue shows the card
        ...(given.length === 0 ? [] : queueWrites(record, { ...record, voices: tally.voices, media: media.length, card }, intake)),
        ...(next === look.at ? [] : [remove(lookKey(look.at, feedbackId))]), ...(next === undefined || next === look.at ? [] : [planLook(next, feedbackId)]),
      ]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
  drop: (look) => table.write(remove(lookKey(look.at, 'feedbackId' in look ? look.feedbackId : leavingMatter(look.agency, look.officerId)))),
});
