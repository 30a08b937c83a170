import * as z from 'zod';
import { Post, Role } from '../../shared/contracts/access.ts';
import { DelegationId, PersonId } from '../../shared/kernel/ids.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, putOnce, WriteRefused } from '../../shared/runtime/transaction.ts';
import type { Row, Write } from '../../shared/runtime/transaction.ts';
import type { Delegation } from './delegation.ts';
import { changeKey, changePrefix, delegationKey, delegationKeys, delegationsPartition, firstAdministratorKey, givenPrefix, personKey, personPartition, staffKey, staffPartition, takenPrefix } from './directory.keys.ts';
import type { Person } from './person.ts';
import type { Change, DelegationStore, PersonStore } from './ports.ts';
import { outbox, putRevision, transactOrClash } from './revisions.repository.ts';

const PersonRow = z.object({ personId: PersonId, username: z.string(), name: z.string(), posts: z.array(Post), email: z.string().optional(), revision: z.int().positive(), rightsAt: z.string().optional(), told: z.literal(true).optional() });
const ChangeRow = z.object({ at: z.string(), by: z.string(), posts: z.array(Post) });
const Named = z.object({ personId: PersonId, username: z.string(), name: z.string() });
const DelegationRow = z.object({
  delegationId: DelegationId, holder: Named, delegate: Named, agency: z.string(), role: Role, from: z.string(), to: z.string(), reason: z.string(),
  createdAt: z.string(), createdBy: z.string(), revokedAt: z.string().optional(), revokedBy: z.string().optional(),
});
const personOf = (row: Row): Person => PersonRow.parse(row) as Person;
const delegationOf = (row: Row): Delegation => DelegationRow.parse(row) as Delegation;

/** The most keys one batch reads. */
const atOnce = 100;

const listed = async (table: Table, pk: string, prefix = ''): Promise<Row[]> => {
  const found: Row[] = [];
  let after: string | undefined;
  do {
    const page = await table.query({ pk, prefix, after, consistent: true });
    found.push(...page.items);
    after = page.cursor;
  } while (after !== undefined);
  return found;
};

/** The same facts where they are looked for: by id, by holder, by delegate, and in the list of all. */
const delegationWrites = (delegation: Delegation): Write[] => delegationKeys(delegation).map((key) => put({ ...key, entity: 'delegation', ...delegation }));

const putPerson = (person: Person): Write => putRevision({ ...personKey(person.username), entity: 'person', ...person }, person.revision);

/** Somebody stays in the list of an agency after leaving it: the posts held there are part of its history. */
const personWrites = (person: Person, { by, at }: Change): Write[] => [
  putPerson(person),
  putOnce({ ...changeKey(person.username, person.revision), entity: 'change', by, at: at.toISOString(), name: person.name, posts: person.posts }),
  ...[...new Set(person.posts.map(({ agency }) => agency))].map((agency) => put({ ...staffKey(agency, person.username), entity: 'staff', username: person.username })),
];

export const personStore = (table: Table): PersonStore => ({
  byUsername: async (username) => {
    const row = await table.get(personKey(username), { consistent: true });
    return row === undefined ? undefined : personOf(row);
  },
  inAgency: async (agency) => {
    const keys = (await listed(table, staffPartition(agency))).map(({ sk }) => personKey(sk));
    const people: Person[] = [];
    for (let at = 0; at < keys.length; at += atOnce) people.push(...(await table.getMany(keys.slice(at, at + atOnce), { consistent: true })).map(personOf));
    return people;
  },
  changesOf: async (username) => (await listed(table, personPartition(username), changePrefix)).map((row) => ChangeRow.parse(row)),
  appoint: ({ person, change, ended }, events) => transactOrClash(table, [...personWrites(person, change), ...ended.flatMap(delegationWrites), ...outbox(events)]),
  appointFirst: async (person, change, event) => {
    try {
      await table.transact([putOnce({ ...firstAdministratorKey, entity: 'administration', at: change.at.toISOString() }), ...personWrites(person, change), ...outbox([event])]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
});

export const delegationStore = (table: Table): DelegationStore => {
  const find: DelegationStore['find'] = async (delegationId) => {
    const row = await table.get(delegationKey(delegationId), { consistent: true });
    return row === undefined ? undefined : delegationOf(row);
  };
  return {
    find,
    givenBy: async (username) => (await listed(table, personPartition(username), givenPrefix)).map(delegationOf),
    takenBy: async (username) => (await listed(table, personPartition(username), takenPrefix)).map(delegationOf),
    all: async (after) => {
      const page = await table.query({ pk: delegationsPartition, newestFirst: true, limit: 50, after, consistent: true });
      return { items: page.items.map(delegationOf), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
    },
    answered: async (key) => {
      const delegationId = await findReplay(table, key);
      return delegationId === undefined ? undefined : find(delegationId);
    },
    write: ({ delegation, holder, request }, events) => transactOrClash(table, [
      ...(request === undefined ? [] : [requestRow(request.key, delegation.delegationId, request.now)]),
      // the next revision of the holder: a post taken away at the same time makes one of the two begin anew
      putPerson({ ...holder, revision: holder.revision + 1 }), ...delegationWrites(delegation), ...outbox(events),
    ]),
  };
};
