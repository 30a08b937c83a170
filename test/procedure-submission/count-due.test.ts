import { expect, test } from 'vitest';
import { GetDueCounts, GetQueue } from '../../shared/contracts/desk-queues.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { put } from '../../shared/runtime/transaction.ts';
import { queueKey } from '../../functions/procedure-submission/dossier.keys.ts';
import { queueRepository } from '../../functions/procedure-submission/queue.repository.ts';
import { seeded } from '../fuzz/random.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn } from './support/desk.ts';
import { agencyCode, clerk, now } from './support/dossiers.ts';

const hour = 3_600_000;
const until = new Date(now.getTime() + 48 * hour);
const soonest = now.toISOString();

/** Each place holds so many dossiers, due at whole hours around the two bounds, and some without a date. */
const filled = async (many: readonly [number, number], random = seeded(60)) => {
  const memory = memoryDynamo();
  const table = memory.table('t');
  const dues: string[] = [];
  for (const [place, queue] of (['to-take', 'processing'] as const).entries()) {
    for (let n = 0; n < (many[place] ?? 0); n++) {
      const urgency = n % 7 === 0 ? `~${soonest}` : new Date(now.getTime() + (random.below(97) - 24) * hour).toISOString();
      dues.push(urgency);
      await table.write(put({ ...queueKey(queue, { agency: agencyCode, urgency, dossierId: newId('dos', now) }), entity: 'waiting' }));
    }
  }
  return { memory, table, dues };
};

test.each([[0, 0], [3, 59], [60, 61], [250, 251], [270, 700], [600, 0]])('what is due among %i and %i is counted as the rows say', async (...many) => {
  const { table, dues } = await filled(many);
  const counted = await queueRepository(table).countDue(agencyCode, [{ queue: 'to-take' }, { queue: 'processing' }], { now: soonest, until: until.toISOString() });
  // due at this very instant is not late yet; due at the last instant of the range is still soon
  expect(counted).toEqual({ overdue: dues.filter((due) => due < soonest).length, soon: dues.filter((due) => due >= soonest && due <= until.toISOString()).length });
});

test('a page of a queue with its counts asks the table twice, and so do the two ranges', async () => {
  const { memory, table } = await filled([10, 20]);
  const call = apiOn(depsOn(table));
  for (const route of [GetQueue, GetDueCounts]) {
    const before = memory.calls();
    const { status } = await call(route, clerk, { params: { agencyCode, queue: 'to-accept' } });
    expect([status, memory.calls() - before]).toEqual([200, 2]);
  }
});
