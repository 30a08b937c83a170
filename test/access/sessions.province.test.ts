import { CognitoIdentityProviderClient, DescribeUserPoolClientCommand, UpdateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { administrator, seedAccounts } from '../../infra/local/seed/accounts.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { expectRefusal, problemOf } from '../bad-input/refusal.ts';
import { eventually, firstWard, key, person } from '../support/people.ts';

const sessionName = '__Secure-session';
const queue = `/api/desk/agencies/${firstWard}/queues/to-accept`;

let clerk: Session, citizen: Session;
let token: string;
beforeAll(async () => {
  [clerk, citizen] = await Promise.all(['motcua.vithanh1', 'congdan01'].map(person)) as [Session, Session];
  token = cookieOf(clerk, sessionName);
});

const cookieOf = (session: Session, name: string, path = '/api/auth/me'): string =>
  session.cookieFor(path).split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
const ask = (headers: Record<string, string>): Promise<Response> => fetch(new URL(queue, inject('site')), { headers });
const withSession = (value: string): Promise<Response> => ask({ cookie: `${sessionName}=${value}` });

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
const edited = (change: Record<string, unknown>): string => {
  const [head, , signature] = token.split('.');
  return `${head}.${part({ ...claims(), ...change })}.${signature}`;
};

describe('a token that is not what was issued', () => {
  test('the one that was issued works', async () => { expect((await withSession(token)).status).toBe(200); });

  const forgeries: readonly (readonly [string, () => string])[] = [
    ['nothing', () => ''],
    ['a word', () => 'admin'],
    ['without its signature', () => token.split('.').slice(0, 2).join('.')],
    ['with an empty signature', () => `${token.split('.').slice(0, 2).join('.')}.`],
    ['with another post written in', () => edited({ posts: [{ agency: firstWard, role: 'leader', from: '2020-01-01' }] })],
    ['with another end written in', () => edited({ exp: Math.floor(Date.now() / 1000) + 86_400 })],
    ['unsigned', () => `${part({ alg: 'none', typ: 'JWT' })}.${token.split('.')[1]}.`],
    ['signed by nobody', () => `${part({ alg: 'HS256', kid: 'x' })}.${token.split('.')[1]}.${part('x')}`],
    ['one letter of the signature changed', () => `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`],
    ['larger than any', () => `${token}${'x'.repeat(9000)}`],
    ['the refresh token in its place', () => cookieOf(clerk, '__Secure-refresh', '/api/auth/refresh')],
  ];
  test.each(forgeries)('%s is signed out', async (_, made) => { await expectRefusal(await withSession(made()), { code: 'signed-out' }); });

  // asked of the API itself: the local distribution keeps only the last of two cookies with one name
  test('a second cookie of the same name beside the true one', async () => {
    const direct = new URL((inject('outputs')['ApiUrl'] ?? '').replace(/\/api$/, queue));
    expect((await fetch(direct, { headers: { cookie: `${sessionName}=${token}` } })).status).toBe(200);
    for (const pair of [[token, 'planted'], ['planted', token], [token, token]]) {
      await expectRefusal(await fetch(direct, { headers: { cookie: pair.map((value) => `${sessionName}=${value}`).join('; ') } }), { code: 'signed-out' });
    }
  });

  test('a session that ran out is told apart from never having signed in', async () => {
    await expectRefusal(await ask({ cookie: `${sessionName}-opened=1` }), { code: 'session-expired' });
    await expectRefusal(await ask({}), { code: 'signed-out' });
  });

  test('a citizen’s session opens no desk, an officer’s no citizen’s page', async () => {
    await expectRefusal(await citizen.send('GET', queue), { code: 'not-allowed' });
    await expectRefusal(await clerk.send('GET', '/api/dossiers'), { code: 'not-allowed' });
  });
});

describe('a token that ran out', () => {
  const pool = (): { UserPoolId: string | undefined; ClientId: string | undefined } => ({ UserPoolId: inject('outputs')['ProvincePoolId'], ClientId: inject('outputs')['ProvinceClientId'] });
  const cognito = new CognitoIdentityProviderClient(clientOptions(inject('endpoint')));

  /** What the province's own pool issues while its client asks for tokens of so many seconds (a local pool keeps to fewer than the five minutes AWS has for the least). */
  const signedInFor = async (seconds: number): Promise<Session> => {
    const { UserPoolClient: before = {} } = await cognito.send(new DescribeUserPoolClientCommand(pool()));
    const { ClientSecret: _secret, CreationDate: _created, LastModifiedDate: _modified, ...kept } = before;
    const set = (validity: object) => cognito.send(new UpdateUserPoolClientCommand({ ...kept, ...validity, UserPoolId: pool().UserPoolId, ClientId: pool().ClientId }));
    await set({ AccessTokenValidity: seconds, IdTokenValidity: seconds, TokenValidityUnits: { ...before.TokenValidityUnits, AccessToken: 'seconds', IdToken: 'seconds' } });
    try {
      return await person('motcua.vithanh1');
    } finally {
      await set({});
    }
  };

  test('opens the desk while it lasts, and says session-expired afterwards, to reads and writes; the refresh token brings the session back', async () => {
    const seconds = 3;
    const session = await signedInFor(seconds);
    const short = cookieOf(session, sessionName);
    const { exp, iat } = JSON.parse(Buffer.from(short.split('.')[1] ?? '', 'base64url').toString()) as { exp: number; iat: number };
    expect(exp - iat).toBe(seconds);
    expect((await withSession(short)).status).toBe(200);
    await new Promise((resolve) => { setTimeout(resolve, exp * 1000 - Date.now() + 1100); });
    await expectRefusal(await withSession(short), { code: 'session-expired' });
    await expectRefusal(await session.send('POST', '/api/uploads', {}, key()), { code: 'session-expired' });
    const longer = Buffer.from(JSON.stringify({ exp: exp + 3600 })).toString('base64url');
    await expectRefusal(await withSession(`${short.split('.')[0]}.${longer}.${short.split('.')[2]}`), { code: 'signed-out' });
    expect((await session.send('POST', '/api/auth/refresh')).status).toBe(200);
    expect((await session.send('GET', queue)).status).toBe(200);
  });
});

describe('bearer and cookie are never mixed', () => {
  test('a person’s token does not work as a bearer token', async () => { await expectRefusal(await ask({ authorization: `Bearer ${token}` }), { code: 'signed-out' }); });

  test.each(['Bearer x', 'Bearer ', 'Basic YTpi', 'x'])('a valid cookie does not help a request that says Authorization: %s', async (authorization) => {
    await expectRefusal(await ask({ cookie: `${sessionName}=${token}`, authorization }), { code: 'signed-out' });
  });
});

describe('a write', () => {
  const write = (headers: Record<string, string>): Promise<Response> => fetch(new URL('/api/uploads', inject('site')), {
    method: 'POST', body: '{}', headers: { 'content-type': 'application/json', cookie: citizen.cookieFor('/api/uploads'), ...key(), ...headers },
  });

  test('comes from our own site, or not at all', async () => {
    expect((await problemOf(await write({ origin: inject('site') }))).code).toBe('request-invalid');
    await expectRefusal(await write({}), { code: 'origin-refused' });
    for (const origin of ['null', 'https://example.org', `${inject('site')}.example.org`, inject('site').replace('http:', 'https:'), 'http://127.0.0.1']) await expectRefusal(await write({ origin }), { code: 'origin-refused' });
  });

  test('signing out and renewing ask for it too', async () => {
    for (const path of ['/api/auth/sign-out', '/api/auth/refresh']) {
      await expectRefusal(await fetch(new URL(path, inject('site')), { method: 'POST', headers: { cookie: clerk.cookieFor(path) } }), { code: 'origin-refused' });
    }
  });
});

describe('rights that were taken away', () => {
  const duty = seedAccounts.find(({ username }) => username === 'truc.ioc');
  const appoint = async (posts: unknown): Promise<Response> => (await person(administrator.username)).send('PUT', '/api/directory/people/truc.ioc', { name: duty?.who, posts });
  afterAll(async () => { await appoint(duty?.posts); });

  test('end the session at once for writes, not when its token runs out', async () => {
    const officer = await person('truc.ioc');
    const write = (): Promise<Response> => officer.send('POST', '/api/uploads', {}, key());
    await expectRefusal(await write(), { code: 'not-allowed' });
    // a token says in which second it was issued: what is decided within that second counts as later
    const nextSecond = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 1100); });
    await nextSecond();
    expect((await appoint(duty?.posts.map((post) => ({ ...post, from: '2020-10-03' })))).status).toBe(200);
    const answer = await eventually(write, ({ status }) => status === 401);
    await expectRefusal(answer, { code: 'session-expired' });
    await nextSecond();
    const anew = await person('truc.ioc');
    await expectRefusal(await anew.send('POST', '/api/uploads', {}, key()), { code: 'not-allowed' });
  });
});
