import { decodeCursor, encodeCursor } from '../../shared/runtime/cursor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, remove, update, type Condition, type Row, type TableKey, type Write } from '../../shared/runtime/transaction.ts';
import type { FeedbackRow } from '../../shared/contracts/feedback-shapes.ts';
import { countsKey, countsPartition, mineKey, minePartition, officerKey, queueKey, queuePartition } from './feedback.keys.ts';
import { urgencyOf, type Feedback } from './feedback.ts';
import type { QueueStore } from './ports.ts';
import { rowOf } from './rows.ts';
import { queueNames, queueOf, type QueueName } from './transitions.ts';

type Counted = Feedback & { readonly voices: number; readonly media: number; readonly card?: 'yellow' | 'red' | undefined };
type Stand = { readonly agency: string; readonly queue: QueueName; readonly officer?: string | undefined; readonly name?: string | undefined; readonly keys: readonly TableKey[] };

/** Sorting and publishing lie with the place that does it for the province, the rest with the agency it was passed to. */
const standOf = (feedback: Feedback | undefined, intake: string): Stand | undefined => {
  const queue = feedback === undefined ? undefined : queueOf(feedback.standing.state);
  if (feedback === undefined || queue === undefined) return undefined;
  const { report: { feedbackId }, standing } = feedback;
  const agency = queue === 'inbox' || queue === 'to-publish' ? intake : standing.agency?.code ?? intake;
  const place = { agency, urgency: urgencyOf(feedback), feedbackId };
  const officer = queue === 'to-take' || queue === 'working' ? standing.officer : undefined;
  return { agency, queue, officer: officer?.subject, name: officer?.name, keys: [queueKey(queue, place), ...(officer === undefined ? [] : [mineKey(officer.subject, place)])] };
};

/** A report before and after; none before its first. */
export type Passage = { readonly before: Feedback | undefined; readonly after: Feedback };
type Counting = { readonly key: TableKey; readonly queue: QueueName; readonly by: 1 | -1 };

const countingOf = ({ before, after }: Passage, intake: string): Counting[] => {
  const [left, entered] = [standOf(before, intake), standOf(after, intake)];
  if (left?.queue === entered?.queue && left?.agency === entered?.agency) return [];
  const { feedbackId } = after.report;
  return [...(left === undefined ? [] : [{ key: countsKey(left.agency, feedbackId), queue: left.queue, by: -1 as const }]), ...(entered === undefined ? [] : [{ key: countsKey(entered.agency, feedbackId), queue: entered.queue, by: 1 as const }])];
};

/** Counts every report that moves in a transaction, each row of counts once: a transaction may not name a row twice. */
export const countWrites = (passages: readonly Passage[], intake: string): Write[] => {
  const all = passages.flatMap((passage) => countingOf(passage, intake));
  return [...Map.groupBy(all, ({ key: { pk, sk } }) => `${pk} ${sk}`).values()].flatMap((same) => {
    const sums = [...Map.groupBy(same, ({ queue }) => queue)].map(([queue, own]) => ({ queue, by: own.reduce((sum, { by }) => sum + by, 0) })).filter(({ by }) => by !== 0);
    const [first] = same;
    return first === undefined || sums.length === 0 ? [] : [update(first.key, {
      expression: `ADD ${sums.map((_, index) => `#q${index} :q${index}`).join(', ')}`,
      names: Object.fromEntries(sums.map(({ queue }, index) => [`#q${index}`, queue])), values: Object.fromEntries(sums.map(({ by }, index) => [`:q${index}`, by])),
    })];
  });
};
const deskWrite = ({ agency, officer, name }: Stand, by: 1 | -1): Write[] =>
  (officer === undefined ? [] : [update(officerKey(agency, officer), name === undefined ? { expression: 'ADD working :by', values: { ':by': by } } : { expression: 'ADD working :by SET #name = :name', names: { '#name': 'name' }, values: { ':by': by, ':name': name } })]);

/** Moves a report between queues and desks; `countWrites` counts it in the same transaction. */
export const queueWrites = (before: Feedback | undefined, after: Counted, intake: string): Write[] => {
  const [left, entered] = [standOf(before, intake), standOf(after, intake)];
  const to = entered?.keys ?? [];
  // a transaction names a row once: one that stays in its place is only rewritten
  const gone = (left?.keys ?? []).filter((old) => !to.some(({ pk, sk }) => pk === old.pk && sk === old.sk));
  const sameDesk = left?.officer === entered?.officer && left?.agency === entered?.agency;
  return [
    ...gone.map((key) => remove(key)), ...to.map((key) => put({ ...key, entity: 'waiting', ...rowOf(after, after) })),
    ...(sameDesk ? [] : [...(left === undefined ? [] : deskWrite(left, -1)), ...(entered === undefined ? [] : deskWrite(entered, 1))]),
  ];
};

const readAtOnce = 200;
const mostReads = 10;

const filterOf = ({ category, area }: { readonly category?: string | undefined; readonly area?: string | undefined }): Condition | undefined => {
  const wanted = Object.entries({ category, area }).filter(([, value]) => value !== undefined);
  return wanted.length === 0 ? undefined : { expression: wanted.map(([name]) => `#${name} = :${name}`).join(' AND '), names: Object.fromEntries(wanted.map(([name]) => [`#${name}`, name])), values: Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])) };
};

type Reading = { readonly from: string; readonly limit: number; readonly filter: Condition | undefined; readonly dueBy: string | undefined };
/** What fits of a partition, and how far it was read; undefined to its end. */
const readOf = async (table: Table, pk: string, { from: first, limit, filter, dueBy }: Reading): Promise<{ readonly rows: readonly Row[]; readonly reached?: string }> => {
  let from = first;
  const rows: Row[] = [];
  for (let reads = 0; reads < mostReads && rows.length < limit; reads++) {
    const page = await table.query({ pk, between: [from, '~'], limit: filter === undefined && dueBy === undefined ? limit : readAtOnce, filter, consistent: true });
    rows.push(...page.items.filter((row) => dueBy === undefined || (typeof row['dueAt'] === 'string' && row['dueAt'] <= dueBy)));
    if (page.cursor === undefined) return { rows };
    from = `${decodeCursor(page.cursor, '')} `;
  }
  return { rows, reached: from.slice(0, -1) };
};

export const queueRepository = (table: Table): QueueStore => ({
  waiting: async ({ agency, place, where, dueBy }, { cursor, limit }) => {
    const partitions = 'officer' in place ? [minePartition(agency, place.officer)] : place.queues.map((queue) => queuePartition(agency, queue));
    // one blank behind a key is the next possible key
    const reading = { from: cursor === undefined ? ' ' : `${decodeCursor(cursor, '')} `, limit, filter: filterOf(where), dueBy };
    const parts = await Promise.all(partitions.map((pk) => readOf(table, pk, reading)));
    // all partitions are in one order: what lies behind the shortest reading is for the next page
    const bound = parts.flatMap(({ reached }) => reached ?? []).toSorted()[0];
    const rows = parts.flatMap((part) => part.rows).filter(({ sk }) => bound === undefined || sk <= bound).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
    const items = rows.slice(0, limit);
    const next = rows.length > limit ? items.at(-1)?.sk : bound;
    return { items: items.map((row) => contentOf<FeedbackRow>(row)), ...(next === undefined ? {} : { cursor: encodeCursor(next) }) };
  },
  counts: async (agency) => {
    const { items } = await table.query({ pk: countsPartition(agency), consistent: true });
    return Object.fromEntries(queueNames.map((name) => [name, items.reduce((sum, row) => sum + Number(row[name] ?? 0), 0)])) as Record<QueueName, number>;
  },
});
