import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { actorContext } from '../../shared/runtime/actor.ts';
import { env } from '../../shared/runtime/env.ts';
import { httpApi, on } from '../../shared/runtime/http.ts';
import { reply } from '../../shared/runtime/reply.ts';
import { callers, now } from './callers.ts';
import type { Caller } from './callers.ts';

const routes: readonly Route[] = Object.values(routesByWorkflow).flat();

/** The route as it is, but for shapes: who may call is asked before what was sent. */
const shapeless = (route: Route): Route => ({ ...route, params: z.any(), query: z.any(), body: z.any(), ok: { status: route.ok.status, body: z.any() } });

type Sent = Readonly<Record<string, string>>;
const proper = (): Sent => ({ origin: env('SITE_ORIGIN'), 'idempotency-key': 'matrix-0001' });

/** Calls a route as someone. `reached` tells whether the handler was run, `code` what the caller was told otherwise. */
const call = async (route: Route, { actor }: Pick<Caller, 'actor'>, headers: Sent = proper()): Promise<{ reached: boolean; status: number; code?: string }> => {
  let reached = false;
  const handler = httpApi([on(shapeless(route), () => { reached = true; return reply({ body: {} }); })], () => now);
  const answer = await handler({
    version: '2.0', headers,
    requestContext: { http: { method: route.method, path: `/api${route.path.replace(/\{\w+\}/g, 'x')}` }, authorizer: { lambda: actorContext(actor) } },
  });
  const code = answer.statusCode >= 400 ? (JSON.parse(answer.body ?? '{}') as { code?: string }).code ?? answer.headers['x-problem-code'] : undefined;
  return { reached, status: answer.statusCode, ...(code === undefined ? {} : { code }) };
};

/** What the contract says, read again and differently from the runner. */
const declared = ({ access, ok }: Route, { actor, holds }: Caller): Awaited<ReturnType<typeof call>> => {
  const ways = access.filter((way) => way.kind === 'public' || way.kind === 'key' || way.kind === actor.kind);
  const open = ways.some((way) => {
    if (way.kind === 'officer') return holds.some((role) => way.roles.includes(role));
    return way.kind !== 'machine' || (actor.kind === 'machine' && actor.scopes.includes(way.scope));
  });
  if (open) return { reached: true, status: ok.status };
  return actor.kind === 'nobody' ? { reached: false, status: 401, code: actor.why } : { reached: false, status: 403, code: 'not-allowed' };
};

const differing = async (route: Route, rule = declared): Promise<string[]> => {
  const found: string[] = [];
  for (const caller of callers) {
    const [is, should] = [await call(route, caller), rule(route, caller)];
    if (JSON.stringify(is) !== JSON.stringify(should)) found.push(`${caller.name}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`);
  }
  return found;
};

describe(`who may call: ${routes.length} routes by ${callers.length} callers`, () => {
  test.each(routes.map((route) => [route.name, route] as const))('%s', async (_, route) => expect(await differing(route)).toEqual([]));
});

describe('what every declaration must say', () => {
  test('names are unique and every route declares somebody', () => {
    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length);
    expect(routes.filter(({ access }) => access.length === 0)).toEqual([]);
  });

  // who has no account books with a telephone number; what opens a booking afterwards is its code of 60 random bits
  test('nobody writes without being known, except to renew or end a session, to book a visit, and to report', () => {
    const open = routes.filter(({ method, access }) => method !== 'GET' && access.some(({ kind }) => kind === 'public'));
    expect(open.map(({ name }) => name)).toEqual(['refreshSession', 'signOut', 'bookSlot', 'cancelBooking', 'moveBooking',
      // anyone may report what is wrong outside (QĐ 2582/QĐ-UBND): bounded by device, telephone and address; what is the reporter's alone needs the key of the receipt
      'suggestCategory', 'requestFeedbackUpload', 'reportFeedback', 'openOwnFeedback', 'addVoice', 'sayNotFixed', 'rateFeedback', 'reopenFeedback', 'forgetMe',
      // who wants mails: bounded by mail and network address, and nothing comes before the link of the first is confirmed; the others need the key of that link
      'followArea', 'confirmFollowing', 'endFollowing']);
  });

  test('the desk is for officers of the agency, and for nobody else', () => {
    const desk = routes.filter(({ path }) => path.startsWith('/desk/'));
    expect(desk.length).toBeGreaterThan(0);
    for (const { name, access } of desk) expect(access.map((way) => [way.kind, 'rows' in way ? way.rows : 'none']), name).toEqual([['officer', 'own-agency']]);
  });

  test('who administers cannot read dossiers', () => {
    const content = routes.filter(({ path }) => /dossier|upload|\/desk\//.test(path));
    const administrators = content.flatMap(({ access }) => access.flatMap((way) => (way.kind === 'officer' ? way.roles : [])))
      .filter((role) => ['directory-administrator', 'catalogue-editor', 'catalogue-reviewer', 'operations-duty'].includes(role));
    expect(content.length).toBeGreaterThan(10);
    expect(administrators).toEqual([]);
  });
});

describe('a write says where it comes from', () => {
  const writes = routes.filter(({ method }) => method !== 'GET');
  const allowed = (route: Route): Caller => {
    const found = callers.find((caller) => declared(route, caller).reached);
    if (found === undefined) throw new Error(`nobody may call ${route.name}`);
    return found;
  };

  const byPeople = writes.filter(({ access }) => access.some(({ kind }) => kind !== 'machine' && kind !== 'key'));
  test.each(byPeople.map((route) => [route.name, route] as const))('%s', async (_, route) => {
    const caller = allowed(route);
    expect(await call(route, caller)).toEqual({ reached: true, status: route.ok.status });
    for (const origin of ['', 'null', 'https://example.org', `${env('SITE_ORIGIN')}.example.org`, `${env('SITE_ORIGIN')}/`, env('SITE_ORIGIN').toUpperCase()]) {
      const { origin: _own, ...rest } = proper();
      expect(await call(route, caller, origin === '' ? rest : { ...rest, origin }), `origin ${origin}`).toEqual({ reached: false, status: 403, code: 'origin-refused' });
    }
  });

  test.each(writes.filter(({ keyed }) => keyed).map((route) => [route.name, route] as const))('%s names its intention', async (_, route) => {
    for (const key of ['', 'short', 'x'.repeat(65), 'with space 1', 'khóa-chống-trùng']) {
      expect(await call(route, allowed(route), { ...proper(), 'idempotency-key': key }), key).toEqual({ reached: false, status: 400, code: 'idempotency-key-missing' });
    }
  });
});

test('a machine needs no origin: it holds no cookie that another page could send along', async () => {
  const route: Route = { ...(routes.find(({ method }) => method === 'PUT') as Route), access: [{ kind: 'machine', scope: 'dossiers/write', rows: 'own-agency' }] };
  const machine: Caller = { name: 'machine', actor: { kind: 'machine', clientId: 'partner', scopes: ['dossiers/write', 'agency/H30.07'], agency: 'H30.07' }, holds: [] };
  expect(await call(route, machine, {})).toEqual({ reached: true, status: route.ok.status });
  expect(await call(route, { actor: { ...machine.actor, scopes: ['dossiers/writer'] } as Caller['actor'] })).toEqual({ reached: false, status: 403, code: 'not-allowed' });
});

test('whose key is in the request needs no origin: no cookie is looked at there, and the key is asked for before anything else', async () => {
  const keyed = routes.filter(({ access }) => access.some(({ kind }) => kind === 'key'));
  expect(keyed.map(({ name, access }) => [name, access])).toEqual(['endFollowingByMail', 'takeZaloMessage', 'takeMail', 'postServiceRequest'].map((name) => [name, [{ kind: 'key', rows: 'none' }]]));
  for (const route of keyed) expect(await call({ ...route, form: undefined } as never, { actor: { kind: 'nobody', why: 'signed-out' } }, {})).toEqual({ reached: true, status: route.ok.status });
});

test('the matrix notices a declaration that is not kept', async () => {
  const closed = routes.find(({ name }) => name === 'getQueue') as Route;
  const opened: Route = { ...closed, access: [{ kind: 'public' }] };
  const found = await differing(opened, (_, caller) => declared(closed, caller));
  expect(found.length).toBeGreaterThan(callers.length / 2);
  expect(found[0]).toContain('nobody: {"reached":true');
});
