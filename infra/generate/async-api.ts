import * as z from 'zod';
import { allEvents } from '../../events/all-events.ts';
import type { EventDefinition } from '../../events/define-event.ts';
import { asJson } from './generated.ts';
import type { Generated } from './generated.ts';

const schemaFile = ({ detailType }: EventDefinition): string => `schemas/${detailType}.json`;
const pascal = (text: string): string => text.replace(/(^|[.-])(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const named = ({ type, version }: EventDefinition): string => `${pascal(type)}V${version}`;

/** The JSON Schema of an event's whole detail. Unknown members are allowed: a consumer of v1 survives an addition to v1. */
const schemaOf = (event: EventDefinition): Generated => ({
  path: `docs/events/${schemaFile(event)}`, frozen: true,
  text: asJson({
    ...z.toJSONSchema(event.detail, { target: 'draft-2020-12', io: 'input', reused: 'inline' }),
    $id: `urn:haugiang:event:${event.detailType}`, title: event.title, description: event.description,
    'x-source': event.source, 'x-personal-data': event.personalData,
  }),
});

/** The AsyncAPI 3 document of the province's bus: one channel per workflow that speaks. */
export const asyncApiDocument = () => {
  const sources = [...new Set(allEvents.map(({ source }) => source))];
  const of = (source: string) => allEvents.filter((event) => event.source === source);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Hậu Giang: facts on the bus', version: '0.1.0',
      description: 'Facts the workflows of the province tell each other over EventBridge. Delivery is at least once: be idempotent on the id of the envelope. No event carries personal data.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(sources.map((source) => [source, {
      address: source, description: `EventBridge source \`${source}\``,
      messages: Object.fromEntries(of(source).map((event) => [named(event), { $ref: `#/components/messages/${named(event)}` }])),
    }])),
    operations: Object.fromEntries(allEvents.map((event) => [`publish${named(event)}`, {
      action: 'send', channel: { $ref: `#/channels/${event.source}` }, summary: event.title,
      messages: [{ $ref: `#/channels/${event.source}/messages/${named(event)}` }],
    }])),
    components: {
      messages: Object.fromEntries(allEvents.map((event) => [named(event), {
        name: event.detailType, title: event.title, summary: event.description,
        payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: { $ref: `./${schemaFile(event)}` } },
      }])),
    },
  };
};

export const asyncApi = (): Generated[] => [{ path: 'docs/events/asyncapi.json', text: asJson(asyncApiDocument()) }, ...allEvents.map(schemaOf)];
