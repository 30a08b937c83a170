import { afterEach, expect, test, vi } from 'vitest';
import { alsoKnow, call } from '../../web/client/client.ts';
import { officerRoutes } from '../../web/client/officer-routes.gen.ts';
import { reloadSession } from '../../web/client/session.ts';

alsoKnow(officerRoutes);

type Reply = { status: number; body?: unknown; type?: string; headers?: Record<string, string> };
const reply = ({ status, body, type = 'application/json', headers = {} }: Reply): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } });

/** Answers by "METHOD path" in order; what is not listed fails the test. */
const serve = (answers: Record<string, Reply[]>) => {
  const asked: { line: string; headers: Record<string, string>; body: unknown }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const line = `${init.method} ${url}`;
    asked.push({ line, headers: init.headers as Record<string, string>, body: init.body });
    const next = answers[line]?.shift();
    return next === undefined ? Promise.reject(new Error(`not expected: ${line}`)) : Promise.resolve(reply(next));
  });
  return asked;
};
const expired: Reply = { status: 401, type: 'application/problem+json', body: { code: 'session-expired', title: 'Phiên đã hết', titleEn: 'Ended', status: 401, type: 'x', correlationId: 'cor_1' } };

afterEach(() => { vi.unstubAllGlobals(); });

test('path parameters are encoded, unset query values left out', async () => {
  const asked = serve({ 'GET /api/desk/agencies/H30.19/queues/to-accept?limit=100': [{ status: 200, body: { items: [], counts: {} } }] });
  const answer = await call('getQueue', { params: { agencyCode: 'H30.19', queue: 'to-accept' }, query: { limit: 100, cursor: undefined } });
  expect(answer).toEqual({ ok: true, body: { items: [], counts: {} } });
  expect(asked[0]?.headers['idempotency-key']).toBeUndefined();
});

test('a keyed write carries a key of its own, or the one given', async () => {
  const path = 'POST /api/desk/dossiers/dos_1/take';
  const asked = serve({ [path]: [{ status: 200, body: {} }, { status: 200, body: {} }] });
  await call('takeDossier', { params: { dossierId: 'dos_1' }, body: { revision: 1 } });
  await call('takeDossier', { params: { dossierId: 'dos_1' }, body: { revision: 1 }, key: 'given-key' });
  expect(asked[0]?.headers['idempotency-key']).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  expect(asked[1]?.headers['idempotency-key']).toBe('given-key');
  expect(asked[1]?.body).toBe('{"revision":1}');
});

test('an ended session is renewed once and the call repeated under the same key', async () => {
  const path = 'POST /api/desk/dossiers/dos_1/take';
  const asked = serve({ [path]: [expired, { status: 200, body: { revision: 2 } }], 'POST /api/auth/refresh': [{ status: 200, body: { kind: 'nobody' } }] });
  const answer = await call('takeDossier', { params: { dossierId: 'dos_1' }, body: { revision: 1 } });
  expect(answer).toEqual({ ok: true, body: { revision: 2 } });
  const keys = asked.filter(({ line }) => line === path).map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('calls that fail together share one renewal', async () => {
  const asked = serve({
    'GET /api/dossiers': [expired, expired, { status: 200, body: { items: [] } }, { status: 200, body: { items: [] } }],
    'POST /api/auth/refresh': [{ status: 200, body: { kind: 'nobody' } }],
  });
  const answers = await Promise.all([call('listMyDossiers', {}), call('listMyDossiers', {})]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect(asked.filter(({ line }) => line.endsWith('/auth/refresh'))).toHaveLength(1);
});

test('a session that cannot be renewed leaves the first refusal', async () => {
  serve({ 'GET /api/dossiers': [expired], 'POST /api/auth/refresh': [expired] });
  const answer = await call('listMyDossiers', {});
  expect(answer).toMatchObject({ ok: false, problem: { code: 'session-expired', title: 'Phiên đã hết' } });
});

test('who is there is brought back where the province says a session ended, whatever this browser remembers, and only there', async () => {
  const asked = serve({
    'GET /api/auth/me': [{ status: 200, body: { kind: 'nobody', ended: true } }, { status: 200, body: { kind: 'nobody' } }],
    'POST /api/auth/refresh': [{ status: 200, body: { kind: 'citizen', name: 'Công dân' } }],
  });
  await reloadSession();
  expect(asked.map(({ line }) => line)).toEqual(['GET /api/auth/me', 'POST /api/auth/refresh']);
  await reloadSession();
  expect(asked.map(({ line }) => line).slice(2)).toEqual(['GET /api/auth/me']);
});

test('no answer at all is offline, with a sentence in both languages', async () => {
  serve({});
  const answer = await call('whoAmI', {});
  expect(answer).toMatchObject({ ok: false, problem: { code: 'offline', status: 0, title: expect.stringContaining('mạng') as string, titleEn: expect.stringContaining('network') as string } });
});

test.each([[503, 'busy'], [502, 'busy'], [429, 'busy'], [500, 'unexpected'], [404, 'unexpected']])('a gateway answer %i in its own words becomes %s', async (status, code) => {
  serve({ 'GET /api/auth/me': [{ status, body: { message: 'Service Unavailable' }, headers: { 'x-correlation-id': 'cor_9' } }] });
  expect(await call('whoAmI', {})).toMatchObject({ ok: false, problem: { code, correlationId: 'cor_9' } });
});

test('an answer that is no JSON is unexpected, not a throw', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })));
  expect(await call('whoAmI', {})).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
});
