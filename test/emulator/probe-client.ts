/** What the tests of the suite share: clients, the probe's outputs, and waiting for what comes later. */
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { distributionLabel, outputOf } from '../../infra/local/outputs.ts';
import { passThrough } from '../../infra/local/pass-through.ts';
import type {} from '../support/emulator-setup.ts';

export const { endpoint, port, outputs, deployedAt } = inject('probe');
export const options = clientOptions(endpoint);
export const out = (id: string): string => outputOf(outputs, id);

export const dynamo = new DynamoDBClient(options);
export const sqs = new SQSClient(options);
export const s3 = new S3Client({ ...options, forcePathStyle: true });

/** The API without the distribution. */
export const apiUrl = (path: string): string => `${endpoint}/_aws/execute-api/${out('ApiId')}${path}`;

/** The distribution behind a pass-through on a free port. */
export const openSite = async () => await passThrough({ endpoint, label: distributionLabel(outputs), port: 0 });

/** Asks again every 100 ms until there is an answer. @param limit milliseconds */
export async function eventually<T>(ask: () => Promise<T | undefined>, limit = 8000): Promise<T> {
  const deadline = performance.now() + limit;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(100);
  }
  throw new Error(`nothing came within ${limit} ms`);
}

/** What the observing function of this kind has written down. */
export async function seen(kind: string): Promise<string[]> {
  const { Items = [] } = await dynamo.send(new QueryCommand({
    TableName: out('SeenTable'), KeyConditionExpression: 'kind = :kind', ExpressionAttributeValues: { ':kind': { S: kind } }, ConsistentRead: true,
  }));
  return Items.map(({ body }) => body?.S ?? '');
}

/** The bodies of the messages that lie in a queue now, taken out of sight. */
export async function messagesIn(QueueUrl: string): Promise<string[]> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }));
  return Messages.map(({ Body }) => Body ?? '');
}
