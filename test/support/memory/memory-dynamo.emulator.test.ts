import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openTable, type Table } from '../../../shared/runtime/dynamo.ts';
import { check, put, putOnce, remove, update, WriteRefused, type Write } from '../../../shared/runtime/transaction.ts';
import { tables } from '../../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../table.ts';
import { memoryDynamo } from './memory-dynamo.ts';

let store: TestTable;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); });
afterAll(() => store.drop());

const row = (sk: string, more: Record<string, unknown> = {}) => ({ pk: 'p', sk, ...more });
const told = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return { answer: await work() };
  } catch (error) {
    return error instanceof WriteRefused ? { refusedAt: error.at } : { error: (error as Error).name };
  }
};

type Step = (table: Table) => Promise<unknown>;
const transact = (token: string | undefined, ...writes: Write[]): Step => (table) => table.transact(writes, token);
const state = (operator: string, value: unknown) => ({ expression: `#state ${operator} :value`, names: { '#state': 'state' }, values: { ':value': value } });

/** Everything our tables ask of DynamoDB, in one story. */
const story: readonly (readonly [string, Step])[] = [
  ['a row once', (table) => table.write(putOnce(row('a', { n: 1, list: ['x', { y: null }], gone: undefined })))],
  ['and not twice', (table) => table.write(putOnce(row('a')))],
  ['read', (table) => table.get(row('a'), { consistent: true })],
  ['only some of it', (table) => table.get(row('a'), { consistent: true, only: ['n', 'list', 'nowhere'] })],
  ['not there', (table) => table.get(row('zz'))],
  ['a counter from nothing', (table) => table.updateAndGet(row('count'), { expression: 'ADD n :one', values: { ':one': 1 } })],
  ['and on', (table) => table.updateAndGet(row('count'), { expression: 'ADD n :one, m :two SET #state = :open', names: { '#state': 'state' }, values: { ':one': 1, ':two': 2, ':open': 'open' } })],
  ...(['=', '<>', '<', '<=', '>', '>='] as const).flatMap((operator) => [['open', operator], ['p', operator], [1, operator]] as const)
    .map(([value, operator]): readonly [string, Step] => [`state ${operator} ${value}`, (table) => table.write(put(row(`c-${operator}-${value}`), undefined)).then(() => table.write(update(row('count'), { expression: 'SET seen = :seen', values: { ':seen': 1 } }, state(operator, value))))]),
  ['the size of nothing', (table) => table.write(put(row('count'), { expression: 'size(absent) = :n', values: { ':n': 0 } }))],
  ['a list and a text', (table) => table.write(put(row('listed', { papers: ['a', 'b'], said: 'abc' })))],
  ['by their size', (table) => table.write(put(row('listed', { papers: [] }), { expression: 'size(papers) = :two AND size(said) = :bytes', values: { ':two': 2, ':bytes': 3 } }))],
  ['a comparison with nothing', (table) => table.write(put(row('count'), { expression: 'absent < :n', values: { ':n': 5 } }))],
  ['unequal to nothing', (table) => table.write(update(row('count'), { expression: 'SET seen = :seen', values: { ':seen': 2 } }, { expression: 'absent <> :n', values: { ':n': 5 } }))],
  ['either', (table) => table.write(update(row('count'), { expression: 'REMOVE seen SET n = n + :one', values: { ':one': 1 } }, { expression: 'attribute_not_exists(pk) OR (n = :two AND NOT attribute_exists(absent))', values: { ':two': 2 } }))],
  ['if it was not there', (table) => table.updateAndGet(row('count'), { expression: 'SET since = if_not_exists(since, :now), n = if_not_exists(n, :now)', values: { ':now': 9 } })],
  ['all of it', transact('t1', putOnce(row('b', { n: 1 })), update(row('a'), { expression: 'SET n = :n', values: { ':n': 2 } }, { expression: 'n = :before', values: { ':before': 1 } }), remove(row('count')))],
  ['the same again by its token', transact('t1', putOnce(row('b', { n: 1 })), update(row('a'), { expression: 'SET n = :n', values: { ':n': 2 } }, { expression: 'n = :before', values: { ':before': 1 } }), remove(row('count')))],
  ['or nothing of it', transact(undefined, put(row('new')), putOnce(row('a')), check(row('b'), { expression: 'n = :n', values: { ':n': 1 } }), putOnce(row('b')))],
  ['a row twice', transact(undefined, put(row('b')), remove(row('b')))],
  ['too many', transact(undefined, ...Array.from({ length: 101 }, (_, index) => put(row(`m${index}`))))],
  ['a key too long', (table) => table.get({ pk: 'x'.repeat(2049), sk: 'a' })],
  ['a key of nothing', (table) => table.write(put({ pk: 'p', sk: '' }))],
  ['an item too large', (table) => table.write(put(row('large', { text: 'x'.repeat(410 * 1024) })))],
  ['many', async (table) => (await table.getMany([row('a'), row('b'), row('nowhere')])).toSorted((a, b) => (a.sk < b.sk ? -1 : 1))],
  ['the same twice', (table) => table.getMany([row('a'), row('a')])],
  ['in order', (table) => table.query({ pk: 'p' })],
  ['of a prefix, newest first', (table) => table.query({ pk: 'p', prefix: 'c-', newestFirst: true, limit: 3 })],
  ['and on from there', async (table) => table.query({ pk: 'p', prefix: 'c-', newestFirst: true, limit: 3, after: (await table.query({ pk: 'p', prefix: 'c-', newestFirst: true, limit: 3 })).cursor })],
  ['between, and only what fits', (table) => table.query({ pk: 'p', between: ['a', 'c-='], limit: 4, filter: { expression: '#n <> :n AND NOT begins_with(#deep.#er, :x)', names: { '#n': 'n', '#deep': 'deep', '#er': 'er' }, values: { ':n': 5, ':x': 'x' } } })],
  ['counted', (table) => table.count({ pk: 'p', between: ['c-', 'd'] })],
  ['an empty list', (table) => table.query({ pk: 'nobody' })],
  ['gone', (table) => table.write(remove(row('b'))).then(() => table.get(row('b'), { consistent: true }))],
];

const lived = async (client: DynamoDBDocumentClient, name: string): Promise<Record<string, unknown>> => {
  const table = openTable(name, client);
  const answers: Record<string, unknown> = {};
  for (const [what, step] of story) answers[what] = await told(() => step(table));
  return answers;
};

test('a table in memory answers as the one on the emulator', async () => {
  const memory = memoryDynamo();
  const [here, there] = [await lived(memory.client, 'memory'), await lived(store.client, store.table.name)];
  expect(here).toEqual(there);
  expect(Object.values(here).filter((one) => 'refusedAt' in (one as object)).length).toBeGreaterThan(5);
  const bySk = (a: { sk: string }, b: { sk: string }): number => (a.sk < b.sk ? -1 : 1);
  expect(memory.rows('memory').toSorted(bySk)).toEqual((await store.rows()).toSorted(bySk));
});

test('and is put back to what it was', async () => {
  const memory = memoryDynamo();
  const table = memory.table('memory');
  await table.write(put(row('a', { n: 1 })));
  const back = memory.snapshot();
  await table.write(put(row('a', { n: 2 })));
  await table.write(put(row('b')));
  back();
  expect(memory.rows('memory')).toEqual([row('a', { n: 1 })]);
});
