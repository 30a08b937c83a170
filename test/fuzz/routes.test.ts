import { describe, expect, test } from 'vitest';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { httpApi, on } from '../../shared/runtime/http.ts';
import { generateRequests } from './requests.ts';
import { citizen, httpEvent, officer, siteOrigin } from '../runtime/events.ts';

const routes: readonly Route[] = Object.values(routesByWorkflow).flat();
const requestsPerRoute = 2000;
const seed = 20261122;

const allowed = ({ access }: Route): Actor => {
  const [way] = access;
  return way.kind === 'officer' ? officer(way.roles[0] as 'leader') : citizen;
};

/** Counts who comes through to the use case, and answers with a problem of the route: what a use case may say is not tried here. */
const served = (route: Route) => {
  const seen = { count: 0 };
  const handler = httpApi([on(route, () => {
    seen.count++;
    throw new DomainError(route.problems[0] ?? 'not-found');
  })]);
  return { handler, seen };
};

describe(`generated requests, ${requestsPerRoute} a route, seed ${seed}`, () => {
  test.each(routes.map((route) => [route.name, route] as const))('%s never answers 5xx', async (_name, route) => {
    const { handler, seen } = served(route);
    const tally = new Map<number, number>();
    for (const request of generateRequests(route, requestsPerRoute, seed, siteOrigin)) {
      const { path, ...rest } = request;
      const match = new RegExp(`^/api${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]*)')}$`).exec(path);
      const event = httpEvent({ ...rest, path, actor: allowed(route) });
      const answer = await handler(match?.groups ? { ...event, pathParameters: { ...match.groups } } : event);
      tally.set(answer.statusCode, (tally.get(answer.statusCode) ?? 0) + 1);
      const body = JSON.parse(answer.body ?? '{}') as { code?: string; correlationId?: string };
      if (answer.statusCode >= 500 || !Object.hasOwn(problems, body.code ?? '') || body.correlationId !== answer.headers['x-correlation-id']) {
        expect.unreachable(`${request.method} ${path.slice(0, 200)} ${JSON.stringify(request.body)?.slice(0, 300)} -> ${answer.statusCode} ${answer.body}`);
      }
    }
    expect([...tally.keys()].filter((status) => status >= 500)).toEqual([]);
    // a generator that never gets past the contract would prove nothing
    expect(seen.count).toBeGreaterThan(requestsPerRoute / 50);
  });
});
