import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { allEvents } from '../../events/all-events.ts';
import { OUTBOX_ENTITY, PARKED } from '../tables/table-spec.ts';
import { leanClient } from './aws-clients.ts';
import { openTable } from './dynamo.ts';
import type { Table } from './dynamo.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';
import { put } from './transaction.ts';

type Attribute = { readonly S?: string };
type StreamRecord = { readonly eventName?: string; readonly dynamodb?: { readonly NewImage?: Readonly<Record<string, Attribute>> } };
export type StreamEvent = { readonly Records: readonly StreamRecord[] };
/** An outbox row as the stream shows it; texts are missing where the row is not ours. */
type Fact = { readonly id: string; readonly source: string; readonly detailType: string; readonly detail: string };
type Sender = (facts: readonly Fact[]) => Promise<readonly boolean[]>;

const entriesPerCall = 10;
const attempts = 3;
const definitions = new Map(allEvents.map((definition) => [definition.detailType, definition]));

const factOf = (image: Readonly<Record<string, Attribute>>): Fact => ({
  id: (image['pk']?.S ?? '').replace(/^OUTBOX#/, ''), source: image['source']?.S ?? '', detailType: image['detailType']?.S ?? '', detail: image['detail']?.S ?? '',
});

/** The bus accepts anything, so what it would carry to every consumer is checked here. */
const isPublishable = ({ detailType, source, detail }: Fact): boolean => {
  const definition = definitions.get(detailType);
  if (!definition || definition.source !== source) return false;
  try {
    return definition.detail.safeParse(JSON.parse(detail)).success;
  } catch {
    return false;
  }
};

/** Sends to the bus; the answer says of each whether it was taken. */
export const busSender = (bus: string, client = new EventBridgeClient(leanClient)): Sender => async (facts) => {
  const { Entries = [] } = await client.send(new PutEventsCommand({
    Entries: facts.map(({ source, detailType, detail }) => ({ EventBusName: bus, Source: source, DetailType: detailType, Detail: detail })),
  }));
  return facts.map((_, place) => Entries[place]?.ErrorCode === undefined && Entries[place]?.EventId !== undefined);
};

/** Sends again only what was not taken. Gives what was never taken. */
const sendAll = async (send: Sender, facts: readonly Fact[]): Promise<readonly Fact[]> => {
  let rest = facts;
  for (let attempt = 0; attempt < attempts && rest.length > 0; attempt++) {
    try {
      const taken = await send(rest);
      rest = rest.filter((_, place) => taken[place] !== true);
    } catch (error) {
      logger.error('PublishFailed', { facts: rest.length, ...traceOf(error) });
    }
  }
  return rest;
};

/** Keeps what cannot be published beside the state it tells of, all in one partition, until `npm run redrive -- <workflow>/parked`. */
const park = async (table: Pick<Table, 'write'>, facts: readonly Fact[]): Promise<void> => {
  for (const { id, source, detailType, detail } of facts) {
    try {
      await table.write(put({ pk: PARKED, sk: id, entity: 'parked', source, detailType, detail }));
      logger.error('EventParked', { eventId: id, detailType });
    } catch (error) {
      logger.error('ParkingFailed', { eventId: id, detailType, ...traceOf(error) });
    }
    count('EventParked');
  }
};

/**
 * Publishes the outbox rows of a table's stream. It never throws for one record: a stream gives the whole batch again,
 * good records and all, so what cannot be published is parked and the rest goes on. The outbox row itself stays.
 */
export const publisher = (send: Sender, table: Pick<Table, 'write'>) => async (event: StreamEvent): Promise<void> => {
  const facts = event.Records.flatMap(({ eventName, dynamodb }) =>
    eventName === 'INSERT' && dynamodb?.NewImage?.['entity']?.S === OUTBOX_ENTITY ? [factOf(dynamodb.NewImage)] : []);
  const parked = facts.filter((fact) => !isPublishable(fact));
  const good = facts.filter(isPublishable);
  const unsent: Fact[] = [];
  for (let at = 0; at < good.length; at += entriesPerCall) unsent.push(...await sendAll(send, good.slice(at, at + entriesPerCall)));
  await park(table, [...parked, ...unsent]);
  logger.info('published', { records: event.Records.length, published: good.length - unsent.length, parked: parked.length + unsent.length });
};

/** The stream function of a workflow: its table's outbox to the bus. */
export const publishStream = ({ bus, table }: { bus: string; table: string }) => publisher(busSender(bus), openTable(table));
