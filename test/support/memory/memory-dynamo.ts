import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { openTable, type Table } from '../../../shared/runtime/dynamo.ts';
import type { Row } from '../../../shared/runtime/transaction.ts';
import { holds, type Item, updated } from './expressions.ts';

/** One of the three ways to write, or a mere demand, alone or in a transaction. */
type Action = {
  readonly TableName?: string | undefined; readonly Item?: Item | undefined; readonly Key?: Item | undefined; readonly UpdateExpression?: string | undefined; readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined; readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>> | undefined;
};
type Kind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
/** `since` tells which snapshots know it: one that is older than the last of them is copied before it changes. */
type Partition = { readonly rows: Map<string, Row>; order: string[] | undefined; readonly since: number };
type Partitions = Map<string, Partition>;

type Tables = Map<string, Partitions>;

/** Partitions are copied when they change, so only what holds them is copied here. */
const copyOf = (tables: Tables): Tables => new Map([...tables].map(([name, table]) => [name, new Map(table)]));

const failure = (name: string, why: string): Error => Object.assign(new Error(why), { name });
const invalid = (why: string): Error => failure('ValidationException', why);

const mostBytes = 400 * 1024;
const mostLevels = 32;

/** What the table keeps: a copy nobody can change, without what is undefined, and only what DynamoDB can hold. */
const kept = (value: unknown, level = 0): unknown => {
  if (level > mostLevels) throw invalid('nesting levels have exceeded supported limits');
  if (typeof value === 'number' && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)) throw new TypeError(`a number no table holds: ${value}`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((one) => kept(one, level + 1)));
  if (value instanceof Uint8Array) return new Uint8Array(value);
  const { constructor } = value as { constructor?: { name?: string } };
  if (constructor !== undefined && constructor.name !== 'Object') throw new TypeError('an instance of a class no table holds');
  return Object.freeze(Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, kept(one, level + 1)]]))));
};

const keyPart = (key: Item, name: 'pk' | 'sk', most: number): string => {
  const value = key[name];
  if (typeof value !== 'string' || value === '') throw invalid(`${name} is no key`);
  if (Buffer.byteLength(value) > most) throw invalid(`${name} is longer than ${most} bytes`);
  return value;
};
const keyOf = (key: Item): { pk: string; sk: string } => ({ pk: keyPart(key, 'pk', 2048), sk: keyPart(key, 'sk', 1024) });

const scopeOf = ({ ExpressionAttributeNames, ExpressionAttributeValues }: Action) => ({ names: ExpressionAttributeNames, values: ExpressionAttributeValues });

const rowAt = (table: Partitions, { pk, sk }: { pk: string; sk: string }): Row | undefined => table.get(pk)?.rows.get(sk);

/** How many keys of the order stand before this one. */
const placeOf = (order: readonly string[], sk: string): number => {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((order[middle] ?? '') < sk) from = middle + 1;
    else to = middle;
  }
  return from;
};

const store = (table: Partitions, { pk, sk }: { pk: string; sk: string }, { row, now }: { readonly row: Item | undefined; readonly now: number }): void => {
  const there = table.get(pk);
  const partition: Partition = there?.since === now ? there : { rows: new Map(there?.rows), order: there?.order?.slice(), since: now };
  table.set(pk, partition);
  if (row === undefined && partition.rows.has(sk)) partition.order = undefined;
  if (row !== undefined && !partition.rows.has(sk)) partition.order?.splice(placeOf(partition.order, sk), 0, sk);
  if (row === undefined) partition.rows.delete(sk);
  else partition.rows.set(sk, row as Row);
};

const rowAfter = (kind: Kind, action: Action, before: Row | undefined): Item | undefined => {
  if (kind === 'Delete') return undefined;
  if (kind === 'ConditionCheck') return before;
  const row = kept(kind === 'Put' ? action.Item : updated(action.UpdateExpression ?? '', before ?? action.Key ?? {}, scopeOf(action))) as Item;
  if (Buffer.byteLength(JSON.stringify(row)) > mostBytes) throw invalid('Item size has exceeded the maximum allowed size');
  return row;
};

const projected = (row: Row, { ProjectionExpression, ExpressionAttributeNames: names = {} }: { readonly ProjectionExpression?: string | undefined; readonly ExpressionAttributeNames?: Record<string, string> | undefined }): Item => {
  const only = ProjectionExpression?.split(/,\s*/).map((name) => names[name] ?? name);
  return only === undefined ? row : Object.fromEntries(Object.entries(row).filter(([name]) => only.includes(name)));
};

const query = (table: Partitions, { KeyConditionExpression, ScanIndexForward, Limit, ExclusiveStartKey, FilterExpression, Select, ProjectionExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values }: QueryCommand['input']) => {
  if (Limit !== undefined && Limit < 1) throw invalid('Limit must be at least 1');
  const partition = table.get(keyPart({ pk: values?.[':pk'] }, 'pk', 2048));
  const found: Row[] = [];
  if (partition !== undefined) {
    partition.order ??= [...partition.rows.keys()].toSorted();
    const start = ExclusiveStartKey === undefined ? undefined : keyOf(ExclusiveStartKey).sk;
    const { order } = partition;
    const back = ScanIndexForward === false;
    const step = back ? -1 : 1;
    const first = start === undefined ? (back ? order.length - 1 : 0) : placeOf(order, start) + (back ? -1 : order[placeOf(order, start)] === start ? 1 : 0);
    for (let at = first; at >= 0 && at < order.length; at += step) {
      const row = partition.rows.get(order[at] ?? '');
      if (row === undefined || !holds(KeyConditionExpression, row, { names, values })) continue;
      found.push(row);
      if (found.length === Limit) break;
    }
  }
  const last = found.at(-1);
  // what is filtered out was read all the same: the limit counts it, and the next page begins behind it
  const fitting = found.filter((row) => holds(FilterExpression, row, { names, values }));
  return { ...(Select === 'COUNT' ? { Count: fitting.length } : { Items: fitting.map((row) => projected(row, { ProjectionExpression, ExpressionAttributeNames: names })), Count: fitting.length }), ...(found.length === Limit && last !== undefined ? { LastEvaluatedKey: { pk: last.pk, sk: last.sk } } : {}) };
};

/**
 * DynamoDB as far as our tables use it, in this process: conditions, transactions with their reasons and tokens, ordered
 * pages, the limits a caller can run into. A test on the emulator holds both against each other.
 */
export const memoryDynamo = () => {
  let tables: Tables = new Map();
  let tokens = new Map<string, string>();
  let calls = 0;
  let snapshots = 0;
  const tableOf = (name = ''): Partitions => {
    const table = tables.get(name) ?? new Map<string, Partition>();
    tables.set(name, table);
    return table;
  };

  const write = (kind: Kind, action: Action) => {
    const table = tableOf(action.TableName);
    const key = keyOf(action.Item ?? action.Key ?? {});
    const before = rowAt(table, key);
    if (!holds(action.ConditionExpression, before, scopeOf(action))) throw failure('ConditionalCheckFailedException', 'The conditional request failed');
    const after = rowAfter(kind, action, before);
    return { commit: () => { store(table, key, { row: after, now: snapshots }); }, after };
  };

  const transact = ({ TransactItems = [], ClientRequestToken: token }: TransactWriteCommand['input']): void => {
    const actions = TransactItems.flatMap((one) => (Object.entries(one) as [Kind, Action][]).filter(([, action]) => action !== undefined));
    const named = actions.map(([, { Item, Key, TableName }]) => JSON.stringify([TableName, keyOf(Item ?? Key ?? {})]));
    if (actions.length === 0 || actions.length > 100) throw invalid('a transaction has 1 to 100 items');
    if (new Set(named).size < named.length) throw invalid('Transaction request cannot include multiple operations on one item');
    const said = token === undefined ? '' : JSON.stringify(TransactItems);
    if (token !== undefined && tokens.has(token)) {
      if (tokens.get(token) !== said) throw failure('IdempotentParameterMismatchException', 'the token named another transaction');
      return;
    }
    const tried = actions.map(([kind, action]) => {
      try {
        return write(kind, action);
      } catch (error) {
        if ((error as Error).name !== 'ConditionalCheckFailedException') throw error;
        return undefined;
      }
    });
    if (tried.includes(undefined)) {
      throw new TransactionCanceledException({ message: 'Transaction cancelled', $metadata: {}, CancellationReasons: tried.map((one) => ({ Code: one === undefined ? 'ConditionalCheckFailed' : 'None' })) });
    }
    for (const one of tried) one?.commit();
    if (token !== undefined) tokens.set(token, said);
  };

  const get = ({ TableName, Key = {}, ...asked }: GetCommand['input']): unknown => {
    const row = rowAt(tableOf(TableName), keyOf(Key));
    return row === undefined ? {} : { Item: projected(row, asked) };
  };

  const batchGet = (asked: BatchGetCommand['input']['RequestItems'] = {}) => Object.fromEntries(Object.entries(asked).map(([name, { Keys = [] }]) => {
    const keys = Keys.map((key) => keyOf(key));
    if (keys.length === 0 || keys.length > 100 || new Set(keys.map((key) => JSON.stringify(key))).size < keys.length) throw invalid('1 to 100 different keys');
    return [name, keys.flatMap((key) => rowAt(tableOf(name), key) ?? [])];
  }));

  const answer = (command: unknown): unknown => {
    if (command instanceof GetCommand) return get(command.input);
    if (command instanceof QueryCommand) return query(tableOf(command.input.TableName), command.input);
    if (command instanceof BatchGetCommand) return { Responses: batchGet(command.input.RequestItems) };
    if (command instanceof TransactWriteCommand) { transact(command.input); return {}; }
    const kind = command instanceof PutCommand ? 'Put' : command instanceof UpdateCommand ? 'Update' : command instanceof DeleteCommand ? 'Delete' : undefined;
    if (kind === undefined) throw new TypeError('a command this memory does not know');
    const { commit, after } = write(kind, (command as PutCommand | UpdateCommand | DeleteCommand).input as Action);
    commit();
    return { Attributes: after };
  };

  const client = { send: async (command: unknown): Promise<unknown> => { calls++; return answer(command); } } as unknown as DynamoDBDocumentClient;
  return {
    client,
    /** how often anything was asked of it */
    calls: (): number => calls,
    table: (name: string): Table => openTable(name, client),
    /** every row of a table, for a test to look at */
    rows: (name: string): Row[] => [...tableOf(name).values()].flatMap(({ rows }) => [...rows.values()]),
    /** remembers everything as it is now; what it gives puts it back */
    snapshot: (): (() => void) => {
      const [before, known] = [copyOf(tables), new Map(tokens)];
      snapshots++;
      return () => { tables = copyOf(before); tokens = new Map(known); snapshots++; };
    },
  };
};
