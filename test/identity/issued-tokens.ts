import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { Jwks } from 'aws-jwt-verify/jwk';
import type { Realms } from '../../functions/identity/realms.ts';
import { tokenVerifier } from '../../functions/identity/token-verifier.ts';

/** Two issuers with keys of their own, as the authoriser knows them, and a third nobody knows. */
const realm = (name: string) => ({
  issuer: `https://issuer.example/${name}`, clientId: `${name}-browser`, authorizeUrl: `https://issuer.example/${name}/authorize`,
  tokenUrl: `https://issuer.example/${name}/token`, logoutUrl: `https://issuer.example/${name}/logout`, jwksUrl: `https://issuer.example/${name}/jwks.json`,
});
export const realms: Realms = { national: realm('national'), province: realm('province') };
export const clients = { national: realms.national.clientId, province: realms.province.clientId };

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
export const keys = { national: rsa(), province: rsa(), stranger: rsa() };
export const jwksOf = (kid: string, publicKey: KeyObject): Jwks => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] }) as unknown as Jwks;

/** Key sets that are there already; whatever else is asked for cannot be fetched. */
export const keySets = (): SimpleJwksCache => {
  const cache = new SimpleJwksCache({ fetcher: { fetch: () => Promise.reject(new Error('no network in tests')) } });
  cache.addJwks(realms.national.jwksUrl, jwksOf('national-1', keys.national.publicKey));
  cache.addJwks(realms.province.jwksUrl, jwksOf('province-1', keys.province.publicKey));
  return cache;
};
export const verifier = () => tokenVerifier(realms, keySets());

export type Claims = Record<string, unknown>;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

export const signed = (header: Claims, claims: Claims, key: KeyObject): string => {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
};
export const unsigned = (header: Claims, claims: Claims): string => `${part(header)}.${part(claims)}.`;
export const hmacSigned = (header: Claims, claims: Claims, secret: string): string => {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

const times = (): Claims => ({ iat: nowSeconds() - 5, exp: nowSeconds() + 900 });
export const citizenClaims = (more: Claims = {}): Claims => ({
  iss: realms.national.issuer, sub: 'citizen-1', aud: clients.national, token_use: 'id', name: 'Công dân 01', email: 'congdan01@example.org', ...times(), ...more,
});
export const officerClaims = (more: Claims = {}): Claims => ({
  iss: realms.province.issuer, sub: 'officer-1', client_id: clients.province, token_use: 'access', username: 'motcua.vithanh1', person: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5',
  name: 'Một cửa Phường I', posts: [{ agency: 'H30.19.01', role: 'one-stop-clerk', from: '2020-10-02' }], ...times(), ...more,
});
export const machineClaims = (more: Claims = {}): Claims => ({
  iss: realms.province.issuer, sub: 'machine-1', client_id: 'machine-1', token_use: 'access', scope: 'dossiers/read agency/H30.07', ...times(), ...more,
});
export const citizenToken = (more: Claims = {}): string => signed({ alg: 'RS256', kid: 'national-1' }, citizenClaims(more), keys.national.privateKey);
export const officerToken = (more: Claims = {}): string => signed({ alg: 'RS256', kid: 'province-1' }, officerClaims(more), keys.province.privateKey);
export const machineToken = (more: Claims = {}): string => signed({ alg: 'RS256', kid: 'province-1' }, machineClaims(more), keys.province.privateKey);
