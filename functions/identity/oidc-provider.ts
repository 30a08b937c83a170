import * as z from 'zod';
import type { Realm } from '../../shared/contracts/identity.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { IdentityProvider, Tokens } from './ports.ts';
import type { Realms } from './realms.ts';

const TokenAnswer = z.object({ access_token: z.string().min(1), id_token: z.string().min(1), refresh_token: z.string().min(1).optional() });
const patience = 5_000;

const post = async (url: string, headers: Record<string, string>, body: string): Promise<Response> => {
  try {
    return await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new DomainError('busy', 'identity provider unreachable', { cause });
  }
};

/** A pool names its trigger when that refuses the person; some do so under a status that would mean a fault. */
const namesTrigger = (text: string): boolean => text.includes('PreTokenGeneration');

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const tokensOf = async (answer: Response): Promise<Tokens | 'refused'> => {
  const text = await answer.text().catch(() => '');
  if ((answer.status >= 500 && !namesTrigger(text)) || answer.status === 429) throw new DomainError('busy', `identity provider answered ${answer.status}`);
  const parsed = TokenAnswer.safeParse(answer.ok ? jsonOf(text) : undefined);
  if (!parsed.success) return 'refused';
  const { access_token, id_token, refresh_token } = parsed.data;
  return { accessToken: access_token, idToken: id_token, ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }) };
};

/** Where the issuer's own service answers: revocation is a call of the service, its pages offer none. */
export type ServiceEndpoint = string | undefined;

/** OpenID Connect with code and PKCE against both realms. `serviceEndpoint` replaces the issuer's address where another stands in for it. */
export const oidcProvider = (realms: Realms, siteOrigin: string, serviceEndpoint: ServiceEndpoint): IdentityProvider => {
  const callback = (realm: Realm): string => `${siteOrigin}/api/auth/${realm}/callback`;
  const withQuery = (url: string, query: Record<string, string>): string => `${url}?${new URLSearchParams(query).toString()}`;
  const askForTokens = async (realm: Realm, form: Record<string, string>): Promise<Tokens | 'refused'> =>
    tokensOf(await post(realms[realm].tokenUrl, { 'content-type': 'application/x-www-form-urlencoded' }, new URLSearchParams({ client_id: realms[realm].clientId, ...form }).toString()));
  return {
    authorizeUrl: (realm, { state, nonce, challenge }) => withQuery(realms[realm].authorizeUrl, {
      client_id: realms[realm].clientId, redirect_uri: callback(realm), response_type: 'code', scope: 'openid profile email',
      state, nonce, code_challenge: challenge, code_challenge_method: 'S256',
    }),
    exchange: (realm, code, verifier) => askForTokens(realm, { grant_type: 'authorization_code', code, redirect_uri: callback(realm), code_verifier: verifier }),
    renew: (realm, refreshToken) => askForTokens(realm, { grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: async (realm, refreshToken) => {
      const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSCognitoIdentityProviderService.RevokeToken' };
      const answer = await post(serviceEndpoint ?? new URL(realms[realm].issuer).origin, headers, JSON.stringify({ ClientId: realms[realm].clientId, Token: refreshToken }));
      if (!answer.ok) throw new DomainError('busy', `revocation answered ${answer.status}`);
    },
    logoutUrl: (realm) => withQuery(realms[realm].logoutUrl, { client_id: realms[realm].clientId, logout_uri: `${siteOrigin}/` }),
  };
};
