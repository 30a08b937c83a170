import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DescribeTimeToLiveCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { dynamo, eventually, options, out, seen } from './probe-client.ts';

const TableName = out('MattersTable');
const put = (pk: string, attributes: Record<string, string> = {}, once = false) => ({
  Put: {
    TableName, Item: { pk: { S: pk }, sk: { S: 'row' }, ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { S: value }])) },
    ...(once ? { ConditionExpression: 'attribute_not_exists(pk)' } : {}),
  },
});

describe('DynamoDB', () => {
  test('a transaction is all or nothing and names the condition that failed', async () => {
    const taken = randomUUID();
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: [put(taken, {}, true)] }));
    await expect(dynamo.send(new TransactWriteItemsCommand({ TransactItems: [put(randomUUID()), put(taken, {}, true)] }))).rejects.toMatchObject({
      name: 'TransactionCanceledException', CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    });
  });

  test('the same client token writes once', async () => {
    const [pk, ClientRequestToken] = [randomUUID(), randomUUID()];
    const send = async () => await dynamo.send(new TransactWriteItemsCommand({ ClientRequestToken, TransactItems: [put(pk, {}, true)] }));
    await send();
    await expect(send()).resolves.toBeDefined();
  });

  test('the stream gives a function the inserts its filter names and no others', async () => {
    const [wanted, other] = [randomUUID(), randomUUID()];
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: [put(other, { entity: 'dossier' }), put(wanted, { entity: 'outbox' })] }));
    await eventually(async () => (await seen('stream')).find((body) => body.includes(wanted)));
    expect((await seen('stream')).some((body) => body.includes(other))).toBe(false);
  });

  test('time to live, dropped by CloudFormation here, is set again from the template', async () => {
    const { TimeToLiveDescription } = await dynamo.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  });
});

describe('IAM', () => {
  test('a function without the grant is refused by name', async () => {
    const { FunctionError, Payload } = await new LambdaClient(options).send(new InvokeCommand({ FunctionName: out('UngrantedFunction'), Payload: '{"a":1}' }));
    expect(FunctionError).toBeDefined();
    expect(Payload?.transformToString()).toMatch(/AccessDenied|not authorized/);
  });

  test('a person without credentials is refused', async () => {
    const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    const stranger = new DynamoDBClient({ ...options, credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' } });
    await expect(stranger.send(new PutItemCommand({ TableName, Item: { pk: { S: 'x' }, sk: { S: 'x' } } }))).rejects.toThrow();
  });
});
