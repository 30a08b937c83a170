import { Validator } from '@seriousme/openapi-schema-validator';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { allEvents } from '../../events/all-events.ts';
import { broken, outdated } from '../../infra/generate/all.ts';
import { asyncApiDocument } from '../../infra/generate/async-api.ts';
import { openApiDocument } from '../../infra/generate/openapi.ts';
import { DIAGRAM_BEGIN, DIAGRAM_END, stateDiagram, withDiagram } from '../../infra/generate/state-diagram.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import type { Route } from '../../shared/contracts/route.ts';

const root = join(import.meta.dirname, '../..');
const allRoutes: readonly Route[] = Object.values(routesByWorkflow).flat();

test('what is generated is what the repository holds', () => {
  expect(outdated()).toEqual([]);
});

test('a released version of an event is never written over, and what is new is written', () => {
  const [path, absent] = ['docs/events/schemas/dossier.accepted.v1.json', 'docs/events/schemas/dossier.accepted.v999.json'];
  expect(broken([{ path, text: '{}', frozen: true }, { path: absent, text: '{}', frozen: true }, { path: 'README.md', text: 'generated' }])).toEqual([path]);
  expect(broken()).toEqual([]);
});

test('no schema of an event that no longer exists is left behind', () => {
  const expected = allEvents.map(({ detailType }) => `${detailType}.json`).toSorted();
  expect(readdirSync(join(root, 'docs/events/schemas')).toSorted()).toEqual(expected);
});

test('the OpenAPI document is valid', async () => {
  const { valid, errors } = await new Validator().validate({ ...openApiDocument() });
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
});

test('every route is in the document under its own operationId', () => {
  const operations = Object.values(openApiDocument().paths ?? {}).flatMap((path) => Object.values(path as Record<string, { operationId: string }>));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(allRoutes.map(({ name }) => name).toSorted());
});

test.each(allRoutes.map((route) => [route.name, route] as const))('%s declares exactly the parameters its path names', (_, route) => {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();
  const declared = Object.keys((route.params as z.ZodObject).shape).toSorted();
  expect(declared).toEqual(inPath);
});

test('no two routes share a method and a path shape', () => {
  const shapes = allRoutes.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test('every route is exported under its own name, which is how the typed client finds it', async () => {
  const files = readdirSync(join(root, 'shared/contracts')).filter((file) => file.endsWith('.ts'));
  const exported = Object.assign({}, ...await Promise.all(files.map((file) => import(join(root, 'shared/contracts', file)) as Promise<unknown>))) as Record<string, unknown>;
  const misnamed = allRoutes.filter((route) => exported[route.name.charAt(0).toUpperCase() + route.name.slice(1)] !== route);
  expect(misnamed.map(({ name }) => name)).toEqual([]);
});

test('a set of several literals keeps all its values in the documents', () => {
  expect(JSON.stringify(openApiDocument())).toContain('"enum":[1,2,3,4,5,6,7,8,9,10]');
});

test('the AsyncAPI document names every event once and points only at what exists', () => {
  const document = asyncApiDocument();
  const names = Object.values(document.components.messages).map(({ name }) => name);
  expect(names.toSorted()).toEqual(allEvents.map(({ detailType }) => detailType).toSorted());
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '');
  const within = (pointer: string): unknown => pointer.split('/').slice(1).reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  const dangling = references.filter((target) => (target.startsWith('#') ? within(target) === undefined : !existsSync(join(root, 'docs/events', target))));
  expect(dangling).toEqual([]);
});

test('event schemas hold nothing that names a person', () => {
  const personal = /"(name|fullName|phone|email|nationalId|address|reason)":/;
  const dossierEvents = allEvents.filter(({ type }) => type.startsWith('dossier.') || type.startsWith('attachment.') || type.startsWith('person.'));
  for (const event of dossierEvents) expect(JSON.stringify(z.toJSONSchema(event.detail, { io: 'input' })), event.detailType).not.toMatch(personal);
});

test('a state diagram draws every move, the beginning and the ends', () => {
  const name = { vi: 'Tiếp nhận' };
  const text = stateDiagram([{ act: 'submit', from: [], to: 1, by: 'citizen', name: { vi: 'Nộp hồ sơ' } }, { act: 'accept', from: [1], to: 2, by: 'one-stop-clerk', name }]);
  expect(text).toContain('[*] --> s1: Nộp hồ sơ (submit, citizen)');
  expect(text).toContain('s1 --> s2: Tiếp nhận (accept, one-stop-clerk)');
  expect(text).toContain('s2 --> [*]');
});

test('a diagram changes only what stands between its markers', () => {
  expect(withDiagram(`before\n${DIAGRAM_BEGIN}\nold\n${DIAGRAM_END}\nafter`, 'new')).toBe(`before\n${DIAGRAM_BEGIN}\n\`\`\`mermaid\nnew\n\`\`\`\n${DIAGRAM_END}\nafter`);
  expect(withDiagram('no markers', 'new')).toBeUndefined();
});
