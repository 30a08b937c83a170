import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '../../../shared/kernel/ids.ts';
import type { Row } from '../../../shared/runtime/transaction.ts';
import type { Random } from '../../fuzz/random.ts';
import { countsKey, mineKey, officerKey, queueKey } from '../../../functions/procedure-submission/dossier.keys.ts';
import type { Waiting } from '../../../functions/procedure-submission/ports.ts';
import { queueNames, type QueueName } from '../../../functions/procedure-submission/transitions.ts';

const day = 86_400_000;
const statusOf = { 'to-accept': 1, 'to-take': 2, processing: 4, paused: 5, 'to-hand-over': 9 } as const satisfies Record<QueueName, Waiting['status']>;
const codes = ['1.001193', '1.000656', '1.000894', '2.000815', '1.004873'] as const;
const channels = ['online', 'direct', 'post'] as const;

export type Crowd = { readonly agency: string; readonly queue: QueueName; readonly many: number; /** officers who share what is being worked on */ readonly officers?: number };

/** The rows that make dossiers wait: due dates from a month ago to two months ahead, spread evenly. */
function* rowsOf({ agency, queue, many, officers = 10 }: Crowd, now: Date, random: Random): Generator<Row> {
  const worked = new Map<string, number>();
  for (let n = 0; n < many; n++) {
    const dueAt = new Date(now.getTime() + (random.below(90 * 24) - 30 * 24) * (day / 24)).toISOString();
    const dossierId = newId('dos', now, random.next);
    const submittedAt = new Date(now.getTime() - random.below(40 * day)).toISOString();
    const officerId = `can-bo-${random.below(officers)}`;
    const due = queue !== 'to-accept' && queue !== 'paused';
    const waiting: Waiting = {
      dossierId, trackingCode: 'HG-4K7M-9QRT-2XYZ', procedure: { code: random.pick(codes), name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' }, version: 1 },
      applicantName: `Người nộp hồ sơ thứ ${n}`, channel: random.pick(channels), status: statusOf[queue], submittedAt, revision: queue === 'processing' ? 2 : 1,
      ...(due ? { dueAt } : {}), ...(queue === 'processing' ? { officer: { officerId, name: `Cán bộ ${officerId}` } } : {}),
    };
    const place = { agency, urgency: due ? dueAt : `~${submittedAt}`, dossierId };
    yield { ...queueKey(queue, place), entity: 'waiting', ...waiting };
    if (queue !== 'processing') continue;
    worked.set(officerId, (worked.get(officerId) ?? 0) + 1);
    yield { ...mineKey(officerId, place), entity: 'waiting', ...waiting };
  }
  for (const [officerId, processing] of worked) yield { ...officerKey(agency, officerId), name: `Cán bộ ${officerId}`, processing };
}

const writeAll = async (client: DynamoDBDocumentClient, table: string, rows: readonly Row[]): Promise<void> => {
  let rest = rows.map((row) => ({ PutRequest: { Item: { ...row } } }));
  while (rest.length > 0) {
    const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: rest } }));
    rest = (answer.UnprocessedItems?.[table] ?? []) as typeof rest;
    if (rest.length > 0) await wait(20);
  }
};

/** Fills the lists of a province as its dossiers would have, 25 rows a call. Gives how many rows were written. */
export const fillQueues = async (store: { client: DynamoDBDocumentClient; table: string }, crowds: readonly Crowd[], { now, random }: { now: Date; random: Random }): Promise<number> => {
  let rows = 0;
  let batch: Row[] = [];
  let sending: Promise<void>[] = [];
  const send = async (): Promise<void> => {
    sending.push(writeAll(store.client, store.table, batch));
    batch = [];
    if (sending.length === 8) { await Promise.all(sending); sending = []; }
  };
  const add = async (row: Row): Promise<void> => { rows++; batch.push(row); if (batch.length === 25) await send(); };
  for (const crowd of crowds) for (const row of rowsOf(crowd, now, random)) await add(row);
  for (const [agency, here] of Map.groupBy(crowds, (crowd) => crowd.agency)) {
    await add({ ...countsKey(agency), ...Object.fromEntries(queueNames.map((name) => [name, here.filter(({ queue }) => queue === name).reduce((sum, { many }) => sum + many, 0)])) });
  }
  if (batch.length > 0) await send();
  await Promise.all(sending);
  return rows;
};
