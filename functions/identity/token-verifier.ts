import { JwtVerifier } from 'aws-jwt-verify';
import { JwtExpiredError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { JwksCache } from 'aws-jwt-verify/jwk';
import { Realm } from '../../shared/contracts/identity.ts';
import type { VerifyToken } from './ports.ts';
import type { Realms } from './realms.ts';
import { TokenExpired, TokenRefused } from './session.ts';

/** Far above a token a cookie can carry; a longer text is not worth decoding. */
const mostCharacters = 8192;
/** How far an issuer's clock may be ahead of ours. */
const clockToleranceSeconds = 60;

/** The library's own fetcher speaks https only; a key set on a laptop comes by plain http. */
const keySets = () => new SimpleJwksCache({
  fetcher: {
    fetch: async (uri: string): Promise<ArrayBuffer> => {
      const answer = await fetch(uri, { signal: AbortSignal.timeout(3_000), redirect: 'error' });
      if (!answer.ok) throw new Error(`key set answered ${answer.status}`);
      return answer.arrayBuffer();
    },
  },
});

/** Base64url has spare bits at its end: a changed last letter can decode to the same signature. Only the one true spelling passes. */
const isCanonical = (token: string): boolean => {
  const parts = token.split('.');
  return parts.length === 3 && parts.every((part) => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part);
};

/**
 * Verifies tokens of exactly the two issuers we know: signature by their published keys, issuer, expiry, not-before.
 * Audience, use and client are the session's to judge, because they differ by kind of caller.
 */
export const tokenVerifier = (realms: Realms, jwksCache: JwksCache = keySets()): { verify: VerifyToken; hydrate: () => Promise<void> } => {
  const verifier = JwtVerifier.create(
    Realm.options.map((realm) => ({ issuer: realms[realm].issuer, jwksUri: realms[realm].jwksUrl, audience: null })),
    { jwksCache },
  );
  const realmOf = (issuer: unknown) => Realm.options.find((realm) => realms[realm].issuer === issuer);
  const verify: VerifyToken = async (token) => {
    if (token.length > mostCharacters || !isCanonical(token)) throw new TokenRefused('form');
    try {
      const claims = await verifier.verify(token);
      const realm = realmOf(claims.iss);
      if (!realm) throw new TokenRefused('iss');
      if (typeof claims.exp !== 'number' || typeof claims.iat !== 'number') throw new TokenRefused('exp');
      if (claims.iat > Date.now() / 1000 + clockToleranceSeconds) throw new TokenRefused('iat');
      return { realm, claims };
    } catch (error) {
      throw error instanceof JwtExpiredError ? new TokenExpired() : error;
    }
  };
  return { verify, hydrate: () => verifier.hydrate() };
};
