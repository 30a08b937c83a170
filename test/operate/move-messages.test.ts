import { DeleteMessageBatchCommand, ReceiveMessageCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { moveMessages } from '../../infra/operate/move-messages.ts';

/** A dead-letter queue of ten beside one that refuses some of them the first time. */
const queues = (refusing: number) => {
  let dead = Array.from({ length: 10 }, (_, place) => ({ Body: `fact ${place}`, ReceiptHandle: `handle ${place}` }));
  const living: string[] = [];
  const refused = new Set(dead.slice(0, refusing).map(({ Body }) => Body));
  const send = async (command: unknown): Promise<unknown> => {
    if (command instanceof ReceiveMessageCommand) return { Messages: dead };
    if (command instanceof DeleteMessageBatchCommand) {
      dead = dead.filter(({ ReceiptHandle }) => command.input.Entries?.every((one) => one.ReceiptHandle !== ReceiptHandle));
      return {};
    }
    const { Entries = [] } = (command as SendMessageBatchCommand).input;
    const taken = Entries.filter(({ MessageBody = '' }) => !refused.delete(MessageBody));
    living.push(...taken.map(({ MessageBody = '' }) => MessageBody));
    return { Successful: taken.map(({ Id }) => ({ Id })), Failed: [] };
  };
  return { sqs: { send } as unknown as SQSClient, living, left: () => dead.length };
};

test.each(Array.from({ length: 11 }, (_, refused) => refused))('a queue that refuses %i of ten is given these again, and none of the others', async (refused) => {
  const { sqs, living, left } = queues(refused);
  expect(await moveMessages(sqs, { from: 'dead', to: 'living' })).toEqual({ moved: 10, refused });
  expect({ living: living.toSorted(), left: left() }).toEqual({ living: Array.from({ length: 10 }, (_, place) => `fact ${place}`), left: 0 });
});
