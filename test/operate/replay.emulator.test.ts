import { CreateEventBusCommand, EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, expect, inject, test } from 'vitest';
import { DossierAcceptedV1 } from '../../events/procedure-submission/dossier-accepted.v1.ts';
import { DossierAcceptedV2 } from '../../events/procedure-submission/dossier-accepted.v2.ts';
import { DossierSubmittedV1 } from '../../events/procedure-submission/dossier-submitted.v1.ts';
import { lakeObjects } from '../../functions/operations-centre/lake-object.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { replayDay } from '../../infra/operate/replay-day.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';

const name = `replay-${process.pid}`;
let s3: S3Client, sqs: SQSClient, client: EventBridgeClient, QueueUrl: string;
beforeAll(async () => {
  const options = clientOptions(inject('endpoint'));
  [s3, sqs, client] = [new S3Client({ ...options, forcePathStyle: true }), new SQSClient(options), new EventBridgeClient(options)];
  await s3.send(new CreateBucketCommand({ Bucket: name }));
  QueueUrl = (await sqs.send(new CreateQueueCommand({ QueueName: name }))).QueueUrl ?? '';
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  await client.send(new CreateEventBusCommand({ Name: name }));
  await client.send(new PutRuleCommand({ Name: name, EventBusName: name, EventPattern: '{"source":[{"prefix":"haugiang."}]}' }));
  await client.send(new PutTargetsCommand({ Rule: name, EventBusName: name, Targets: [{ Id: 'q', Arn: Attributes?.['QueueArn'] }] }));
});

const at = (time: string) => ({ actor: 'officer' as const, correlationId: newId('cor', new Date(time)), causationId: newId('cor', new Date(time)), now: new Date(time) });
const dossierId = newId('dos', new Date('2026-11-20T01:00:00Z'));
const about = { dossierId, procedureCode: '1.001193', procedureVersion: 1, agencyCode: 'H30.19.01' };
const facts = [
  newEvent(DossierSubmittedV1, { ...about, channel: 'online', submittedAt: '2026-11-20T01:00:00.000Z' }, at('2026-11-20T01:00:00.000Z')),
  newEvent(DossierAcceptedV1, { ...about, number: '000.01.19.H30-261120-0001', receivedAt: '2026-11-20T02:00:00.123Z' }, at('2026-11-20T02:00:00.123Z')),
  newEvent(DossierAcceptedV2, { ...about, number: 'BTP/2026 77', receivedAt: '2026-11-20T03:00:00.000Z' }, at('2026-11-20T03:00:00.000Z')),
  // the next day in Việt Nam
  newEvent(DossierSubmittedV1, { ...about, channel: 'post', submittedAt: '2026-11-20T18:00:00.000Z' }, at('2026-11-20T18:00:00.000Z')),
];

const received = async (): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (let empty = 0; empty < 2;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }));
    if (Messages.length === 0) empty++;
    for (const { Body = '', ReceiptHandle } of Messages) {
      const { source, 'detail-type': type, detail } = JSON.parse(Body) as Record<string, unknown>;
      found.push({ source, type, detail });
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
  return found.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
};

test('a day comes out of the lake as it went in, each fact once however many files hold it, and no other day with it', async () => {
  const arrived = facts.map((fact, place) => ({ messageId: String(place), definition: fact.definition, detail: fact.detail }));
  for (const batch of [arrived, arrived.slice(0, 1)]) {
    for (const { key, body } of lakeObjects(batch)) await s3.send(new PutObjectCommand({ Bucket: name, Key: key, Body: body }));
  }
  const from = { s3, bucket: name, events: [DossierSubmittedV1, DossierAcceptedV1, DossierAcceptedV2] };
  const ofTheDay = facts.slice(0, 3).map(({ definition, detail }) => ({ source: definition.source, type: definition.detailType, detail })).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  for (let time = 0; time < 2; time++) {
    expect(await replayDay(from, { client, bus: name, day: '2026-11-20' })).toEqual({ sent: 3, kinds: 3, unreadable: 0 });
    expect(await received()).toEqual(ofTheDay);
  }
  expect(await replayDay(from, { client, bus: name, day: '2026-11-19' })).toEqual({ sent: 0, kinds: 0, unreadable: 0 });
});
