import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export type TableKey = { readonly pk: string; readonly sk: string };
export type Row = TableKey & Readonly<Record<string, unknown>>;

/** A row without what only the table needs. */
export const contentOf = <T>({ pk: _pk, sk: _sk, entity: _entity, ...content }: Row): T => content as T;

/** A DynamoDB condition. `names` and `values` carry their marks: `{ '#state': 'state' }`, `{ ':from': 1 }`. */
export type Condition = { readonly expression: string; readonly names?: Readonly<Record<string, string>>; readonly values?: Readonly<Record<string, unknown>> };
/** An update is an expression too: `SET #state = :to`. Its names and values are joined with the condition's. */
export type Update = Condition;

/** One write, alone or in a transaction; the table it goes to is named when it is sent. */
export type Write = (tableName: string) => TransactItem;

const attributes = (...parts: readonly (Condition | undefined)[]) => {
  const names = Object.assign({}, ...parts.map((part) => part?.names)) as Record<string, string>;
  const values = Object.assign({}, ...parts.map((part) => part?.values)) as Record<string, unknown>;
  return {
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
};

const conditioned = (condition: Condition | undefined) => (condition ? { ConditionExpression: condition.expression } : {});

/** Writes a whole row, where the condition holds. */
export const put = (row: Row, condition?: Condition): Write => (TableName) =>
  ({ Put: { TableName, Item: { ...row }, ...conditioned(condition), ...attributes(condition) } });

/** Writes a row that must not be there yet. */
export const putOnce = (row: Row): Write => put(row, { expression: 'attribute_not_exists(pk)' });

/** Changes attributes of a row, where the condition holds. */
export const update = ({ pk, sk }: TableKey, change: Update, condition?: Condition): Write => (TableName) =>
  ({ Update: { TableName, Key: { pk, sk }, UpdateExpression: change.expression, ...conditioned(condition), ...attributes(change, condition) } });

/** Demands something of a row without writing it. */
export const check = ({ pk, sk }: TableKey, condition: Condition): Write => (TableName) =>
  ({ ConditionCheck: { TableName, Key: { pk, sk }, ConditionExpression: condition.expression, ...attributes(condition) } });

/** Removes a row, where the condition holds. */
export const remove = ({ pk, sk }: TableKey, condition?: Condition): Write => (TableName) =>
  ({ Delete: { TableName, Key: { pk, sk }, ...conditioned(condition), ...attributes(condition) } });

/** A condition did not hold, so nothing was written. `at` are the places, in the order of the writes given. */
export class WriteRefused extends Error {
  readonly at: readonly number[];

  constructor(at: readonly number[]) {
    super(`condition refused at ${at.join(', ')}`);
    this.name = 'WriteRefused';
    this.at = at;
  }
}
