import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientOptions } from '../../infra/local/local-aws.ts';

type Item = Readonly<Record<string, unknown>>;
type Key = { readonly pk: string; readonly sk: string };
type Written = { readonly key: Key; readonly act: 'put' | 'update' | 'delete'; readonly bytes: number; readonly units: number };
/** The four ways a command writes; each names its table and its row. */
type Action = { readonly TableName?: string; readonly Item?: Item; readonly Key?: Item; readonly UpdateExpression?: string };

const utf8 = (text: string): number => Buffer.byteLength(text);

/** DynamoDB's size of a value: text by its UTF-8 bytes, a number by its digits, a container by 3 bytes, one an element, and its content. */
const valueBytes = (value: unknown): number => {
  if (value === null || value === undefined || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + valueBytes(one), 3);
  return Object.entries(value).reduce((sum, [name, one]) => sum + 1 + utf8(name) + valueBytes(one), 3);
};
export const itemBytes = (item: Item): number => Object.entries(item).reduce((sum, [name, value]) => sum + (value === undefined ? 0 : utf8(name) + valueBytes(value)), 0);

/** One unit a started kilobyte of the larger image, before or after; two in a transaction. */
export const unitsOf = (bytes: number, inTransaction: boolean): number => Math.max(1, Math.ceil(bytes / 1024)) * (inTransaction ? 2 : 1);

const keyOf = (item: Item): Key => ({ pk: String(item['pk']), sk: String(item['sk']) });
const isRead = (command: unknown): boolean => command instanceof GetCommand || command instanceof QueryCommand || command instanceof BatchGetCommand;

/** A document client that does everything it is told and writes down what each write costs on AWS. */
export const recordingClient = (endpoint: string): { client: DynamoDBDocumentClient; written: Written[] } => {
  const real = DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions(endpoint)), { marshallOptions: { removeUndefinedValues: true } });
  const written: Written[] = [];
  const present = async ({ TableName }: Action, key: Key): Promise<number> => {
    const { Item } = await real.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    return Item === undefined ? 0 : itemBytes(Item);
  };
  const actionsOf = (command: { readonly input: unknown }): Action[] => (command instanceof TransactWriteCommand
    ? (command.input.TransactItems ?? []).flatMap(({ Put, Update, Delete }) => [Put, Update, Delete].filter((one) => one !== undefined) as Action[])
    : [command.input as Action]);
  const send = async (command: { readonly input: unknown }): Promise<unknown> => {
    if (isRead(command)) return real.send(command as never);
    const actions = actionsOf(command).map((action) => ({ action, key: keyOf(action.Item ?? action.Key ?? {}) }));
    const before = await Promise.all(actions.map(({ action, key }) => present(action, key)));
    const answer: unknown = await real.send(command as never);
    for (const [place, { action, key }] of actions.entries()) {
      const bytes = Math.max(before[place] ?? 0, await present(action, key));
      const act = action.Item !== undefined ? 'put' : action.UpdateExpression !== undefined ? 'update' : 'delete';
      written.push({ key, act, bytes, units: unitsOf(bytes, command instanceof TransactWriteCommand) });
    }
    return answer;
  };
  return { client: { send } as unknown as DynamoDBDocumentClient, written };
};
