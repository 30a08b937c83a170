import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { eventually, messagesIn, options, out, seen, sqs } from './probe-client.ts';

const bus = new EventBridgeClient(options);
const publish = async (detailType: string, detail: Record<string, unknown>): Promise<void> => {
  await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: out('BusName'), Source: 'haugiang.probe', DetailType: detailType, Detail: JSON.stringify(detail) }] }));
};

describe('bus, queue, function', () => {
  test('a rule takes its type and leaves the others; the queue carries the whole event', async () => {
    const [wanted, other] = [randomUUID(), randomUUID()];
    await publish('dossier.accepted.v1', { id: other });
    await publish('dossier.filed.v1', { id: wanted });
    const body = await eventually(async () => (await seen('queue')).find((text) => text.includes(wanted)));
    expect(JSON.parse(body)).toMatchObject({ 'source': 'haugiang.probe', 'detail-type': 'dossier.filed.v1', 'detail': { id: wanted } });
    expect((await seen('queue')).some((text) => text.includes(other))).toBe(false);
  });

  test('a poison message fails alone and ends in the dead-letter queue after two tries', async () => {
    const [good, bad] = [randomUUID(), randomUUID()];
    for (const body of [{ id: good }, { id: bad, poison: true }]) {
      await sqs.send(new SendMessageCommand({ QueueUrl: out('QueueUrl'), MessageBody: JSON.stringify(body) }));
    }
    await eventually(async () => (await seen('queue')).find((text) => text.includes(good)));
    const dead = await eventually(async () => (await messagesIn(out('DeadUrl'))).find((text) => text.includes(bad)), 15_000);
    expect(JSON.parse(dead)).toEqual({ id: bad, poison: true });
    expect((await seen('queue')).some((text) => text.includes(bad))).toBe(false);
  }, 30_000);

  test('an event for a bus that is not there is lost without a word', async () => {
    const { FailedEntryCount } = await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: 'khong-co', Source: 'haugiang.probe', DetailType: 'x', Detail: '{}' }] }));
    expect(FailedEntryCount).toBe(0);
  });
});
