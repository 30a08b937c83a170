import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';

type Woken = DynamoDBStreamEvent | SQSEvent | Readonly<Record<string, unknown>>;

const dynamo = new DynamoDBClient({});

/** Writes down whatever woke it. A queue message that says `"poison": true` fails alone. */
export const handler = async (event: Woken): Promise<SQSBatchResponse> => {
  process.stdout.write('{"message":"observed"}\n');
  const failed: { itemIdentifier: string }[] = [];
  for (const { id, body } of recordsOf(event)) {
    if (body.includes('"poison":true')) failed.push({ itemIdentifier: id });
    else await writeDown(id, body);
  }
  return { batchItemFailures: failed };
};

function recordsOf(event: Woken): { id: string; body: string }[] {
  if (!('Records' in event) || !Array.isArray(event.Records)) return [{ id: new Date().toISOString(), body: JSON.stringify(event) }];
  return event.Records.map((record) => ('body' in record
    ? { id: record.messageId, body: record.body }
    : { id: record.eventID ?? '', body: JSON.stringify(record.dynamodb) }));
}

async function writeDown(id: string, body: string): Promise<void> {
  await dynamo.send(new PutItemCommand({
    TableName: process.env['SEEN'] ?? '', Item: { kind: { S: process.env['KIND'] ?? '' }, id: { S: id }, body: { S: body } },
  }));
}
