import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { problemsOf } from '../../infra/generate/openapi.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { Open311Errors } from '../../shared/contracts/open311.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { citizenToken, officerToken } from '../identity/issued-tokens.ts';
import { httpEvent, siteOrigin } from '../runtime/events.ts';
import { allowed, livedInProvince } from './lived-in-province.ts';
import { seeded } from './random.ts';
import { generateRequests, type GeneratedRequest } from './requests.ts';
import type { Known } from './values.ts';

const routes: readonly Route[] = Object.values(routesByWorkflow).flat();
const requestsPerRoute = 2000;
const seed = 20261122;
/** After so many the province is as it was, so that later requests do not meet only finished dossiers. */
const atOnce = 50;

let province: Awaited<ReturnType<typeof livedInProvince>>;
let scenes: readonly Known[];
const ofFeedback = new Set<Route>(routesByWorkflow['feedback-classification']);
beforeAll(async () => {
  // of every refusal its first line is enough to notice a trace in an answer, and ids need not be secret here
  Error.stackTraceLimit = 1;
  const random = seeded(seed);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => { if (bytes instanceof Uint8Array) for (let at = 0; at < bytes.length; at++) bytes[at] = random.below(256); return bytes; });
  province = await livedInProvince();
  const attempt = province.begun.get('state') ?? '';
  const cookies = [
    '', 'x', `__Secure-session=${officerToken()}`, `__Secure-session=${citizenToken()}; __Secure-session-opened=1`, '__Secure-session-opened=1', '__Secure-refresh=province.good-refresh', '__Secure-refresh=national.good-refresh', '__Secure-refresh=national.bad',
    province.attemptCookie, `${province.attemptCookie}; __Secure-refresh=national.good-refresh`,
  ];
  scenes = province.scenes.map((scene) => ({ ...scene, cookie: cookies, state: [attempt], code: ['good-code', 'bad-code'], realm: ['national', 'province'] }));
});
const seen: { name: string; reached: number; done: number }[] = [];
afterAll(() => {
  const [reached, done] = [seen.reduce((sum, one) => sum + one.reached, 0), seen.reduce((sum, one) => sum + one.done, 0)];
  process.stdout.write(`generated requests: ${seen.length} routes x ${requestsPerRoute}, seed ${seed}: ${reached} came through to a use case, ${done} were done\n`);
});

const once = <T>(make: (route: Route) => T): ((route: Route) => T) => {
  const made = new Map<Route, T>();
  return (route) => { const known = made.get(route) ?? make(route); made.set(route, known); return known; };
};
const paramsIn = once((route) => new RegExp(`^/api${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]*)')}$`));
const addressOf = once((route) => new RegExp(`^/api${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`));
const announced = once((route) => new Set<string>(problemsOf(route)));

const send = async (route: Route, { path, ...rest }: GeneratedRequest) => {
  const match = paramsIn(route).exec(path);
  const event = httpEvent({ ...rest, path, actor: allowed(route) });
  const calls = province.memory.calls();
  const answer = await province.handle(route, match?.groups ? { ...event, pathParameters: { ...match.groups } } : event);
  return { ...answer, reached: answer.statusCode < 400 || province.memory.calls() > calls };
};

/** What must not happen, whatever came in. */
const isFault = ({ statusCode, body = '{}', headers }: Awaited<ReturnType<typeof send>>): boolean => {
  if (statusCode >= 500) return true;
  if (/\bat .+\.m?[jt]s:\d+|node_modules|DynamoDB/.test(body)) return true;
  if (statusCode >= 400 && headers['x-problem-code'] !== undefined) return !Object.hasOwn(problems, headers['x-problem-code']) || !Open311Errors.safeParse(JSON.parse(body)).success;
  if (statusCode < 400) return false;
  const { code, correlationId } = JSON.parse(body) as { code?: string; correlationId?: string };
  return statusCode >= 400 && (!Object.hasOwn(problems, code ?? '') || correlationId !== headers['x-correlation-id']);
};

/** A refusal the contract does not announce: nobody who reads the OpenAPI document could be ready for it. An address that is not the route's is nobody's. */
const unannounced = (route: Route, { path }: GeneratedRequest, { statusCode, body = '{}', headers }: Awaited<ReturnType<typeof send>>): string | undefined => {
  const { code = headers['x-problem-code'] ?? '' } = JSON.parse(statusCode < 400 ? '{}' : body) as { code?: string };
  return code === '' || announced(route).has(code) || (code === 'not-found' && !addressOf(route).test(path)) ? undefined : code;
};

describe(`generated requests to the functions themselves, ${requestsPerRoute} a route, seed ${seed}`, () => {
  test.each(routes.map((route) => [route.name, route] as const))('%s never answers 5xx', async (_name, route) => {
    const asItWas = province.memory.snapshot();
    let [reached, done] = [0, 0];
    let place = 0;
    const surprises = new Set<string>();
    for (const request of generateRequests(route, { count: requestsPerRoute, seed, siteOrigin, scenes: ofFeedback.has(route) ? province.feedbackScenes : scenes })) {
      if (place++ % atOnce === 0) asItWas();
      const answer = await send(route, request);
      if (answer.reached) reached++;
      if (answer.statusCode < 400) done++;
      const undeclared = unannounced(route, request, answer);
      if (undeclared !== undefined) surprises.add(undeclared);
      if (isFault(answer)) expect.unreachable(`${request.method} ${request.path.slice(0, 200)}?${request.query.slice(0, 100)} ${JSON.stringify(request.body)?.slice(0, 600)} -> ${answer.statusCode} ${answer.body}`);
    }
    asItWas();
    expect([...surprises], 'refusals the contract does not announce').toEqual([]);
    seen.push({ name: route.name, reached, done });
    // a generator that never gets past the contract would prove nothing
    expect(reached).toBeGreaterThan(requestsPerRoute / 10);
  });

  test('nearly every route also did what was asked of it', () => {
    expect(seen.filter(({ done }) => done === 0).length, JSON.stringify(seen)).toBeLessThanOrEqual(routes.length / 10);
  });
});

test('the check notices what must not happen', () => {
  const good = { statusCode: 404, body: '{"code":"not-found","correlationId":"cor_1"}', headers: { 'x-correlation-id': 'cor_1' }, reached: true };
  expect(isFault(good)).toBe(false);
  expect(isFault({ ...good, statusCode: 500 })).toBe(true);
  expect(isFault({ ...good, body: '{"code":"not-a-code","correlationId":"cor_1"}' })).toBe(true);
  expect(isFault({ ...good, headers: {} })).toBe(true);
  expect(isFault({ ...good, body: '{"code":"not-found","correlationId":"cor_1","detail":"at handler (file:///code/http.ts:1:2)"}' })).toBe(true);
});
