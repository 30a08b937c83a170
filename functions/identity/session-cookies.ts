import type { Realm } from '../../shared/contracts/identity.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { encodeAttempt } from './sign-in-attempt.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

const session = '__Secure-session';
const refresh = '__Secure-refresh';
/** says only that a session was opened, so that its end can be told from never having signed in */
const opened = '__Secure-session-opened';
const attemptPrefix = '__Secure-attempt-';

const authPath = '/api/auth';
const attemptSeconds = 600;
/** as long as the refresh token lives in the province's pool */
const sessionSeconds = 12 * 3600;
const mostAccessSeconds = 15 * 60;
/** A browser drops a larger one without a word. */
const mostBytes = 4096;
const mostAttempts = 5;

type Cookies = ReadonlyMap<string, string>;
type Lifetime = { readonly path: string; readonly seconds: number; readonly sameSite: 'Strict' | 'Lax' };

const cookie = (name: string, value: string, { path, seconds, sameSite }: Lifetime): string => {
  if (name.length + 1 + value.length > mostBytes) throw new DomainError('session-too-large');
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; Secure; SameSite=${sameSite}`;
};
const cleared = (name: string, path: string): string => cookie(name, '', { path, seconds: 0, sameSite: 'Strict' });

/** The session token of a request. */
export const sessionOf = (cookies: Cookies): string | undefined => cookies.get(session);
/** Whether the browser had a session not long ago. */
export const wasSignedIn = (cookies: Cookies): boolean => cookies.has(opened);

/** The refresh token of a request and the realm it belongs to. */
export const refreshOf = (cookies: Cookies): { realm: Realm; token: string } | undefined => {
  const [, realm, token] = /^(national|province)\.([A-Za-z0-9._=-]+)$/.exec(cookies.get(refresh) ?? '') ?? [];
  return realm && token ? { realm: realm as Realm, token } : undefined;
};

/** The access cookie, for what is left of the token's time and never longer than 15 minutes. Throws `session-too-large`. */
export const accessCookies = (token: string, secondsLeft: number): string[] => [
  cookie(session, token, { path: '/api', seconds: Math.max(0, Math.min(Math.floor(secondsLeft), mostAccessSeconds)), sameSite: 'Strict' }),
  cookie(opened, '1', { path: '/api', seconds: sessionSeconds, sameSite: 'Strict' }),
];

/** Goes only to the routes of sign-in. */
export const refreshCookie = (realm: Realm, token: string): string =>
  cookie(refresh, `${realm}.${token}`, { path: authPath, seconds: sessionSeconds, sameSite: 'Strict' });

export const clearedSession = (): string[] => [cleared(session, '/api'), cleared(opened, '/api'), cleared(refresh, authPath)];

/** Lax: it has to come along when the identity provider sends the person back. */
export const attemptCookie = (state: string, attempt: SignInAttempt): string =>
  cookie(`${attemptPrefix}${state}`, encodeAttempt(attempt), { path: authPath, seconds: attemptSeconds, sameSite: 'Lax' });

export const attemptOf = (cookies: Cookies, state: string): string | undefined => cookies.get(`${attemptPrefix}${state}`);
export const clearedAttempt = (state: string): string => cleared(`${attemptPrefix}${state}`, authPath);

/** Attempts nobody finished are dropped when they pile up, before the headers grow too large to be served. */
export const abandonedAttempts = (cookies: Cookies): string[] => {
  const names = [...cookies.keys()].filter((name) => name.startsWith(attemptPrefix));
  return names.length < mostAttempts ? [] : names.filter((name) => /^[\w-]+$/.test(name)).map((name) => cleared(name, authPath));
};
