import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { EventDefinition } from '../../events/define-event.ts';
import { lakeDayFolder } from '../../events/lake-columns.ts';
import { eventOfLakeRow } from '../../events/lake-event.ts';

const atOnce = 10;
const attempts = 5;

type Fact = { readonly definition: EventDefinition; readonly detail: { readonly id: string } };
export type Replayed = { readonly sent: number; readonly kinds: number; readonly unreadable: number };
type From = { readonly s3: S3Client; readonly bucket: string; readonly events: readonly EventDefinition[] };

/** Every fact of a local day the lake holds, once each, in the order they happened. */
const factsOf = async ({ s3, bucket, events }: From, day: string): Promise<{ facts: Fact[]; unreadable: number }> => {
  const found = new Map<string, Fact>();
  let unreadable = 0;
  for (const definition of events) {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: lakeDayFolder(definition, day) })) {
      for (const { Key } of Contents.filter((one) => one.Key?.endsWith('.json'))) {
        const text = await (await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))).Body?.transformToString() ?? '';
        for (const line of text.split('\n').filter((one) => one !== '')) {
          const detail = eventOfLakeRow(definition, JSON.parse(line) as Record<string, unknown>);
          if (detail === undefined) unreadable++;
          else found.set(detail.id, { definition, detail });
        }
      }
    }
  }
  // an id begins with its time
  return { facts: [...found.values()].toSorted((a, b) => (a.detail.id < b.detail.id ? -1 : 1)), unreadable };
};

const send = async (client: EventBridgeClient, bus: string, facts: readonly Fact[]): Promise<void> => {
  let rest = facts;
  for (let attempt = 0; rest.length > 0; attempt++) {
    if (attempt === attempts) throw new Error(`The bus did not take ${rest.length} events; run it again, it changes nothing twice.`);
    const { Entries = [] } = await client.send(new PutEventsCommand({
      Entries: rest.map(({ definition, detail }) => ({ EventBusName: bus, Source: definition.source, DetailType: definition.detailType, Detail: JSON.stringify(detail) })),
    }));
    rest = rest.filter((_, place) => Entries[place]?.EventId === undefined);
  }
};

/** Puts every fact of a day on the bus again, under its own id. Whoever listens does it once. */
export const replayDay = async (from: From, { client, bus, day }: { readonly client: EventBridgeClient; readonly bus: string; readonly day: string }): Promise<Replayed> => {
  const { facts, unreadable } = await factsOf(from, day);
  for (let at = 0; at < facts.length; at += atOnce) await send(client, bus, facts.slice(at, at + atOnce));
  return { sent: facts.length, kinds: new Set(facts.map(({ definition }) => definition.detailType)).size, unreadable };
};
