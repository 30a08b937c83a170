import { decodeCursor, encodeCursor } from '../../shared/runtime/cursor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, remove, update, type Condition, type Row, type Write } from '../../shared/runtime/transaction.ts';
import { countsKey, mineKey, minePartition, officerKey, officersPartition, queueKey, queuePartition } from './dossier.keys.ts';
import { urgencyOf, type Dossier } from './dossier.ts';
import type { DeskOfficer, QueuePlace, QueueSlice, QueueStore, Waiting } from './ports.ts';
import { queueNames, queueOf, type QueueName } from './transitions.ts';

const waitingOf = ({ filed, standing }: Dossier): Waiting => ({
  dossierId: filed.dossierId, trackingCode: filed.trackingCode, procedure: filed.procedure, applicantName: filed.applicant.name,
  channel: filed.channel, status: standing.business, submittedAt: filed.submittedAt, revision: standing.revision,
  ...(standing.number === undefined ? {} : { number: standing.number }), ...(standing.dueAt === undefined ? {} : { dueAt: standing.dueAt }),
  ...(standing.officer === undefined ? {} : { officer: { officerId: standing.officer.subject, name: standing.officer.name } }),
});

/** The queue a dossier stands in, and whose desk it lies on while somebody works on it. */
const standsIn = (dossier: Dossier | undefined): { queue?: QueueName | undefined; officer?: string | undefined } => {
  const queue = dossier === undefined ? undefined : queueOf(dossier.standing.business);
  return queue === 'processing' ? { queue, officer: dossier?.standing.officer?.subject } : { queue };
};

/** Moves a dossier between the queues of its agency and the desks of its officers, and counts both. */
export const queueWrites = (before: Dossier | undefined, after: Dossier): Write[] => {
  const agency = after.filed.agency.code;
  const place = (dossier: Dossier) => ({ agency, urgency: urgencyOf(dossier), dossierId: dossier.filed.dossierId });
  const [left, entered] = [standsIn(before), standsIn(after)];
  const row = { entity: 'waiting', ...waitingOf(after) };
  const keysOf = (at: typeof left, dossier: Dossier | undefined) => (dossier === undefined ? [] : [
    ...(at.queue === undefined ? [] : [queueKey(at.queue, place(dossier))]), ...(at.officer === undefined ? [] : [mineKey(at.officer, place(dossier))]),
  ]);
  const to = keysOf(entered, after);
  // a transaction names a row once: one that stays in its place is only rewritten
  const gone = keysOf(left, before).filter((old) => !to.some(({ pk, sk }) => pk === old.pk && sk === old.sk));
  const counted = (queue: QueueName | undefined, by: 1 | -1) => (queue === undefined ? [] : [{ queue, by }]);
  const steps = left.queue === entered.queue ? [] : [...counted(left.queue, -1), ...counted(entered.queue, 1)];
  const worked = (officer: string | undefined, by: 1 | -1, name?: string): Write[] => (officer === undefined ? [] : [
    update(officerKey(agency, officer), { expression: `ADD processing :by${name === undefined ? '' : ' SET #name = :name'}`, ...(name === undefined ? {} : { names: { '#name': 'name' } }), values: { ':by': by, ...(name === undefined ? {} : { ':name': name }) } }),
  ]);
  return [
    ...gone.map((key) => remove(key)), ...to.map((key) => put({ ...key, ...row })),
    ...(steps.length === 0 ? [] : [update(countsKey(agency), {
      expression: `ADD ${steps.map((_, index) => `#q${index} :q${index}`).join(', ')}`,
      names: Object.fromEntries(steps.map(({ queue }, index) => [`#q${index}`, queue])),
      values: Object.fromEntries(steps.map(({ by }, index) => [`:q${index}`, by])),
    })]),
    ...(left.officer === entered.officer ? [] : [...worked(left.officer, -1), ...worked(entered.officer, 1, after.standing.officer?.name)]),
  ];
};

/** Rows read in one go while a filter looks for those that fit, and how often in one request. */
const readAtOnce = 500;
const mostReads = 8;

const partitionOf = (agency: string, place: QueuePlace): string => ('queue' in place ? queuePartition(agency, place.queue) : minePartition(agency, place.officer));

/** `~` stands behind every instant, and behind every dossier without a due date. */
const rangeOf = ({ due }: QueueSlice): [string, string] => [due?.from ?? ' ', due?.to ?? (due === undefined ? '~~' : '~')];

const filterOf = ({ where = {} }: QueueSlice): Condition | undefined => {
  const wanted = Object.entries({ procedure: where.procedure, channel: where.channel, officer: where.officer }).filter(([, value]) => value !== undefined);
  if (wanted.length === 0) return undefined;
  const paths: Readonly<Record<string, string>> = { procedure: '#procedure.#code', channel: '#channel', officer: '#officer.#id' };
  const names: Readonly<Record<string, Record<string, string>>> = { procedure: { '#procedure': 'procedure', '#code': 'code' }, channel: { '#channel': 'channel' }, officer: { '#officer': 'officer', '#id': 'officerId' } };
  return {
    expression: wanted.map(([name]) => `${paths[name]} = :${name}`).join(' AND '),
    names: Object.assign({}, ...wanted.map(([name]) => names[name])) as Record<string, string>, values: Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])),
  };
};

type Part = { readonly rows: readonly Row[]; /** how far it was read, when there is more */ readonly readTo?: string };

export const queueRepository = (table: Table): QueueStore => {
  /** The first rows of one place that fit. */
  const read = async (pk: string, { first, last, limit, filter }: { first: string; last: string; limit: number; filter: Condition | undefined }): Promise<Part> => {
    const rows: Row[] = [];
    let from = first;
    for (let reads = 0; reads < mostReads; reads++) {
      const page = await table.query({ pk, between: [from, last], limit: filter === undefined ? limit : readAtOnce, filter, consistent: true });
      rows.push(...page.items);
      if (page.cursor === undefined) return { rows };
      const readTo = decodeCursor(page.cursor, '');
      if (rows.length >= limit || reads === mostReads - 1) return { rows, readTo };
      from = `${readTo} `;
    }
    return { rows };
  };

  return {
    waiting: async (slice, { cursor, limit }) => {
      const [begin, last] = rangeOf(slice);
      // one blank behind a key is the next possible key
      const after = cursor === undefined ? begin : `${decodeCursor(cursor, '')} `;
      const first = after > begin ? after : begin;
      if (first > last) return { items: [] };
      const filter = filterOf(slice);
      const parts = await Promise.all(slice.places.map((place) => read(partitionOf(slice.agency, place), { first, last, limit, filter })));
      // beyond the shortest reading the order of the places is not known yet
      const horizon = parts.flatMap(({ readTo }) => readTo ?? []).toSorted()[0];
      const merged = parts.flatMap(({ rows }) => rows).filter(({ sk }) => horizon === undefined || sk <= horizon).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
      const rows = merged.slice(0, limit);
      const next = merged.length > limit ? rows.at(-1)?.sk : horizon;
      return { items: rows.map((row) => contentOf<Waiting>(row)), ...(next === undefined ? {} : { cursor: encodeCursor(next) }) };
    },
    counts: async (agency) => {
      const row = await table.get(countsKey(agency), { consistent: true });
      return Object.fromEntries(queueNames.map((queue) => [queue, Number(row?.[queue] ?? 0)])) as Record<QueueName, number>;
    },
    countOf: async (slice) => {
      const between = rangeOf(slice);
      const counted = await Promise.all(slice.places.map((place) => table.count({ pk: partitionOf(slice.agency, place), between, consistent: true })));
      return counted.reduce((sum, one) => sum + one, 0);
    },
    officers: async (agency) => {
      const { items } = await table.query({ pk: officersPartition(agency), consistent: true });
      return items.map((row): DeskOfficer => ({ officerId: row.sk, name: String(row['name']), processing: Number(row['processing']) })).toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
    },
    mine: async (agency, officer) => Number((await table.get(officerKey(agency, officer), { consistent: true }))?.['processing'] ?? 0),
  };
};
