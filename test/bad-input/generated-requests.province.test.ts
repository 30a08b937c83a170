import { beforeAll, describe, expect, inject, test } from 'vitest';
import { seedAccounts } from '../../infra/local/seed/accounts.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { generateRequests } from '../fuzz/requests.ts';
import type { GeneratedRequest } from '../fuzz/requests.ts';
import { person } from '../support/people.ts';

const routes: readonly Route[] = Object.values(routesByWorkflow).flat();
/** Two as the contract wants them, two with a mistake, two mostly wrong: that the gateway and the deployed function answer as the function itself does, which is asked 2,000 times a route (test/fuzz). */
const perRoute = 6;
const seed = 20261122;
const atOnce = 3;

/** Who may call each route, so that the requests come through to what is behind the door. */
const callerOf: Readonly<Record<string, string>> = { ...Object.fromEntries(seedAccounts.flatMap(({ username, posts }) => posts.map(({ role }) => [role, username]))), citizen: 'congdan02' };
const usernameFor = ({ access }: Route): string | undefined => {
  if (access.some(({ kind }) => kind === 'public' || kind === 'key')) return undefined;
  const [way] = access;
  if (way.kind === 'machine') return undefined;
  const caller = callerOf[way.kind === 'officer' ? (way.roles[0] ?? '') : way.kind];
  if (caller === undefined) throw new Error(`no account of the seed may call it: ${JSON.stringify(way)}`);
  return caller;
};

/** What would really change the directory or the catalogue that the other tests stand on. */
const wouldAdminister = ({ path, method, body }: Route, request: GeneratedRequest): boolean => {
  if (method !== 'PUT' || !/^\/(directory|catalogue)\//.test(path)) return false;
  try {
    return body.safeParse(JSON.parse(request.body ?? 'null')).success;
  } catch {
    return false;
  }
};

const sendable = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name, value]) => { try { return new Headers({ [name]: value }).has(name); } catch { return false; } }));

/** The API itself: what stands before it would turn the strangest requests away. */
const api = (): string => inject('outputs')['ApiUrl'] ?? '';

const sessions = new Map<string, Session>();
beforeAll(async () => { for (const username of Object.values(callerOf)) sessions.set(username, await person(username)); });

type Outcome = { readonly status: number; readonly text: string; readonly ours: boolean; /** beside an answer whose interface has no place for our code */ readonly beside?: string | undefined };
const send = async (route: Route, { path, query, headers, body }: GeneratedRequest): Promise<Outcome> => {
  const username = usernameFor(route);
  const cookie: Record<string, string> = username === undefined ? {} : { cookie: sessions.get(username)?.cookieFor('/api/x') ?? '' };
  const answer = await fetch(`${api()}${path.slice('/api'.length)}${query === '' ? '' : `?${query}`}`, {
    method: route.method, redirect: 'manual', headers: { ...sendable(headers), ...cookie }, ...(body === undefined || route.method === 'GET' ? {} : { body }),
  });
  return { status: answer.status, text: await answer.text(), ours: answer.headers.has('x-correlation-id'), beside: answer.headers.get('x-problem-code') ?? undefined };
};

/** What must not happen, whatever came in: a 5xx, a refusal without our code, a trace of our code in an answer. */
const faultOf = ({ status, text, ours, beside }: Outcome): string | undefined => {
  if (status >= 500) return `${status} ${text.slice(0, 300)}`;
  if (/\bat .+\.m?js:\d+|node_modules|DynamoDB/.test(text)) return `a trace: ${text.slice(0, 300)}`;
  if (!ours || status < 400) return undefined;
  const { code = beside } = JSON.parse(text) as { code?: string };
  return code !== undefined && Object.hasOwn(problems, code) ? undefined : `no code: ${text.slice(0, 300)}`;
};

describe(`generated requests over HTTP, ${perRoute} a route, seed ${seed}`, () => {
  test.each(routes.map((route) => [route.name, route] as const))('%s', async (_, route) => {
    const requests = [...generateRequests(route, { count: perRoute, seed, siteOrigin: inject('site') })].filter((request) => !wouldAdminister(route, request));
    const faults: string[] = [];
    let ours = 0;
    const waiting = requests.values();
    await Promise.all(Array.from({ length: atOnce }, async () => {
      for (const request of waiting) {
        const outcome = await send(route, request);
        const fault = faultOf(outcome);
        if (outcome.ours) ours++;
        if (fault !== undefined) faults.push(`${request.method} ${request.path.slice(0, 200)}?${request.query.slice(0, 100)} ${request.body?.slice(0, 200) ?? ''} -> ${fault}`);
      }
    }));
    expect(faults).toEqual([]);
    // requests the gateway turns away by itself try nothing of ours
    expect(ours).toBeGreaterThan(requests.length / 2);
  });
});

test('the check notices what must not happen', () => {
  const good = { status: 404, text: '{"code":"not-found"}', ours: true };
  expect(faultOf(good)).toBeUndefined();
  expect(faultOf({ ...good, status: 502, ours: false })).toContain('502');
  expect(faultOf({ ...good, text: '{"code":"not-found-at-all"}' })).toContain('no code');
  expect(faultOf({ ...good, text: '{"code":"not-found","detail":"at handler (file:///code/index.mjs:1:2)"}' })).toContain('a trace');
});
