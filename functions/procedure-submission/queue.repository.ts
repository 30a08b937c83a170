import { decodeCursor, encodeCursor } from '../../shared/runtime/cursor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, remove, update, type Condition, type Row, type TableKey, type Write } from '../../shared/runtime/transaction.ts';
import { countsKey, mineKey, minePartition, officerKey, officersPartition, queueKey, queuePartition } from './dossier.keys.ts';
import { competentAgency, urgencyOf, type Dossier } from './dossier.ts';
import { wayOf } from './internal-step.ts';
import type { DeskOfficer, QueuePlace, QueueSlice, QueueStore, Waiting } from './ports.ts';
import { queueNames, queueOf, type QueueName } from './transitions.ts';

/** Where the agency declared its steps, a row says in which one the dossier stands; otherwise the queue itself says it. */
const stepOf = ({ filed, standing: { internal } }: Dossier): Pick<Waiting, 'step'> => {
  const name = internal === undefined || internal.implied ? undefined : wayOf(filed).find(({ id }) => id === internal.id)?.name;
  return internal === undefined || name === undefined ? {} : { step: { name, role: internal.role, received: internal.received, ...(internal.dueAt === undefined ? {} : { dueAt: internal.dueAt }) } };
};

const waitingOf = ({ filed, standing }: Dossier): Waiting => ({
  dossierId: filed.dossierId, trackingCode: filed.trackingCode, procedure: filed.procedure, applicantName: filed.applicant.name,
  channel: filed.channel, status: standing.business, submittedAt: filed.submittedAt, revision: standing.revision,
  ...(standing.number === undefined ? {} : { number: standing.number }), ...(standing.dueAt === undefined ? {} : { dueAt: standing.dueAt }),
  ...(standing.officer === undefined ? {} : { officer: { officerId: standing.officer.subject, name: standing.officer.name } }),
  ...stepOf({ filed, standing }),
});

type Stand = { readonly agency: string; readonly queue: QueueName; readonly officer?: string | undefined; readonly name?: string | undefined; readonly keys: readonly TableKey[] };

/** The queue a dossier stands in, and whose desk it lies on while somebody works on it. */
const standOf = (dossier: Dossier | undefined): Stand | undefined => {
  const queue = dossier === undefined ? undefined : queueOf(dossier.standing.business);
  if (dossier === undefined || queue === undefined) return undefined;
  const { filed: { dossierId }, standing } = dossier;
  const agency = competentAgency(dossier).code;
  const place = { agency, urgency: urgencyOf(dossier), dossierId };
  const officer = queue === 'processing' ? standing.officer : undefined;
  return { agency, queue, officer: officer?.subject, name: officer?.name, keys: [queueKey(queue, place), ...(officer === undefined ? [] : [mineKey(officer.subject, place)])] };
};

type Step = { readonly agency: string; readonly queue: QueueName; readonly by: 1 | -1 };

/** One row of counts an agency, whichever of its queues are touched. */
const countWrites = (steps: readonly Step[]): Write[] =>
  [...Map.groupBy(steps, ({ agency }) => agency)].map(([agency, own]) => update(countsKey(agency), {
    expression: `ADD ${own.map((_, index) => `#q${index} :q${index}`).join(', ')}`,
    names: Object.fromEntries(own.map(({ queue }, index) => [`#q${index}`, queue])), values: Object.fromEntries(own.map(({ by }, index) => [`:q${index}`, by])),
  }));

const leavesDesk = ({ agency, officer }: Stand): Write[] => (officer === undefined ? [] : [update(officerKey(agency, officer), { expression: 'ADD processing :less', values: { ':less': -1 } })]);
const reachesDesk = ({ agency, officer, name }: Stand): Write[] =>
  (officer === undefined ? [] : [update(officerKey(agency, officer), { expression: 'ADD processing :more SET #name = :name', names: { '#name': 'name' }, values: { ':more': 1, ':name': name } })]);

/** Moves a dossier between queues, of one agency or of two, and between the desks of officers, and counts them in the same transaction. */
export const queueWrites = (before: Dossier | undefined, after: Dossier): Write[] => {
  const [left, entered] = [standOf(before), standOf(after)];
  const to = entered?.keys ?? [];
  // a transaction names a row once: one that stays in its place is only rewritten
  const gone = (left?.keys ?? []).filter((old) => !to.some(({ pk, sk }) => pk === old.pk && sk === old.sk));
  const sameQueue = left?.queue === entered?.queue && left?.agency === entered?.agency;
  const sameDesk = left?.officer === entered?.officer && left?.agency === entered?.agency;
  return [
    ...gone.map((key) => remove(key)), ...to.map((key) => put({ ...key, entity: 'waiting', ...waitingOf(after) })),
    ...(sameQueue ? [] : countWrites([...(left === undefined ? [] : [{ ...left, by: -1 as const }]), ...(entered === undefined ? [] : [{ ...entered, by: 1 as const }])])),
    ...(sameDesk ? [] : [...(left === undefined ? [] : leavesDesk(left)), ...(entered === undefined ? [] : reachesDesk(entered))]),
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

/** Keys of what is due, read in one go to be told apart here: as a rule they are all of them, for one call instead of two, and so many cost no more than a few. */
const dueAtOnce = 250;

type Part = { readonly rows: readonly Row[]; /** how far it was read, when there is more */ readonly readTo?: string };

const storedCounts = (row: Row | undefined): Record<QueueName, number> => Object.fromEntries(queueNames.map((queue) => [queue, Number(row?.[queue] ?? 0)])) as Record<QueueName, number>;

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

  /** What is overdue stands before what is due soon, so a place is read from its beginning; what was not reached is counted. */
  const countDue = async (pk: string, { now, until }: { now: string; until: string }): Promise<{ overdue: number; soon: number }> => {
    const end = `${until}~`;
    const { items, cursor } = await table.query({ pk, between: [' ', end], limit: dueAtOnce, only: ['sk'], consistent: true });
    const overdue = items.filter(({ sk }) => sk <= now).length;
    const reached = { overdue, soon: items.length - overdue };
    if (cursor === undefined) return reached;
    const next = `${decodeCursor(cursor, '')} `;
    const count = (first: string, last: string): Promise<number> => (first > last ? Promise.resolve(0) : table.count({ pk, between: [first, last], consistent: true }));
    const [late, soon] = await Promise.all([count(next, now), count(next > now ? next : now, end)]);
    return { overdue: reached.overdue + late, soon: reached.soon + soon };
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
    counts: async (agency) => storedCounts(await table.get(countsKey(agency), { consistent: true })),
    countsFor: async (agency, officer) => {
      const rows = await table.getMany([countsKey(agency), officerKey(agency, officer)], { consistent: true });
      const [counts, own] = [countsKey(agency), officerKey(agency, officer)].map(({ pk }) => rows.find((row) => row.pk === pk));
      return { ...storedCounts(counts), mine: Number(own?.['processing'] ?? 0) };
    },
    countDue: async (agency, places, due) => {
      const counted = await Promise.all(places.map((place) => countDue(partitionOf(agency, place), due)));
      return counted.reduce((sum, one) => ({ overdue: sum.overdue + one.overdue, soon: sum.soon + one.soon }), { overdue: 0, soon: 0 });
    },
    officers: async (agency) => {
      const { items } = await table.query({ pk: officersPartition(agency), consistent: true });
      return items.map((row): DeskOfficer => ({ officerId: row.sk, name: String(row['name']), processing: Number(row['processing']) })).toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
    },
  };
};
