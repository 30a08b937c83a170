import * as z from 'zod';
import { Post } from '../../shared/contracts/access.ts';
import { Agency } from '../../shared/contracts/agency.ts';
import { PersonId } from '../../shared/kernel/ids.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import { put, putOnce, WriteRefused } from '../../shared/runtime/transaction.ts';
import type { Row, Write } from '../../shared/runtime/transaction.ts';
import type { RegisteredAgency } from './agency.ts';
import { agencyChangeKey, agencyKey, agencyPartition, calendarKey, calendarPartition, changeKey, firstAdministratorKey, personKey, treeKey } from './directory.keys.ts';
import type { Person } from './person.ts';
import { Clash } from './ports.ts';
import type { AgencyStore, CalendarStore, Change, PersonStore } from './ports.ts';

const AgencyRow = z.object({ agency: Agency, revision: z.int().positive() });
const CalendarRow = z.object({ version: z.int().positive(), spec: CalendarSpec });
const PersonRow = z.object({ personId: PersonId, username: z.string(), name: z.string(), posts: z.array(Post), revision: z.int().positive() });

/** Writes the next revision of a row: over the one before it, or where there is none yet. */
const putRevision = (row: Row, revision: number): Write =>
  (revision === 1 ? putOnce(row) : put(row, { expression: 'revision = :before', values: { ':before': revision - 1 } }));

const outbox = (events: readonly NewEvent[]): Write[] => events.map((event) => putOnce(outboxRow(event)));

const transactOrClash = async (table: Table, writes: readonly Write[]): Promise<void> => {
  try {
    await table.transact(writes);
  } catch (error) {
    throw error instanceof WriteRefused ? new Clash() : error;
  }
};

const agencyOf = (row: Row): RegisteredAgency => AgencyRow.parse(row);

/** Writes the next revision of the tree: two who decided on the same one cannot both go on. */
const putTree = (after: number): Write => put({ ...treeKey, entity: 'agency-tree', revision: after + 1 }, after === 0 ? { expression: 'attribute_not_exists(pk)' } : { expression: 'revision = :after', values: { ':after': after } });

export const agencyStore = (table: Table): AgencyStore => ({
  tree: async () => {
    // the revision first: what is written after it was read makes the write that relies on it clash
    const revision = Number((await table.get(treeKey, { consistent: true }))?.['revision'] ?? 0);
    const agencies: RegisteredAgency[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: agencyPartition, after, consistent: true });
      agencies.push(...page.items.map(agencyOf));
      after = page.cursor;
    } while (after !== undefined);
    return { revision, agencies };
  },
  named: async (codes) => {
    const rows = await table.getMany(codes.map(agencyKey), { consistent: true });
    return new Map(rows.map(agencyOf).map((one) => [one.agency.code, one]));
  },
  register: ({ agencies, after, change: { by, at } }, events) => transactOrClash(table, [
    putTree(after),
    ...agencies.flatMap(({ agency, revision }) => [
      putRevision({ ...agencyKey(agency.code), entity: 'agency', agency, revision }, revision),
      putOnce({ ...agencyChangeKey(agency.code, revision), entity: 'change', by, at: at.toISOString(), agency }),
    ]),
    ...outbox(events),
  ]),
});

export const calendarStore = (table: Table): CalendarStore => ({
  current: async () => {
    const { items } = await table.query({ pk: calendarPartition, newestFirst: true, limit: 1, consistent: true });
    return items[0] === undefined ? undefined : CalendarRow.parse(items[0]);
  },
  publish: ({ version, spec }, event) => transactOrClash(table, [putOnce({ ...calendarKey(version), entity: 'calendar', version, spec }), ...outbox([event])]),
});

const personWrites = (person: Person, { by, at }: Change): Write[] => [
  putRevision({ ...personKey(person.username), entity: 'person', ...person }, person.revision),
  putOnce({ ...changeKey(person.username, person.revision), entity: 'change', by, at: at.toISOString(), name: person.name, posts: person.posts }),
];

export const personStore = (table: Table): PersonStore => ({
  byUsername: async (username) => {
    const row = await table.get(personKey(username), { consistent: true });
    return row === undefined ? undefined : PersonRow.parse(row);
  },
  appoint: (person, change, events) => transactOrClash(table, [...personWrites(person, change), ...outbox(events)]),
  appointFirst: async (person, change) => {
    try {
      await table.transact([putOnce({ ...firstAdministratorKey, entity: 'administration', at: change.at.toISOString() }), ...personWrites(person, change)]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
});
