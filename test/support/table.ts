import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { TableSpec } from '../../shared/tables/table-spec.ts';
import { CountedHandler, leanClient } from '../../shared/runtime/aws-clients.ts';
import { openTable, type Table } from '../../shared/runtime/dynamo.ts';
import type { Row } from '../../shared/runtime/transaction.ts';

/** Credentials any emulator takes; set before the first client of a test is made. */
export const useEmulator = (endpoint: string): void => {
  Object.assign(process.env, { AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
};

export type TestTable = {
  readonly table: Table;
  readonly client: DynamoDBDocumentClient;
  /** every row, for a test to look at; no function ever does this */
  readonly rows: () => Promise<Row[]>;
  readonly drop: () => Promise<void>;
};

let made = 0;

/** A table of a workflow, as its spec says, on the emulator of the run. */
export const createTable = async (spec: TableSpec, endpoint: string): Promise<TestTable> => {
  useEmulator(endpoint);
  const TableName = `test-${spec.workflow}-${process.pid}-${Date.now()}-${++made}`;
  // a table that is slow because the machine is busy is no fault of what is tested
  const plain = new DynamoDBClient({ ...leanClient, requestHandler: new CountedHandler({ requestTimeout: 30_000 }), endpoint });
  await plain.send(new CreateTableCommand({
    TableName, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: spec.partitionKey, AttributeType: 'S' }, { AttributeName: spec.sortKey, AttributeType: 'S' }],
    KeySchema: [{ AttributeName: spec.partitionKey, KeyType: 'HASH' }, { AttributeName: spec.sortKey, KeyType: 'RANGE' }],
  }));
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const rows = async (): Promise<Row[]> => {
    const found: Row[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName, ...(start === undefined ? {} : { ExclusiveStartKey: start }) }));
      found.push(...((page.Items ?? []) as Row[]));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return found;
  };
  return { table: openTable(TableName, client), client, rows, drop: async () => { await plain.send(new DeleteTableCommand({ TableName })); } };
};
