import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { allEvents } from '../../events/all-events.ts';
import { PARKED } from '../../shared/tables/table-spec.ts';

const atOnce = 10;
const definitions = new Map(allEvents.map((definition) => [definition.detailType, definition]));

type Parked = { readonly sk: string; readonly source: string; readonly detailType: string; readonly detail: string };
type From = { readonly rows: DynamoDBDocumentClient; readonly table: string };
type To = { readonly client: Pick<EventBridgeClient, 'send'>; readonly bus: string };
export type Sent = { readonly moved: number; readonly refused: number };

/** A release may know by now what the one that parked it did not. */
const isWhole = ({ detailType, source, detail }: Parked): boolean => {
  const definition = definitions.get(detailType);
  if (definition?.source !== source) return false;
  try {
    return definition.detail.safeParse(JSON.parse(detail)).success;
  } catch {
    return false;
  }
};

/** Those of the events the bus took. */
const put = async ({ client, bus }: To, events: readonly Parked[]): Promise<readonly Parked[]> => {
  if (events.length === 0) return [];
  const { Entries = [] } = await client.send(new PutEventsCommand({
    Entries: events.map(({ source, detailType, detail }) => ({ EventBusName: bus, Source: source, DetailType: detailType, Detail: detail })),
  }));
  return events.filter((_, place) => Entries[place]?.EventId !== undefined);
};

/**
 * Puts the parked events of a workflow on the bus again, under their own ids: sent first, taken from the partition then,
 * so that none is lost wherever it is stopped; consumers do a fact once. What is broken, and what the bus still refuses,
 * stays parked and is counted.
 */
export const sendParked = async ({ rows, table }: From, to: To): Promise<Sent> => {
  let [moved, refused] = [0, 0];
  let after: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey }: { Items?: Record<string, unknown>[]; LastEvaluatedKey?: Record<string, unknown> } = await rows.send(new QueryCommand({
      TableName: table, KeyConditionExpression: 'pk = :parked', ExpressionAttributeValues: { ':parked': PARKED }, Limit: atOnce, ConsistentRead: true, ...(after === undefined ? {} : { ExclusiveStartKey: after }),
    }));
    const taken = await put(to, (Items as Parked[]).filter(isWhole));
    for (const { sk } of taken) await rows.send(new DeleteCommand({ TableName: table, Key: { pk: PARKED, sk } }));
    moved += taken.length;
    refused += Items.length - taken.length;
    after = LastEvaluatedKey;
  } while (after !== undefined);
  return { moved, refused };
};
