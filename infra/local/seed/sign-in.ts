/**
 * Signs a person in over plain HTTP, step by step as a browser does: our sign-in address, the identity provider's page,
 * its form, our callback. The seed and the tests enter the province through it; nothing is signed or minted here.
 */
import { LocalFailure } from '../failure.ts';

export interface Credentials {
  /** Origin of the site: `http://localhost:8080`. */
  readonly siteUrl: string;
  readonly realm: 'national' | 'province';
  readonly username: string;
  readonly password: string;
}

export interface Session {
  /** A request of the signed-in browser: `path` under the site, cookies and Origin as a browser sends them, JSON bodies as objects. */
  readonly send: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** The `cookie` header for a path, for tests that send requests of their own. */
  readonly cookieFor: (path: string) => string;
}

interface Cookie { readonly value: string; readonly path: string }

class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const attribute = (key: string): string | undefined => attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      if (attribute('max-age') === '0') this.#cookies.delete(name);
      else this.#cookies.set(name, { value, path: attribute('path') ?? '/' });
    }
  }

  header(path: string): string {
    return [...this.#cookies].filter(([, { path: under }]) => path === under || path.startsWith(under.endsWith('/') ? under : `${under}/`))
      .map(([name, { value }]) => `${name}=${value}`).join('; ');
  }
}

const refused = ({ username }: Credentials, why: string): LocalFailure =>
  new LocalFailure(`${username} could not sign in: ${why}.`, 'Look at the log of the emulator under .local/logs, and start again.');

const locationOf = (response: Response): string | undefined => response.headers.get('location') ?? undefined;

/** The provider's form repeats the query it was opened with, beside the name and the password. */
const submitForm = async (authorizeUrl: string, credentials: Credentials): Promise<string> => {
  const page = new URL(authorizeUrl);
  const form = new URLSearchParams(page.search);
  form.set('username', credentials.username);
  form.set('password', credentials.password);
  const answer = await fetch(new URL('/login', page), { method: 'POST', body: form, redirect: 'manual' });
  const text = await answer.text();
  const back = locationOf(answer);
  if (back === undefined) throw refused(credentials, /class="error">([^<]+)/.exec(text)?.[1] ?? `the identity provider answered ${answer.status}`);
  return back;
};

/** @throws LocalFailure when the province or the identity provider refuses. */
export async function signIn(credentials: Credentials): Promise<Session> {
  const { siteUrl, realm } = credentials;
  const jar = new CookieJar();
  const visit = async (url: URL): Promise<string> => {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: jar.header(url.pathname) } });
    jar.keep(answer);
    const next = locationOf(answer);
    await answer.arrayBuffer();
    if (next === undefined) throw refused(credentials, `${url.pathname} answered ${answer.status}`);
    return next;
  };
  const authorizeUrl = await visit(new URL(`/api/auth/${realm}/sign-in?return=/`, siteUrl));
  const landed = await visit(new URL(await submitForm(authorizeUrl, credentials)));
  const { pathname, searchParams } = new URL(landed, siteUrl);
  if (pathname !== '/') throw refused(credentials, searchParams.get('ly-do') ?? pathname);
  return sessionOf(siteUrl, jar);
}

const sessionOf = (siteUrl: string, jar: CookieJar): Session => ({
  cookieFor: (path) => jar.header(new URL(path, siteUrl).pathname),
  send: async (method, path, body, headers = {}) => {
    const url = new URL(path, siteUrl);
    const answer = await fetch(url, {
      method, redirect: 'manual',
      headers: { cookie: jar.header(url.pathname), ...(method === 'GET' ? {} : { origin: siteUrl }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    jar.keep(answer);
    return answer;
  },
});
