import { TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const bytesOf = (value: unknown): number => {
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (Array.isArray(value)) return 3 + value.reduce<number>((sum, item) => sum + 1 + bytesOf(item), 0);
  if (typeof value !== 'object') return 0;
  return 3 + Object.entries(value).reduce((sum, [name, item]) => sum + 1 + Buffer.byteLength(name) + bytesOf(item), 0);
};

/** A client that counts write units as DynamoDB charges them: one per started KiB of a row, two in a transaction. Updated rows count as within one KiB. */
export const metered = (client: DynamoDBDocumentClient) => {
  let units = 0;
  const kibOf = (row: unknown): number => (row === undefined ? 1 : Math.max(1, Math.ceil(bytesOf(row) / 1024)));
  const send = async (command: unknown): Promise<unknown> => {
    if (command instanceof TransactWriteCommand) for (const { Put } of command.input.TransactItems ?? []) units += 2 * kibOf(Put?.Item);
    if (command instanceof UpdateCommand) units += 1;
    return client.send(command as never);
  };
  return { client: { send } as unknown as DynamoDBDocumentClient, units: () => units };
};
