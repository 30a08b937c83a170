import type { Realm } from '../../shared/contracts/identity.ts';

/** A token whose signature, issuer and times hold. Whose it is and what it allows is still to be read from the claims. */
export type VerifiedToken = { readonly realm: Realm; readonly claims: Readonly<Record<string, unknown>> };
/** Throws `TokenExpired` for a token that was good once, anything else for one that never was. */
export type VerifyToken = (token: string) => Promise<VerifiedToken>;

/** What an identity provider answers to a code or a refresh token. A renewal brings no new refresh token. */
export type Tokens = { readonly accessToken: string; readonly idToken: string; readonly refreshToken?: string };

/** The token endpoint of a realm. `refused` covers whatever the provider will not accept; an unreachable provider throws `busy`. */
export type IdentityProvider = {
  readonly authorizeUrl: (realm: Realm, attempt: { state: string; nonce: string; challenge: string }) => string;
  readonly exchange: (realm: Realm, code: string, verifier: string) => Promise<Tokens | 'refused'>;
  readonly renew: (realm: Realm, refreshToken: string) => Promise<Tokens | 'refused'>;
  readonly revoke: (realm: Realm, refreshToken: string) => Promise<void>;
  readonly logoutUrl: (realm: Realm) => string;
};

/** Since when a person's sessions count, in milliseconds; undefined when all do. */
export type SessionsCountFrom = (personId: string) => Promise<number | undefined>;
