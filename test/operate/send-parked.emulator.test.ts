import { CreateEventBusCommand, EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { DossierSubmittedV1 } from '../../events/procedure-submission/dossier-submitted.v1.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { sendParked } from '../../infra/operate/send-parked.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { newEvent, outboxRow } from '../../shared/runtime/outbox.ts';
import { publisher } from '../../shared/runtime/stream-publisher.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';

const name = `parked-${process.pid}`;
let store: TestTable, sqs: SQSClient, client: EventBridgeClient, QueueUrl: string;
beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  const options = clientOptions(inject('endpoint'));
  [sqs, client] = [new SQSClient(options), new EventBridgeClient(options)];
  QueueUrl = (await sqs.send(new CreateQueueCommand({ QueueName: name }))).QueueUrl ?? '';
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  await client.send(new CreateEventBusCommand({ Name: name }));
  await client.send(new PutRuleCommand({ Name: name, EventBusName: name, EventPattern: '{"source":[{"prefix":"haugiang."}]}' }));
  await client.send(new PutTargetsCommand({ Rule: name, EventBusName: name, Targets: [{ Id: 'q', Arn: Attributes?.['QueueArn'] }] }));
});
afterAll(() => store.drop());

/** The ids of the events that came through the bus since the last look. */
const received = async (): Promise<string[]> => {
  const found: string[] = [];
  for (let empty = 0; empty < 2;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }));
    empty = Messages.length === 0 ? empty + 1 : 0;
    for (const { Body = '', ReceiptHandle } of Messages) {
      found.push((JSON.parse(Body) as { detail: { id: string } }).detail.id);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
  return found.toSorted();
};
const run = (to: Pick<EventBridgeClient, 'send'> = client, rows = store.client) => sendParked({ rows, table: store.table.name }, { client: to, bus: name });
const now = new Date('2026-11-20T01:00:00Z');
const submitted = () => newEvent(DossierSubmittedV1, { dossierId: newId('dos', now), procedureCode: '1.001193', procedureVersion: 1, agencyCode: 'H30.19.01', channel: 'online', submittedAt: now.toISOString() }, { actor: 'citizen', correlationId: newId('cor', now), causationId: newId('cor', now), now });
const recordOf = (row: Readonly<Record<string, unknown>>) => ({ eventName: 'INSERT', dynamodb: { NewImage: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, { S: String(value) }])) } });
/** What the publisher does while the bus takes nothing. */
const park = (...rows: Readonly<Record<string, unknown>>[]) => publisher(async (facts) => facts.map(() => false), store.table)({ Records: rows.map(recordOf) });
const parked = async (): Promise<string[]> => (await store.rows()).map(({ sk }) => sk).toSorted();

test('parked events go on the bus under their own ids, once; a broken one stays parked', async () => {
  const rows = Array.from({ length: 23 }, () => outboxRow(submitted()));
  const ids = rows.map(({ pk }) => pk.replace('OUTBOX#', '')).toSorted();
  await park(...rows, { ...outboxRow(submitted()), pk: 'OUTBOX#evt_broken', detail: '{' });
  expect(await parked()).toEqual([...ids, 'evt_broken'].toSorted((a, b) => (a < b ? -1 : 1)));
  expect(await run()).toEqual({ moved: 23, refused: 1 });
  expect(await received()).toEqual(ids);
  expect(await run()).toEqual({ moved: 0, refused: 1 });
  expect(await received()).toEqual([]);
  expect(await parked()).toEqual(['evt_broken']);
});

test('what the bus still refuses stays, and a run stopped between sending and removing is made up for by the next', async () => {
  const row = outboxRow(submitted());
  const id = row.pk.replace('OUTBOX#', '');
  await park(row);
  expect(await run({ send: async () => ({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] }) } as never)).toEqual({ moved: 0, refused: 2 });
  expect(await parked()).toContain(id);
  const killed = { send: async (command: { constructor: { name: string } }) => { if (command.constructor.name === 'DeleteCommand') throw new Error('killed'); return store.client.send(command as never); } } as unknown as TestTable['client'];
  await expect(run(client, killed)).rejects.toThrow('killed');
  expect(await run()).toEqual({ moved: 1, refused: 1 });
  expect(await received()).toEqual([id, id]);
  expect(await parked()).toEqual(['evt_broken']);
});
