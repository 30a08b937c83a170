import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import type { Access } from '../../shared/contracts/access.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { ProblemBody } from '../../shared/contracts/problem-body.ts';
import { Open311Errors } from '../../shared/contracts/open311.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { asJson } from './generated.ts';
import type { Generated } from './generated.ts';

const statusTexts: Readonly<Record<number, string>> = {
  400: 'The request cannot be read as the route asks', 401: 'Nobody is signed in, or the session has ended', 403: 'The caller may not do this',
  404: 'There is no such thing, or the caller may not know of it', 409: 'The state of things does not allow it now', 413: 'Too large',
  422: 'Understood, but not acceptable', 429: 'Too often', 500: 'Our failure', 503: 'Busy; try again',
};
const okTexts: Readonly<Record<Route['ok']['status'], string>> = { 200: 'Done', 201: 'Created', 202: 'Taken on, will be done', 204: 'Done, nothing to say', 302: 'Go on at the address of the Location header' };

const isEmptyObject = (schema: z.ZodType): boolean => schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;

/** What every route of its kind can answer beside its own problems. */
const alwaysPossible = (route: Route): ProblemCode[] => [
  // also where nothing may be sent: what is sent all the same is refused, not passed over
  'request-invalid',
  ...(route.method === 'GET' ? [] : [route.form ? 'request-not-form' : 'request-not-json', 'request-too-large'] as const),
  ...(route.keyed ? ['idempotency-key-missing', 'idempotency-key-reused'] as const : []),
  ...(route.access.some(({ kind }) => kind === 'public' || kind === 'key') ? [] : ['signed-out', 'session-expired', 'not-allowed'] as const),
  ...(route.method === 'GET' || route.access.every(({ kind }) => kind === 'key') ? [] : ['origin-refused'] as const),
  'busy', 'unexpected',
];

/** Every problem a caller of the route may meet. */
export const problemsOf = (route: Route): ProblemCode[] => [...new Set([...alwaysPossible(route), ...route.problems])];

const problemResponses = (route: Route): RouteConfig['responses'] => {
  const byStatus = Map.groupBy(problemsOf(route), (code) => (route.dialect?.statusOf ?? Number)(problems[code].status));
  return Object.fromEntries([...byStatus].toSorted(([a], [b]) => a - b).map(([status, here]) => [status, {
    description: `${statusTexts[status] ?? 'Refused'}: ${here.map((code) => `\`${code}\``).join(', ')}`,
    content: route.dialect === undefined ? { 'application/problem+json': { schema: ProblemBody } } : { 'application/json': { schema: Open311Errors }, 'text/xml': { schema: Open311Errors } },
    'x-problem-codes': here,
  }]));
};

const securityOf = (access: Access): Record<string, string[]> => {
  switch (access.kind) {
    case 'public': return {};
    case 'key': return { apiKey: [] };
    case 'machine': return { machine: [access.scope] };
    case 'citizen': return { citizenSession: [] };
    case 'officer': return { officerSession: [] };
  }
};

/** The one example there is, or all of them by name. */
const examplesOf = ({ example, otherExamples }: Route, part: 'body' | 'answer') => {
  if (otherExamples === undefined) return example?.[part] === undefined ? {} : { example: example[part] };
  const all = { usual: { summary: 'The usual way', ...example }, ...otherExamples };
  return { examples: Object.fromEntries(Object.entries(all).map(([name, one]) => [name, { summary: one.summary, value: one[part] }])) };
};

const requestOf = (route: Route): NonNullable<RouteConfig['request']> => ({
  ...(isEmptyObject(route.params) ? {} : { params: route.params as z.ZodObject }),
  ...(isEmptyObject(route.query) ? {} : { query: route.query as z.ZodObject }),
  ...(route.keyed ? { headers: z.object({ 'Idempotency-Key': z.string().regex(/^[A-Za-z0-9_-]{8,64}$/).meta({ description: 'The same key and body give the same answer, once.' }) }) } : {}),
  ...(route.body instanceof z.ZodUndefined ? {} : { body: { required: true, content: { [route.raw ?? (route.form ? 'application/x-www-form-urlencoded' : 'application/json')]: { schema: route.body, ...examplesOf(route, 'body') } } } }),
});

const operation = (workflow: string, route: Route): RouteConfig => ({
  operationId: route.name, method: route.method.toLowerCase() as RouteConfig['method'], path: route.path, tags: [workflow],
  summary: route.summary.en, 'x-summary-vi': route.summary.vi, 'x-access': route.access,
  security: [...new Map(route.access.map((access) => [access.kind, securityOf(access)])).values()],
  request: requestOf(route),
  responses: {
    [route.ok.status]: {
      description: okTexts[route.ok.status],
      ...(route.ok.status === 302 ? { headers: { Location: { schema: { type: 'string' } } } } : {}),
      ...(route.ok.body instanceof z.ZodUndefined ? {} : { content: { [route.plain ?? 'application/json']: { schema: route.ok.body, ...examplesOf(route, 'answer') }, ...(route.dialect === undefined ? {} : { 'text/xml': { schema: route.ok.body } }) } }),
    },
    ...problemResponses(route),
  },
});

const cookie = (description: string) => ({ type: 'apiKey', in: 'cookie', name: '__Secure-session', description }) as const;

/** The OpenAPI 3.1 document of every route, with the problem codes of each and who may call it. */
export const openApiDocument = () => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'citizenSession', cookie('Session of a citizen, set by signing in with the national identity'));
  registry.registerComponent('securitySchemes', 'officerSession', cookie('Session of an officer, set by signing in with the province’s account'));
  registry.registerComponent('securitySchemes', 'machine', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Client credentials of an agency’s own system: `POST /oauth2/token` of the province’s sign-in with `grant_type=client_credentials`; scopes `dossiers/read`, `dossiers/write` and one `agency/<code>`' });
  registry.registerComponent('securitySchemes', 'apiKey', { type: 'apiKey', in: 'query', name: 'api_key', description: 'A key the province gave to an Open311 client; in the form or in the query' });
  for (const [workflow, routes] of Object.entries(routesByWorkflow)) for (const route of routes) registry.registerPath(operation(workflow, route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Hậu Giang: dịch vụ công', version: '0.1.0', description: 'The public interface of the digital government of Hậu Giang. Every refusal is `application/problem+json` (RFC 9457) with a stable code.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    tags: Object.keys(routesByWorkflow).map((name) => ({ name })),
  });
};

export const openApi = (): Generated[] => [{ path: 'docs/api/openapi.json', text: asJson(openApiDocument()) }];
