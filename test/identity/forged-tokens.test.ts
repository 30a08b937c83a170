import { describe, expect, test } from 'vitest';
import { recogniseCaller } from '../../functions/identity/recognise-caller.ts';
import type { Asked } from '../../functions/identity/recognise-caller.ts';
import { readCookies } from '../../shared/runtime/cookies.ts';
import { citizenClaims, citizenToken, clients, hmacSigned, keys, machineToken, nowSeconds, officerClaims, officerToken, realms, signed, unsigned, verifier } from './issued-tokens.ts';
import type { Claims } from './issued-tokens.ts';

const { verify } = verifier();
const recognise = recogniseCaller({ verify, clients, sessionsCountFrom: async () => undefined });
const asked = (more: Partial<Asked>): Asked => ({ authorization: undefined, cookies: new Map(), exact: false, now: new Date(), ...more });
const withCookie = (token: string): Asked => asked({ cookies: new Map([['__Secure-session', token]]) });
const withBearer = (token: string): Asked => asked({ authorization: `Bearer ${token}` });

const good = { citizen: citizenToken(), officer: officerToken() };
const [head = '', body = '', tail = ''] = good.officer.split('.');
const rs = { alg: 'RS256', kid: 'province-1' };
const officer = (more: Claims): string => officerToken(more);
const recoded = (text: string, change: (value: Claims) => Claims): string =>
  Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(text, 'base64url').toString()) as Claims))).toString('base64url');
const lastLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('').filter((letter) => letter !== tail.at(-1));
const publicPem = keys.province.publicKey.export({ format: 'pem', type: 'spki' }).toString();

const without = (claim: string): string => {
  const { [claim]: _, ...rest } = officerClaims();
  return signed(rs, rest, keys.province.privateKey);
};

/** Every token here says it is somebody; none may be believed. */
const forgeries: Record<string, readonly string[]> = {
  'no algorithm': ['none', 'None', 'NONE', 'nOnE', ''].flatMap((alg) => [unsigned({ alg, kid: 'province-1' }, officerClaims()), `${unsigned({ alg, kid: 'province-1' }, officerClaims())}${tail}`]),
  'header without algorithm': [signed({ kid: 'province-1' }, officerClaims(), keys.province.privateKey)],
  'public key as shared secret': ['HS256', 'HS384', 'HS512'].map((alg) => hmacSigned({ alg, kid: 'province-1' }, officerClaims(), publicPem)),
  'shared secret under an RS name': [hmacSigned(rs, officerClaims(), publicPem), hmacSigned(rs, officerClaims(), '')],
  'another RS or PS algorithm than the key is for': ['RS384', 'RS512', 'PS256', 'ES256', 'EdDSA'].map((alg) => signed({ alg, kid: 'province-1' }, officerClaims(), keys.province.privateKey)),
  'unknown issuer': [officer({ iss: 'https://issuer.example/stranger' }), officer({ iss: `${realms.province.issuer}/` }), officer({ iss: realms.province.issuer.toUpperCase() }), without('iss')],
  'issuer of the other realm': [officer({ iss: realms.national.issuer }), signed(rs, citizenClaims(), keys.province.privateKey)],
  'other audience or client': [citizenToken({ aud: clients.province }), citizenToken({ aud: [clients.national, 'other'] }), citizenToken({ aud: '' }), officer({ client_id: 'other' }), officer({ client_id: clients.national }), without('client_id')],
  'other use': [officer({ token_use: 'id' }), citizenToken({ token_use: 'access' }), without('token_use')],
  'unknown, missing or foreign key id': ['province-2', 'national-1', '', '../province-1', 'province-1\n'].map((kid) => signed({ alg: 'RS256', kid }, officerClaims(), keys.province.privateKey))
    .concat(signed({ alg: 'RS256' }, officerClaims(), keys.province.privateKey)),
  'key brought along': [signed({ ...rs, jwk: keys.stranger.publicKey.export({ format: 'jwk' }) }, officerClaims(), keys.stranger.privateKey), signed({ ...rs, jku: 'https://attacker.example/jwks', x5u: 'https://attacker.example' }, officerClaims(), keys.stranger.privateKey)],
  'signed by a stranger': [signed(rs, officerClaims(), keys.stranger.privateKey), signed(rs, officerClaims(), keys.national.privateKey)],
  'expired': [officer({ exp: nowSeconds() - 1 }), officer({ exp: 0 }), officer({ exp: -1 })],
  'without or with a strange expiry': [without('exp'), officer({ exp: `${nowSeconds() + 900}` }), officer({ exp: null }), officer({ exp: [nowSeconds() + 900] })],
  'not valid yet': [officer({ nbf: nowSeconds() + 600 }), officer({ iat: nowSeconds() + 600 }), without('iat')],
  'signature stripped': [`${head}.${body}.`, `${head}.${body}`, `${head}.${body}. `],
  'signature edited': [...lastLetters.map((letter) => `${head}.${body}.${tail.slice(0, -1)}${letter}`), `${head}.${body}.${tail}A`, `${head}.${body}.${tail}=`, `${head}.${body}.${tail.slice(1)}`, `${head}.${body}.${good.citizen.split('.')[2]}`],
  'body edited': [`${head}.${recoded(body, (claims) => ({ ...claims, sub: 'officer-2' }))}.${tail}`, `${head}.${body}=.${tail}`, `${recoded(head, (claims) => claims)} .${body}.${tail}`],
  'too many parts': [`${good.officer}.${tail}`, `${good.officer}.`, `.${good.officer}`],
  'oversized': [officer({ filler: 'x'.repeat(9000) }), 'a'.repeat(100_000), `${head}.${'A'.repeat(64 * 1024)}.${tail}`],
  'no token': ['', '.', '..', 'undefined', 'null', '{}', 'Bearer x', '\u0000', '🙂.🙂.🙂'],
  'officer without posts, person or name': [officer({ posts: [] }), officer({ posts: undefined }), officer({ posts: 'H30' }), officer({ posts: [{ agency: 'H30', role: 'king', from: '2020-01-01' }] }), officer({ person: 'per_1' }), officer({ name: '' })],
};

const cases = Object.entries(forgeries).flatMap(([kind, tokens]) => tokens.map((token, place) => [kind, place, token] as const));

test('the good tokens these are made from are believed', async () => {
  expect((await recognise(withCookie(good.officer))).actor.kind).toBe('officer');
  expect((await recognise(withCookie(good.citizen))).actor.kind).toBe('citizen');
  expect((await recognise(withBearer(machineToken()))).actor.kind).toBe('machine');
});

describe('forged tokens', () => {
  test.each(cases)('%s (%i) is nobody, as cookie and as bearer', async (_kind, _place, token) => {
    expect((await recognise(withCookie(token))).actor.kind).toBe('nobody');
    expect((await recognise(withBearer(token))).actor.kind).toBe('nobody');
  });
  test('0 accepted of all', async () => {
    const accepted = (await Promise.all(cases.map(async ([, , token]) => (await recognise(withCookie(token))).actor.kind))).filter((kind) => kind !== 'nobody');
    expect({ tried: cases.length >= 100, accepted: accepted.length }).toEqual({ tried: true, accepted: 0 });
  });
});

describe('cookies and bearer tokens do not mix', () => {
  test('a person’s token in the header is nobody', async () => {
    for (const token of [good.officer, good.citizen]) expect((await recognise(withBearer(token))).actor.kind).toBe('nobody');
  });
  test('a machine’s token in the cookie is nobody', async () => {
    expect((await recognise(withCookie(machineToken()))).actor.kind).toBe('nobody');
  });
  test('a header beside a good cookie is not overlooked', async () => {
    expect((await recognise({ ...withCookie(good.officer), authorization: 'Bearer x' })).actor.kind).toBe('nobody');
    expect((await recognise({ ...withCookie(good.officer), authorization: '' })).actor.kind).toBe('nobody');
  });
  test('a doubled header is nobody', async () => {
    const token = machineToken();
    expect((await recognise(asked({ authorization: `Bearer ${token},Bearer ${token}` }))).actor.kind).toBe('nobody');
    expect((await recognise(asked({ authorization: `Bearer ${token} ${token}` }))).actor.kind).toBe('nobody');
  });
  test('a doubled cookie is nobody, in the array and in the header', async () => {
    const pair = `__Secure-session=${good.officer}`;
    for (const cookies of [readCookies({ cookies: [pair, pair] }), readCookies({ headers: { cookie: `${pair}; a=1; ${pair}` } })]) {
      expect((await recognise(asked({ cookies }))).actor.kind).toBe('nobody');
    }
  });
});

describe('machines', () => {
  test.each([
    ['the browser’s client', { client_id: clients.province, sub: clients.province }], ['another subject', { sub: 'other' }], ['a username', { username: 'x' }],
    ['no agency', { scope: 'dossiers/read' }], ['two agencies', { scope: 'agency/H30 agency/H30.07' }], ['a malformed agency', { scope: 'agency/h30' }],
    ['no scope', { scope: undefined }], ['an id token', { token_use: 'id' }],
  ])('with %s is nobody', async (_what, more) => {
    expect((await recognise(withBearer(machineToken(more)))).actor.kind).toBe('nobody');
  });
  test('says its agency and scopes', async () => {
    expect((await recognise(withBearer(machineToken()))).actor).toEqual({ kind: 'machine', clientId: 'machine-1', scopes: ['dossiers/read', 'agency/H30.07'], agency: 'H30.07' });
  });
});
