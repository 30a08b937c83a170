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

const tokensOf = async (answer: Response): Promise<Tokens | 'refused'> => {
  if (answer.status >= 500 || answer.status === 429) throw new DomainError('busy', `identity provider answered ${answer.status}`);
  const parsed = TokenAnswer.safeParse(answer.ok ? await answer.json().catch(() => undefined) : undefined);
  if (!parsed.success) return 'refused';
  const { access_token, id_token, refresh_token } = parsed.data;
  return { accessToken: access_token, idToken: id_token, ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }) };
};

/**
 * OpenID Connect with code and PKCE against both realms. Revocation is a call of the issuer's service, because its pages
 * offer none; `serviceEndpoint` is where that service answers when it is not the issuer's own address.
 */
export const oidcProvider = (realms: Realms, siteOrigin: string, serviceEndpoint: string | undefined): IdentityProvider => {
  const callback = (realm: Realm): string => `${siteOrigin}/api/auth/${realm}/callback`;
  const withQuery = (url: string, query: Record<string, string>): string => `${url}?${new URLSearchParams(query).toString()}`;
  const ask = (realm: Realm, form: Record<string, string>): Promise<Response> =>
    post(realms[realm].tokenUrl, { 'content-type': 'application/x-www-form-urlencoded' }, new URLSearchParams({ client_id: realms[realm].clientId, ...form }).toString());
  return {
    authorizeUrl: (realm, { state, nonce, challenge }) => withQuery(realms[realm].authorizeUrl, {
      client_id: realms[realm].clientId, redirect_uri: callback(realm), response_type: 'code', scope: 'openid profile email',
      state, nonce, code_challenge: challenge, code_challenge_method: 'S256',
    }),
    exchange: async (realm, code, verifier) => {
      const answer = await ask(realm, { grant_type: 'authorization_code', code, redirect_uri: callback(realm), code_verifier: verifier });
      // some providers report a person refused by the claims trigger as a fault of their own: either way this attempt is over
      return answer.status >= 500 ? 'refused' : tokensOf(answer);
    },
    renew: async (realm, refreshToken) => tokensOf(await ask(realm, { grant_type: 'refresh_token', refresh_token: refreshToken })),
    revoke: async (realm, refreshToken) => {
      const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSCognitoIdentityProviderService.RevokeToken' };
      const answer = await post(serviceEndpoint ?? new URL(realms[realm].issuer).origin, headers, JSON.stringify({ ClientId: realms[realm].clientId, Token: refreshToken }));
      if (!answer.ok) throw new DomainError('busy', `revocation answered ${answer.status}`);
    },
    logoutUrl: (realm) => withQuery(realms[realm].logoutUrl, { client_id: realms[realm].clientId, logout_uri: `${siteOrigin}/` }),
  };
};
