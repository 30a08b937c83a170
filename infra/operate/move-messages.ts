import { DeleteMessageBatchCommand, ReceiveMessageCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

const atOnce = 10;
/** Longer than a batch takes to be sent on; a message taken by a run that was stopped comes back after it. */
const hiddenSeconds = 60;
/** A queue answers empty while it still holds some: only so many empty answers in a row are believed. */
const emptyAnswers = 2;

export type Moved = { readonly moved: number; readonly refused: number };

/**
 * Moves every message of one queue to another: sent first, deleted then, so that none is lost wherever it is stopped. One
 * that was sent and not yet deleted is sent again by the next run; consumers do a fact once however often it comes.
 */
export const moveMessages = async (sqs: SQSClient, { from, to }: { readonly from: string; readonly to: string }): Promise<Moved> => {
  let [moved, refused, empty] = [0, 0, 0];
  while (empty < emptyAnswers) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: from, MaxNumberOfMessages: atOnce, VisibilityTimeout: hiddenSeconds, WaitTimeSeconds: 1 }));
    if (Messages.length === 0) { empty++; continue; }
    empty = 0;
    const numbered = Messages.map((message, place) => ({ ...message, Id: String(place) }));
    const { Successful = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: to, Entries: numbered.map(({ Id, Body }) => ({ Id, MessageBody: Body })) }));
    const sent = numbered.filter(({ Id }) => Successful.some((one) => one.Id === Id));
    refused += numbered.length - sent.length;
    if (sent.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: from, Entries: sent.map(({ Id, ReceiptHandle }) => ({ Id, ReceiptHandle })) }));
    moved += sent.length;
  }
  return { moved, refused };
};
