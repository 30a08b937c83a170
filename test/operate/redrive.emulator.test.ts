import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, expect, inject, test } from 'vitest';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { moveMessages } from '../../infra/operate/move-messages.ts';

let sqs: SQSClient;
beforeAll(() => { sqs = new SQSClient(clientOptions(inject('endpoint'))); });

const queue = async (name: string): Promise<string> => (await sqs.send(new CreateQueueCommand({ QueueName: `${name}-${process.pid}-${Date.now()}` }))).QueueUrl ?? '';
const depth = async (QueueUrl: string): Promise<number> => Number((await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }))).Attributes?.['ApproximateNumberOfMessages']);
const bodies = async (QueueUrl: string): Promise<string[]> => {
  const found: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return found.toSorted((a, b) => (a < b ? -1 : 1));
    found.push(...Messages.map(({ Body = '' }) => Body));
  }
};

test('a full dead-letter queue is given back whole; a second time there is nothing to give', async () => {
  const [from, to] = [await queue('dead'), await queue('living')];
  const told = Array.from({ length: 23 }, (_, place) => `{"n":${String(place).padStart(2, '0')}}`);
  for (const MessageBody of told) await sqs.send(new SendMessageCommand({ QueueUrl: from, MessageBody }));
  expect(await moveMessages(sqs, { from, to })).toEqual({ moved: 23, refused: 0 });
  expect(await depth(from)).toBe(0);
  expect(await moveMessages(sqs, { from, to })).toEqual({ moved: 0, refused: 0 });
  expect(await bodies(to)).toEqual(told);
});

test('stopped between sending and deleting, a message is sent again and none is lost', async () => {
  const [from, to] = [await queue('dead'), await queue('living')];
  for (const MessageBody of ['a', 'b']) await sqs.send(new SendMessageCommand({ QueueUrl: from, MessageBody }));
  const killed = { send: async (command: { constructor: { name: string } }) => { if (command.constructor.name.startsWith('DeleteMessage')) throw new Error('killed'); return sqs.send(command as never); } } as unknown as SQSClient;
  await expect(moveMessages(killed, { from, to })).rejects.toThrow('killed');
  expect(await bodies(to)).toEqual(['a', 'b']);
});
