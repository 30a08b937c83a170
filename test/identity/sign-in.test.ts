import { describe, expect, test } from 'vitest';
import { beginSignIn } from '../../functions/identity/begin-sign-in.ts';
import { endSession } from '../../functions/identity/end-session.ts';
import { finishSignIn } from '../../functions/identity/finish-sign-in.ts';
import { oidcProvider } from '../../functions/identity/oidc-provider.ts';
import type { IdentityProvider, Tokens } from '../../functions/identity/ports.ts';
import { renewSession } from '../../functions/identity/renew-session.ts';
import { returnPath } from '../../functions/identity/return-path.ts';
import { accessCookies } from '../../functions/identity/session-cookies.ts';
import { challengeOf, decodeAttempt } from '../../functions/identity/sign-in-attempt.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { readCookies } from '../../shared/runtime/cookies.ts';
import { citizenToken, clients, officerClaims, officerToken, realms, signed, keys, verifier } from './issued-tokens.ts';
import type { Claims } from './issued-tokens.ts';

const siteOrigin = 'https://dichvucong.example';
const now = new Date();
const { verify } = verifier();
const urls = oidcProvider(realms, siteOrigin, undefined);

const begun = (realm: 'national' | 'province', returnTo = '/ho-so-cua-toi/') => {
  const { location, cookies } = beginSignIn({ provider: urls, siteOrigin })({ realm, return: returnTo, cookies: new Map() });
  const query = new URL(location).searchParams;
  return { location, cookies, query, state: query.get('state') ?? '', nonce: query.get('nonce') ?? '', jar: readCookies({ cookies: cookies.map((one) => one.split(';')[0] ?? '') }) };
};
const officerIdToken = (more: Claims): string =>
  signed({ alg: 'RS256', kid: 'province-1' }, { ...officerClaims(), token_use: 'id', aud: clients.province, client_id: undefined, ...more }, keys.province.privateKey);
const finish = (tokens: Tokens | 'refused' | DomainError) => finishSignIn({
  verify, clients,
  provider: { exchange: async () => { if (tokens instanceof DomainError) throw tokens; return tokens; } },
});
const citizenTokens = (nonce: string): Tokens => ({ accessToken: 'not.for.us', idToken: citizenToken({ nonce }), refreshToken: 'r1.r2' });

describe('beginning', () => {
  test('leads to the realm with code, PKCE, state and nonce, and keeps the attempt in a Lax cookie of its own', () => {
    const { location, query, cookies, state, jar } = begun('province', '/ban-lam-viec/?hang=to-accept');
    expect(location.startsWith(realms.province.authorizeUrl)).toBe(true);
    expect(Object.fromEntries(query)).toMatchObject({ client_id: clients.province, response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${siteOrigin}/api/auth/province/callback` });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Secure-attempt-[\w-]{43}=[\w-]+; Path=\/api\/auth; Max-Age=600; HttpOnly; Secure; SameSite=Lax$/);
    const attempt = decodeAttempt(jar.get(`__Secure-attempt-${state}`) ?? '');
    expect(attempt).toMatchObject({ realm: 'province', returnTo: '/ban-lam-viec/?hang=to-accept' });
    expect(challengeOf(attempt?.verifier ?? '')).toBe(query.get('code_challenge'));
  });
  test('two tabs have two attempts; abandoned ones are dropped when they pile up', () => {
    expect(begun('national').state).not.toBe(begun('national').state);
    const many = new Map(Array.from({ length: 5 }, (_, i) => [`__Secure-attempt-${i}`, 'x']));
    const { cookies } = beginSignIn({ provider: urls, siteOrigin })({ realm: 'national', return: '/', cookies: many });
    expect(cookies.filter((cookie) => cookie.includes('Max-Age=0'))).toHaveLength(5);
  });
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/api/dossiers', '/API/x', '/\t/evil.example', '', 'x'])('a return to %j is refused', (path) => {
    expect(() => returnPath(path, siteOrigin)).toThrow('return-path-refused');
  });
  test.each([['/', '/'], ['/thu-tuc/1.001193?a=b#c', '/thu-tuc/1.001193?a=b#c'], ['/tìm', '/t%C3%ACm'], ['/x/../y', '/y'], ['/a\u0001b', '/a%01b']])('a return to %j goes to %j', (path, to) => {
    expect(returnPath(path, siteOrigin)).toBe(to);
  });
});

describe('finishing', () => {
  test('a citizen: session, marker and refresh cookies, and back to where it began', async () => {
    const { state, nonce, jar } = begun('national');
    const { location, cookies, problem } = await finish(citizenTokens(nonce))({ realm: 'national', code: 'c', state, cookies: jar, now });
    expect({ location, problem }).toEqual({ location: '/ho-so-cua-toi/', problem: undefined });
    const [cleared, session, opened, refresh] = cookies;
    expect(cleared).toMatch(/^__Secure-attempt-.*=; Path=\/api\/auth; Max-Age=0;/);
    expect(session).toMatch(/^__Secure-session=[\w.-]+; Path=\/api; Max-Age=(89\d|900); HttpOnly; Secure; SameSite=Strict$/);
    expect(opened).toMatch(/^__Secure-session-opened=1; Path=\/api;/);
    expect(refresh).toBe('__Secure-refresh=national.r1.r2; Path=/api/auth; Max-Age=43200; HttpOnly; Secure; SameSite=Strict');
  });
  test('an officer', async () => {
    const { state, nonce, jar } = begun('province', '/ban-lam-viec/');
    const tokens = { accessToken: officerToken(), idToken: officerIdToken({ nonce }) };
    expect(await finish(tokens)({ realm: 'province', code: 'c', state, cookies: jar, now })).toMatchObject({ location: '/ban-lam-viec/' });
  });
  const failures: [string, (begin: ReturnType<typeof begun>) => Promise<{ location: string }>, string][] = [
    ['no code', ({ state, nonce, jar }) => finish(citizenTokens(nonce))({ realm: 'national', code: undefined, state, cookies: jar, now }), 'sign-in-refused'],
    ['no state', ({ nonce, jar }) => finish(citizenTokens(nonce))({ realm: 'national', code: 'c', state: undefined, cookies: jar, now }), 'sign-in-refused'],
    ['another state', ({ nonce, jar }) => finish(citizenTokens(nonce))({ realm: 'national', code: 'c', state: 'A'.repeat(43), cookies: jar, now }), 'sign-in-refused'],
    ['another browser', ({ state, nonce }) => finish(citizenTokens(nonce))({ realm: 'national', code: 'c', state, cookies: new Map(), now }), 'sign-in-refused'],
    ['another realm', ({ state, nonce, jar }) => finish(citizenTokens(nonce))({ realm: 'province', code: 'c', state, cookies: jar, now }), 'sign-in-refused'],
    ['a replayed identity token', ({ state, jar }) => finish(citizenTokens('other'))({ realm: 'national', code: 'c', state, cookies: jar, now }), 'sign-in-refused'],
    ['a code the provider refuses', ({ state, jar }) => finish('refused')({ realm: 'national', code: 'c', state, cookies: jar, now }), 'sign-in-refused'],
    ['a provider that is down', ({ state, jar }) => finish(new DomainError('busy'))({ realm: 'national', code: 'c', state, cookies: jar, now }), 'busy'],
    ['a token too large', ({ state, nonce, jar }) => finish({ accessToken: 'x', idToken: citizenToken({ nonce, filler: 'x'.repeat(3000) }) })({ realm: 'national', code: 'c', state, cookies: jar, now }), 'session-too-large'],
  ];
  test.each(failures)('%s leads to the page that says so', async (_what, attempt, code) => {
    expect((await attempt(begun('national'))).location).toBe(`/dang-nhap-khong-thanh/?ly-do=${code}`);
  });
  test('an officer without posts is refused', async () => {
    const { state, nonce, jar } = begun('province');
    const tokens = { accessToken: officerToken({ posts: undefined }), idToken: officerIdToken({ nonce }) };
    expect((await finish(tokens)({ realm: 'province', code: 'c', state, cookies: jar, now })).problem).toBe('sign-in-refused');
  });
});

describe('renewing and ending', () => {
  const jar = (value: string) => new Map([['__Secure-refresh', value]]);
  const renew = (tokens: Tokens | 'refused') => renewSession({ verify, clients, provider: { renew: async () => tokens } });
  test('a new access cookie for the refresh cookie', async () => {
    const { actor, cookies } = await renew({ accessToken: officerToken(), idToken: 'x' })(jar('province.abc'), now);
    expect(actor.kind).toBe('officer');
    expect(cookies.some((cookie) => cookie.startsWith('__Secure-refresh'))).toBe(false);
  });
  test.each(['', 'abc', 'other.abc', 'province.', 'province.a b'])('refresh cookie %j is an ended session', async (value) => {
    await expect(renew({ accessToken: officerToken(), idToken: 'x' })(jar(value), now)).rejects.toThrow('session-expired');
  });
  test('what the provider refuses is an ended session', async () => {
    await expect(renew('refused')(jar('province.abc'), now)).rejects.toThrow('session-expired');
    await expect(renew({ accessToken: citizenToken(), idToken: 'x' })(jar('province.abc'), now)).rejects.toThrow('session-expired');
  });
  test('signing out revokes, clears and says where to go; also when the provider is away', async () => {
    const revoked: string[] = [];
    const provider: Pick<IdentityProvider, 'revoke' | 'logoutUrl'> = { logoutUrl: urls.logoutUrl, revoke: async (realm, token) => { revoked.push(`${realm} ${token}`); throw new DomainError('busy'); } };
    const failures: unknown[] = [];
    const { location, cookies } = await endSession({ provider, onRevokeFailed: (error) => failures.push(error) })(jar('national.abc'));
    expect({ revoked, failures: failures.length, cleared: cookies.every((cookie) => cookie.includes('Max-Age=0')), count: cookies.length }).toEqual({ revoked: ['national abc'], failures: 1, cleared: true, count: 3 });
    expect(location).toBe(`${realms.national.logoutUrl}?client_id=national-browser&logout_uri=${encodeURIComponent(`${siteOrigin}/`)}`);
  });
  test('an access cookie never lives longer than a quarter of an hour', () => {
    expect(accessCookies('x', 86_400)[0]).toContain('Max-Age=900;');
    expect(accessCookies('x', -5)[0]).toContain('Max-Age=0;');
  });
});
