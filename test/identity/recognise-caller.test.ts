import { describe, expect, test } from 'vitest';
import { recogniseCaller } from '../../functions/identity/recognise-caller.ts';
import type { Asked } from '../../functions/identity/recognise-caller.ts';
import { citizenToken, clients, nowSeconds, officerToken, verifier } from './issued-tokens.ts';

const { verify } = verifier();
const now = new Date();
const asked = (token: string | undefined, more: Partial<Asked> = {}): Asked =>
  ({ authorization: undefined, cookies: new Map(token === undefined ? [] : [['__Secure-session', token]]), exact: false, now, ...more });
const recognise = (countFrom?: number | Error) => recogniseCaller({
  verify, clients,
  sessionsCountFrom: async () => {
    if (countFrom instanceof Error) throw countFrom;
    return countFrom;
  },
});

describe('who is asking', () => {
  test('a citizen by the identity token', async () => {
    expect((await recognise()(asked(citizenToken()))).actor).toEqual({ kind: 'citizen', subject: 'citizen-1', name: 'Công dân 01', email: 'congdan01@example.org' });
  });
  test('an officer by the access token, with today’s posts only', async () => {
    const posts = [
      { agency: 'H30', role: 'leader', from: '2020-01-01', to: '2020-12-31' }, { agency: 'H30', role: 'auditor', from: '2999-01-01' },
      { agency: 'H30.07', role: 'case-officer', from: '2020-01-01', to: '2998-12-31' },
    ];
    expect((await recognise()(asked(officerToken({ posts })))).actor).toMatchObject({ kind: 'officer', username: 'motcua.vithanh1', posts: [posts[2]] });
  });
  test('an officer whose posts have all ended is known and may do nothing', async () => {
    const posts = [{ agency: 'H30', role: 'leader', from: '2020-01-01', to: '2020-12-31' }];
    expect((await recognise()(asked(officerToken({ posts })))).actor).toMatchObject({ kind: 'officer', posts: [] });
  });
  test('nobody without a cookie; the end of a session is told from never having had one', async () => {
    expect((await recognise()(asked(undefined))).actor).toEqual({ kind: 'nobody', why: 'signed-out' });
    expect((await recognise()(asked(undefined, { cookies: new Map([['__Secure-session-opened', '1']]) }))).actor).toEqual({ kind: 'nobody', why: 'session-expired' });
    expect((await recognise()(asked(officerToken({ exp: nowSeconds() - 1 })))).actor).toEqual({ kind: 'nobody', why: 'session-expired' });
    expect((await recognise()(asked('rubbish'))).actor).toEqual({ kind: 'nobody', why: 'signed-out' });
  });
});

describe('rights taken away', () => {
  const issued = nowSeconds() - 60;
  const token = officerToken({ iat: issued });
  test.each([
    ['before the token', issued * 1000 - 1, 'officer'], ['in the second of the token', issued * 1000 + 1, 'nobody'], ['after the token', issued * 1000 + 30_000, 'nobody'], ['never', undefined, 'officer'],
  ] as const)('%s: a write is asked by %s → %s', async (_when, countFrom, kind) => {
    expect((await recognise(countFrom)(asked(token, { exact: true }))).actor.kind).toBe(kind);
  });
  test.each([
    ['saw the change that ended the sessions before it', 0, 'officer'], ['saw a later one', 5, 'officer'], ['saw only what was before', -1, 'nobody'],
  ] as const)('a token that %s, issued in the very second of it', async (_what, later, kind) => {
    // two changes within the second of the token: only what it knows of counts
    const change = issued * 1000 + 400;
    const knowing = officerToken({ iat: issued, rightsAt: new Date(change + later).toISOString() });
    expect((await recognise(change)(asked(knowing, { exact: true }))).actor.kind).toBe(kind);
    // a slow write: the token was made a second after the change's moment and still did not see it
    const slow = officerToken({ iat: issued + 2, rightsAt: new Date(change + later).toISOString() });
    expect((await recognise(change)(asked(slow, { exact: true }))).actor.kind).toBe(kind);
  });
  test('a read does not ask', async () => {
    expect((await recognise(new Error('must not be asked'))(asked(token))).actor.kind).toBe('officer');
  });
  test('a write whose rights cannot be checked is nobody’s', async () => {
    expect((await recognise(new Error('table gone'))(asked(token, { exact: true })))).toEqual({ actor: { kind: 'nobody', why: 'signed-out' }, refusal: 'Error' });
  });
});
