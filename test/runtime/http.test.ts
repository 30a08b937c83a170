import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { anyone, citizen as citizens, machine, officer as officers } from '../../shared/contracts/access.ts';
import { fieldProblems } from '../../shared/contracts/field-problems.ts';
import { ProblemBody } from '../../shared/contracts/problem-body.ts';
import { problems } from '../../shared/contracts/problems.ts';
import { defineRoute } from '../../shared/contracts/route.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { DossierId } from '../../shared/kernel/ids.ts';
import { cleanText } from '../../shared/kernel/vietnamese-text.ts';
import { IsoInstant } from '../../shared/kernel/vietnam-time.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { httpApi, on } from '../../shared/runtime/http.ts';
import type { Call } from '../../shared/runtime/http.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { reply } from '../../shared/runtime/reply.ts';
import { citizen, httpEvent, jsonHeaders, officer, siteOrigin } from './events.ts';

const summary = { vi: 'Thử', en: 'Test' };
const Read = defineRoute({ name: 'read', method: 'GET', path: '/things/{thing}', access: [anyone()], summary, params: z.object({ thing: DossierId }), query: z.object({ at: IsoInstant.optional() }), ok: { status: 200, body: z.object({ thing: z.string() }) }, problems: [] });
const Body = z.object({ name: cleanText(20), note: cleanText(100, { multiline: true }).optional(), count: z.int().min(0).max(10).optional(), at: IsoInstant.optional() });
const Write = defineRoute({ name: 'write', method: 'POST', path: '/things', access: [citizens()], keyed: true, summary, body: Body, ok: { status: 201, body: z.object({ name: z.string() }) }, problems: [] });
const Desk = defineRoute({ name: 'desk', method: 'POST', path: '/desk', access: [officers(['leader'])], summary, ok: { status: 204 }, problems: [] });
const Device = defineRoute({ name: 'device', method: 'POST', path: '/device', access: [machine('dossiers/read')], summary, ok: { status: 204 }, problems: [] });

const thing = 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
const read = (more: Partial<Parameters<typeof httpEvent>[0]> = {}) => httpEvent({ method: 'GET', path: `/api/things/${thing}`, ...more });
const write = (body: unknown, more: Partial<Parameters<typeof httpEvent>[0]> = {}) =>
  httpEvent({ method: 'POST', path: '/api/things', headers: jsonHeaders, actor: citizen, body: typeof body === 'string' ? body : JSON.stringify(body), ...more });

type WriteCall = Call<unknown, unknown, z.output<typeof Body>>;
const api = (onWrite: (call: WriteCall) => unknown = ({ body }) => ({ name: body.name })) => httpApi([
  on(Read, ({ params }) => params), on(Write, (call) => onWrite(call) as { name: string }), on(Desk, () => undefined), on(Device, () => undefined),
]);
const answer = async (event: ReturnType<typeof httpEvent>, handler = api()) => {
  const { statusCode, body, headers, cookies } = await handler(event);
  return { status: statusCode, body: (body === undefined ? undefined : JSON.parse(body)) as Record<string, unknown> & { code?: string; errors?: { pointer: string; code: string }[] }, headers, cookies };
};
afterEach(() => { vi.restoreAllMocks(); });

describe('an answer', () => {
  test('carries the contract’s status and only the contract’s fields', async () => {
    const { status, body, headers } = await answer(write({ name: 'Đơn' }), api(({ body: { name } }) => ({ name, secret: 'x' })));
    expect({ status, body }).toEqual({ status: 201, body: { name: 'Đơn' } });
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  });
  test('takes cookies, a location and headers; a given header wins over ours', async () => {
    const handler = httpApi([on(Read, ({ params }) => reply({ body: params, cookies: ['a=1', 'b=2'], location: '/x', headers: { 'cache-control': 'max-age=60' } }))]);
    expect(await answer(read(), handler)).toMatchObject({ cookies: ['a=1', 'b=2'], headers: { location: '/x', 'cache-control': 'max-age=60' } });
  });
  test('of another shape than the contract’s is our fault and does not leave', async () => {
    const { status, body } = await answer(write({ name: 'x' }), api(() => ({ surprise: 'canary' })));
    expect({ status, code: body.code, leaks: JSON.stringify(body).includes('canary') }).toEqual({ status: 500, code: 'unexpected', leaks: false });
  });
  test('repeats the caller’s correlation id when it is one, and makes one when not', async () => {
    const given = 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
    expect((await answer(read({ headers: { 'x-correlation-id': given } }))).headers['x-correlation-id']).toBe(given);
    expect((await answer(read({ headers: { 'x-correlation-id': 'x' } }))).headers['x-correlation-id']).toMatch(/^cor_[0-9A-Z]{26}$/);
  });
});

describe('problems', () => {
  test.each(Object.keys(problems))('%s answers its status and sentences', async (code) => {
    const { status, body, headers } = await answer(write({ name: 'x' }), api(() => { throw new DomainError(code, 'secret detail', { pointers: ['/body/name'] }); }));
    const problem = problems[code as keyof typeof problems];
    expect(status).toBe(problem.status);
    expect(ProblemBody.parse(body)).toMatchObject({ type: `urn:haugiang:problem:${code}`, title: problem.vi, titleEn: problem.en, correlationId: headers['x-correlation-id'] });
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.stringify(body)).not.toContain('secret');
  });
  test.each([new DomainError('no-such-code'), new Error('boom'), 'text', undefined, null])('%s is unexpected, without its message', async (error) => {
    const { status, body } = await answer(write({ name: 'x' }), api(() => { throw error; }));
    expect({ status, code: body.code, message: /boom|text|no-such/.test(JSON.stringify(body)) }).toEqual({ status: 500, code: 'unexpected', message: false });
  });
  test('tell what is possible now', async () => {
    expect((await answer(write({ name: 'x' }), api(() => { throw new DomainError('state-conflict', undefined, { extra: { allowed: ['take'] } }); }))).body).toMatchObject({ code: 'state-conflict', allowed: ['take'] });
  });
  test('name each field by its own code, whether of a field or of a problem; one nobody knows gets the refusal’s', async () => {
    const pointers = ['/body/a', '/body/b', '/body/c'];
    const { body } = await answer(write({ name: 'x' }), api(() => { throw new DomainError('agency-cycle', undefined, { pointers, extra: { fieldCodes: ['agency-code-twice', 'field.missing', 'no-such-code'] } }); }));
    expect(body.errors).toEqual([
      { pointer: '/body/a', code: 'agency-code-twice', vi: problems['agency-code-twice'].vi, en: problems['agency-code-twice'].en },
      { pointer: '/body/b', code: 'field.missing', ...fieldProblems['field.missing'] },
      { pointer: '/body/c', code: 'agency-cycle', vi: problems['agency-cycle'].vi, en: problems['agency-cycle'].en },
    ]);
  });
  test('every sentence is there in both languages', () => {
    for (const { vi: vietnamese, en } of [...Object.values(problems), ...Object.values(fieldProblems)]) expect([vietnamese.length > 5, en.length > 5]).toEqual([true, true]);
  });
  test('an unknown route is not found', async () => {
    for (const path of ['/api/nothing', '/', '/api', '/things', '//', '/api/things/a/b/c']) expect((await answer(read({ path }))).body.code).toBe('not-found');
    expect((await answer(read({ method: 'TRACE' }))).body.code).toBe('not-found');
  });
});

describe('text and numbers', () => {
  const trap = async (body: unknown) => (await answer(write(body))).body;
  test.each([
    ['NUL', 'a\u0000b', 'text.control'], ['a control', 'a\u0007', 'text.control'], ['right-to-left override', '\u202eabc', 'text.control'], ['zero width', 'a\u200bb', 'text.control'],
    ['a lone surrogate', '\ud800', 'text.control'], ['nothing', '  ', 'text.empty'], ['64 KB', 'x'.repeat(64 * 1024), 'text.too-long'], ['a line break', 'a\nb', 'text.control'],
    ['a number', 7, 'text.missing'], ['null', null, 'text.missing'],
  ])('%s is named at its place', async (_what, name, code) => {
    expect(await trap({ name })).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/name', code, vi: expect.any(String) as string, en: expect.any(String) as string }] });
  });
  test('decomposed text is composed', async () => {
    expect((await trap({ name: 'Nguyễn'.normalize('NFD') }))['name']).toBe('Nguyễn'.normalize('NFC'));
  });
  test('line breaks pass where the contract has them', async () => {
    expect((await answer(write({ name: 'a', note: 'a\r\nb' }), api(({ body }) => ({ name: body.note })))).body['name']).toBe('a\nb');
  });
  test.each([['1e309', 'field.type'], ['-1', 'field.too-small'], ['1e15', 'field.too-large'], ['0.5', 'field.type'], ['"3"', 'field.type'], ['9007199254740993', 'field.too-large']])('count %s is refused', async (raw, code) => {
    const errors = (await answer(write(`{"name":"a","count":${raw}}`))).body.errors ?? [];
    expect(errors[0]).toMatchObject({ pointer: '/body/count' });
    expect(errors.some((error) => error.code === code)).toBe(true);
  });
  test('an instant without a zone is refused', async () => {
    expect(await trap({ name: 'a', at: '2026-11-22T09:00:00' })).toMatchObject({ errors: [{ pointer: '/body/at', code: 'instant.malformed' }] });
    expect((await answer(read({ query: 'at=2026-11-22T09:00:00' }))).body).toMatchObject({ errors: [{ pointer: '/query/at', code: 'instant.malformed' }] });
  });
});

describe('bodies', () => {
  test.each(['{', 'x', '{"a":1}x', "{'a':1}", '\u0000'])('%j is not JSON', async (body) => {
    expect(await answer(write(body))).toMatchObject({ status: 400, body: { code: 'request-not-json' } });
  });
  test.each(['__proto__', 'constructor', 'prototype'])('a key %s is refused at any depth and pollutes nothing', async (key) => {
    for (const body of [`{"name":"a","${key}":{"admin":true}}`, `{"name":"a","x":[{"${key}":{"admin":true}}]}`]) expect(await answer(write(body))).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
  test('deep nesting is refused', async () => {
    for (const depth of [30, 50_000]) expect(await answer(write(`{"name":"a","x":${'['.repeat(depth)}${']'.repeat(depth)}}`))).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });
  test('more than 256 KB is too large, counted in bytes', async () => {
    for (const letter of ['x', 'ệ']) expect(await answer(write({ name: letter.repeat(letter === 'x' ? 262_200 : 90_000) }))).toMatchObject({ status: 413, body: { code: 'request-too-large' } });
  });
  test('base64 is decoded; what is not UTF-8 is not JSON', async () => {
    const encoded = (bytes: Buffer) => write(bytes.toString('base64'), { base64: true });
    expect((await answer(encoded(Buffer.from('{"name":"Đơn"}')))).body).toEqual({ name: 'Đơn' });
    expect(await answer(encoded(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])))).toMatchObject({ status: 400, body: { code: 'request-not-json' } });
    expect(await answer(write('%%%', { base64: true }))).toMatchObject({ status: 400 });
    expect(await answer(write('A'.repeat(400_000), { base64: true }))).toMatchObject({ status: 413 });
  });
  test.each(['text/plain', 'application/jsonp', '', undefined])('content type %s is refused', async (type) => {
    expect(await answer(write({ name: 'a' }, { headers: { ...jsonHeaders, 'content-type': type } }))).toMatchObject({ status: 400, body: { code: 'request-not-json' } });
  });
  test('a missing body is named', async () => {
    expect(await answer(write(''))).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ pointer: '/body', code: 'field.missing' }] } });
  });
});

describe('paths and queries', () => {
  test.each(['%', '%E0%A4%A', '%zz', '%C0%AF', 'dos_1', '..', '%00', 'a'.repeat(5000)])('path part %j is the caller’s mistake', async (part) => {
    expect(await answer(read({ path: `/api/things/${part}` }))).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ pointer: '/params/thing' }] } });
  });
  test('a path part is decoded', async () => {
    expect((await answer(read({ path: `/api/things/${thing.replace('_', '%5F')}` }))).body).toEqual({ thing });
  });
  test('a query name given twice is refused, and so is malformed encoding in a value', async () => {
    expect((await answer(read({ query: 'at=1&at=2' }))).body).toMatchObject({ errors: [{ pointer: '/query/at', code: 'field.twice' }] });
    for (const query of ['at=%E0%A4%A', 'at=%', 'at=%ff']) expect((await answer(read({ query }))).status).toBe(400);
  });
});

describe('who may', () => {
  const call = async (path: string, actor?: Actor, headers: Record<string, string> = jsonHeaders) => (await answer(httpEvent({ method: 'POST', path, headers, body: '', ...(actor ? { actor } : {}) }))).body?.code;
  const device: Actor = { kind: 'machine', clientId: 'm', scopes: ['dossiers/read'], agency: 'H30' };
  test('nobody is asked to sign in, or again', async () => {
    expect([await call('/api/desk'), await call('/api/desk', { kind: 'nobody', why: 'session-expired' })]).toEqual(['signed-out', 'session-expired']);
  });
  test('another kind, another role, a post that has ended and a missing scope are not allowed', async () => {
    const ended: Actor = { ...officer('leader') as Extract<Actor, { kind: 'officer' }>, posts: [{ agency: 'H30', role: 'leader', from: '2020-01-01', to: '2020-12-31' }] };
    expect(await Promise.all([call('/api/desk', citizen), call('/api/desk', officer('case-officer')), call('/api/desk', ended), call('/api/desk', device), call('/api/device', { ...device, scopes: [] } as Actor), call('/api/device', officer('leader'))]))
      .toEqual(Array.from({ length: 6 }, () => 'not-allowed'));
  });
  test('the named role and the scope may', async () => {
    expect([await call('/api/desk', officer('leader')), await call('/api/device', device)]).toEqual([undefined, undefined]);
  });
  test('an authoriser’s context of another shape is nobody', async () => {
    for (const lambda of [undefined, null, 'x', {}, { actor: 7 }, { actor: '{' }, { actor: '{"kind":"king"}' }, { actor: '{"kind":"officer"}' }]) {
      const event = httpEvent({ method: 'POST', path: '/api/desk', headers: jsonHeaders });
      expect((await answer({ ...event, requestContext: { ...event.requestContext, authorizer: { lambda } } })).body.code).toBe('signed-out');
    }
  });
  test.each([undefined, '', 'null', 'https://evil.example', `${siteOrigin}.evil.example`, `${siteOrigin}/`, siteOrigin.toUpperCase()])('a write from origin %s is refused', async (origin) => {
    expect((await answer(write({ name: 'a' }, { headers: { ...jsonHeaders, origin } }))).body.code).toBe('origin-refused');
  });
  test('a machine’s write and anybody’s read need no origin', async () => {
    expect([await call('/api/device', device, {}), (await answer(read())).status]).toEqual([undefined, 200]);
  });
});

describe('request keys', () => {
  test.each([undefined, '', 'short12', 'x'.repeat(65), 'a b c d e f', 'khóa-chống-trùng', 'abcdefgh\n', 'abcdefgh,abcdefgh'])('key %j is missing', async (key) => {
    expect((await answer(write({ name: 'a' }, { headers: { ...jsonHeaders, 'idempotency-key': key } }))).body.code).toBe('idempotency-key-missing');
  });
  const keyOf = async (body: unknown, more: Partial<Parameters<typeof httpEvent>[0]> = {}) => {
    let key = { id: '', fingerprint: '' };
    await answer(write(body, more), api((call) => { key = call.requestKey; return { name: 'a' }; }));
    return key;
  };
  test('the same caller, key and content name the same write, in whatever order the fields come', async () => {
    expect(await keyOf('{"name":"a","count":1}')).toEqual(await keyOf('{"count":1,"name":"a"}'));
  });
  test('other content keeps the id and changes the fingerprint; another caller or key changes the id', async () => {
    const first = await keyOf({ name: 'a' });
    const other = await keyOf({ name: 'b' });
    expect([first.id === other.id, first.fingerprint === other.fingerprint]).toEqual([true, false]);
    expect((await keyOf({ name: 'a' }, { actor: { ...citizen, subject: 'citizen-2' } as Actor })).id).not.toBe(first.id);
    expect((await keyOf({ name: 'a' }, { headers: { ...jsonHeaders, 'idempotency-key': 'key-00000002' } })).id).not.toBe(first.id);
  });
});

describe('the log', () => {
  test('has one line a request, of named fields, without what was sent', async () => {
    const lines: unknown[][] = [];
    vi.spyOn(logger, 'info').mockImplementation((...line) => { lines.push(line); });
    vi.spyOn(logger, 'error').mockImplementation((...line) => { lines.push(line); });
    await answer(write({ name: 'canary-name' }, { headers: { ...jsonHeaders, cookie: 'canary-cookie=1', authorization: 'canary' }, query: 'canary=1' }));
    await answer(write({ name: 'a' }), api(() => { throw new Error('canary in a message'); }));
    const info = lines.filter(([message]) => message === 'request');
    expect(info).toHaveLength(2);
    expect(Object.keys(info[0]?.[1] as object).toSorted()).toEqual(['actor', 'awsMilliseconds', 'correlationId', 'milliseconds', 'problem', 'route', 'status']);
    expect(JSON.stringify(lines)).not.toMatch(/canary|Công dân/);
  });
});
