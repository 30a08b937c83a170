import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../kernel/domain-error.ts';
import { leanClient } from './aws-clients.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { WriteRefused } from './transaction.ts';
import type { Condition, Row, TableKey, Update, Write } from './transaction.ts';

/** Rows of one partition in the order of their sort keys. `after` is a cursor of an earlier page. */
export type Listing = {
  readonly pk: string;
  /** what the sort keys begin with; everything of the partition without it */
  readonly prefix?: string;
  /** the first and the last sort key that count; instead of `prefix` and `after` */
  readonly between?: readonly [string, string];
  /** rows that do not fit are read and left out: `limit` bounds what is read */
  readonly filter?: Condition | undefined;
  /** these attributes alone, at the price of the whole rows */
  readonly only?: readonly string[];
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly after?: string | undefined;
  /** reads its own writes, at twice the read units */
  readonly consistent?: boolean;
};
export type Page = { readonly items: readonly Row[]; readonly cursor?: string };

const throttled = new Set(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded', 'TransactionInProgressException', 'InternalServerError', 'TimeoutError']);
const attempts = 4;

/** Throttling is answered with `busy`, which a caller may try again; everything else is not foreseen. */
const refusal = (error: unknown): unknown => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'ConditionalCheckFailedException') return new WriteRefused([0]);
  return throttled.has(name) ? new DomainError('busy', name, { cause: error }) : error;
};

const send = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    throw refusal(error);
  }
};

let shared: DynamoDBDocumentClient | undefined;
/** The client every table shares, made when first needed: prewarming does that where it costs nobody's time. */
const sharedClient = (): DynamoDBDocumentClient =>
  (shared ??= DynamoDBDocumentClient.from(new DynamoDBClient(leanClient), { marshallOptions: { removeUndefinedValues: true } }));

/** A token of a transaction made from what names the intention: the same intention sent twice is written once. */
const tokenOf = (intention: string): string => hash('sha256', intention, 'hex').slice(0, 36);

/** The attributes asked for, under names that are no word of DynamoDB's own. */
const projection = (only: readonly string[] | undefined) => (only === undefined ? undefined
  : { ProjectionExpression: only.map((_, place) => `#a${place}`).join(', '), ExpressionAttributeNames: Object.fromEntries(only.map((attribute, place) => [`#a${place}`, attribute])) });

/** Which rows of a partition a query reads, and which of them, and what of those, it gives. */
const wantedRows = ({ pk, prefix = '', between, filter, only }: Listing) => ({
  KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :first AND :last' : prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
  ...projection(only),
  ...(filter ? { FilterExpression: filter.expression } : {}),
  ...(filter?.names ? { ExpressionAttributeNames: { ...filter.names, ...projection(only)?.ExpressionAttributeNames } } : {}),
  ExpressionAttributeValues: { ':pk': pk, ...(between ? { ':first': between[0], ':last': between[1] } : prefix === '' ? {} : { ':prefix': prefix }), ...filter?.values },
});

/** One table of ours. The sort key of a page's last row becomes its cursor. */
export const openTable = (name: string, client?: DynamoDBDocumentClient) => tableThrough(name, () => client ?? sharedClient());

const tableThrough = (name: string, client: () => DynamoDBDocumentClient) => ({
  name,

  /** `only` brings these attributes and leaves the rest, at the price of the whole row. */
  get: async (key: TableKey, { consistent = false, only }: { consistent?: boolean; only?: readonly string[] } = {}): Promise<Row | undefined> => {
    const { Item } = await send(client().send(new GetCommand({ TableName: name, Key: { pk: key.pk, sk: key.sk }, ConsistentRead: consistent, ...projection(only) })));
    return Item as Row | undefined;
  },

  /** At most 100 rows by their keys, in no order; what is not there is left out. */
  getMany: async (keys: readonly TableKey[], options: { consistent?: boolean } = {}): Promise<Row[]> => {
    const found: Row[] = [];
    let rest: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 0; rest.length > 0; attempt++) {
      if (attempt === attempts) throw new DomainError('busy', 'unprocessed keys');
      if (attempt > 0) await wait(20 * 2 ** attempt);
      const answer = await send(client().send(new BatchGetCommand({ RequestItems: { [name]: { Keys: rest, ConsistentRead: options.consistent ?? false } } })));
      found.push(...((answer.Responses?.[name] ?? []) as Row[]));
      rest = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return found;
  },

  query: async (listing: Listing): Promise<Page> => {
    const { pk, prefix = '', newestFirst = false, limit, after, consistent = false } = listing;
    const { Items = [], LastEvaluatedKey } = await send(client().send(new QueryCommand({
      TableName: name, ScanIndexForward: !newestFirst, ConsistentRead: consistent, ...wantedRows(listing),
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: decodeCursor(after, prefix) } }),
    })));
    return { items: Items as Row[], ...(LastEvaluatedKey ? { cursor: encodeCursor(String(LastEvaluatedKey['sk'])) } : {}) };
  },

  /** How many rows a listing has, without reading them out. */
  count: async (listing: Pick<Listing, 'pk' | 'between' | 'consistent'>): Promise<number> => {
    let counted = 0;
    let start: Record<string, unknown> | undefined;
    do {
      const { Count = 0, LastEvaluatedKey }: QueryCommandOutput = await send(client().send(new QueryCommand({
        TableName: name, Select: 'COUNT', ConsistentRead: listing.consistent ?? false, ...wantedRows(listing), ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      })));
      counted += Count;
      start = LastEvaluatedKey;
    } while (start !== undefined);
    return counted;
  },

  /** One write alone. Throws `WriteRefused` when its condition does not hold. */
  write: async (one: Write): Promise<void> => {
    const { Put, Update: change, Delete: removal } = one(name);
    if (Put) await send(client().send(new PutCommand(Put)));
    if (change) await send(client().send(new UpdateCommand(change)));
    if (removal) await send(client().send(new DeleteCommand(removal)));
  },

  /** Changes a row and gives it as it is afterwards: atomic counters. */
  updateAndGet: async ({ pk, sk }: TableKey, change: Update): Promise<Row> => {
    const { Attributes } = await send(client().send(new UpdateCommand({
      TableName: name, Key: { pk, sk }, UpdateExpression: change.expression, ReturnValues: 'ALL_NEW',
      ...(change.names ? { ExpressionAttributeNames: { ...change.names } } : {}), ...(change.values ? { ExpressionAttributeValues: { ...change.values } } : {}),
    })));
    return Attributes as Row;
  },

  /**
   * All writes or none (at most 100). `intention` names what is meant: sent again after a lost answer it is written once.
   * Throws `WriteRefused` with the places whose condition did not hold; a clash with another transaction is tried again, then `busy`.
   */
  transact: async (writes: readonly Write[], intention?: string): Promise<void> => {
    const command = new TransactWriteCommand({ TransactItems: writes.map((one) => one(name)), ...(intention === undefined ? {} : { ClientRequestToken: tokenOf(intention) }) });
    for (let attempt = 1; ; attempt++) {
      try {
        await client().send(command);
        return;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw refusal(error);
        const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
        const refused = codes.flatMap((code, place) => (code === 'ConditionalCheckFailed' ? [place] : []));
        if (refused.length > 0) throw new WriteRefused(refused);
        const clash = codes.some((code) => code === 'TransactionConflict' || code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded');
        if (!clash) throw error;
        if (attempt === attempts) throw new DomainError('busy', codes.join(','), { cause: error });
        await wait(15 * 2 ** attempt * (0.5 + Math.random() / 2));
      }
    }
  },
});
export type Table = ReturnType<typeof openTable>;
