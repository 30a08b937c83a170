import { AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../support/province-setup.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { type Session, signIn } from '../../infra/local/seed/sign-in.ts';
import type { Post } from '../../shared/contracts/access.ts';
import type { SessionView } from '../../shared/contracts/identity.ts';
import { eventually, person } from '../support/people.ts';

const site = inject('site');
const username = 'thu.phien';
let administrator: Session;

/** An account of its own, so that no other test's officer loses a post. */
beforeAll(async () => {
  const cognito = new CognitoIdentityProviderClient(clientOptions(inject('endpoint')));
  const UserPoolId = inject('outputs')['ProvincePoolId'];
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: username, MessageAction: 'SUPPRESS', UserAttributes: [{ Name: 'name', Value: 'Thử phiên' }] }));
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: username, Password: localPassword, Permanent: true }));
  administrator = await person('quantri.danhba');
});

const appoint = async (posts: readonly Post[], name = 'Thử phiên'): Promise<number> => (await administrator.send('PUT', `/api/directory/people/${username}`, { name, posts })).status;
/** A token carries whole seconds: one of the second in which the posts changed counts as issued before. */
const nextSecond = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 1_050); });
const enter = (): Promise<Session> => signIn({ siteUrl: site, realm: 'province', username, password: localPassword });
const me = async (who: Session): Promise<SessionView> => await (await who.send('GET', '/api/auth/me')).json() as SessionView;
const codeOf = async (answer: Response | Promise<Response>): Promise<string | undefined> => (await (await answer).json() as { code?: string }).code;
const administratorPost: Post = { agency: 'H30', role: 'directory-administrator', from: '2020-10-02' };
/** A write that changes nothing, to see whether it is let through. */
const harmlessWrite = (who: Session): Promise<Response> => who.send('PUT', '/api/directory/agencies', { agencies: [] });

describe('an officer’s session', () => {
  test('is not opened for an account without a post', async () => {
    await expect(enter()).rejects.toThrow('sign-in-refused');
    expect(await appoint([{ ...administratorPost, from: '2020-01-01', to: '2020-12-31' }])).toBe(200);
    await expect(enter()).rejects.toThrow('sign-in-refused');
  });

  test('carries the posts of the directory; taken away, they are gone with the next write, and a renewal brings what is left', async () => {
    expect(await appoint([administratorPost])).toBe(200);
    await nextSecond();
    const officer = await enter();
    expect(await me(officer)).toEqual({ kind: 'officer', name: 'Thử phiên', posts: [administratorPost] });
    expect(await codeOf(harmlessWrite(officer))).toBe('request-invalid');
    const rest: Post = { agency: 'H30', role: 'auditor', from: '2020-10-02' };
    expect(await appoint([rest])).toBe(200);
    expect(await eventually(async () => await codeOf(harmlessWrite(officer)), (code) => code === 'session-expired')).toBe('session-expired');
    await nextSecond();
    expect((await officer.send('POST', '/api/auth/refresh')).status).toBe(200);
    expect(await me(officer)).toMatchObject({ posts: [rest] });
    expect(await codeOf(harmlessWrite(officer))).toBe('not-allowed');
  });

  test('ends with signing out', async () => {
    expect(await appoint([administratorPost])).toBe(200);
    const officer = await enter();
    expect((await officer.send('POST', '/api/auth/sign-out')).status).toBe(200);
    expect(await me(officer)).toEqual({ kind: 'nobody' });
    expect(await codeOf(officer.send('POST', '/api/auth/refresh'))).toBe('session-expired');
  });
});

describe('a write', () => {
  const write = async (headers: Record<string, string>): Promise<string | undefined> =>
    codeOf(fetch(new URL('/api/directory/agencies', site), { method: 'PUT', headers: { 'content-type': 'application/json', ...headers }, body: '{"agencies":[]}' }));

  test('needs our origin beside the cookie', async () => {
    const cookie = administrator.cookieFor('/api/directory/agencies');
    expect(await write({ cookie, origin: site })).toBe('request-invalid');
    for (const origin of ['https://evil.example', 'null', `${site}.evil.example`]) expect(await write({ cookie, origin })).toBe('origin-refused');
    expect(await write({ cookie })).toBe('origin-refused');
  });

  test('with a stripped, edited or carried-over token is nobody’s', async () => {
    const token = /__Secure-session=([^;]+)/.exec(administrator.cookieFor('/api/directory/agencies'))?.[1] ?? '';
    const [head, body, tail = ''] = token.split('.');
    for (const forged of [`${head}.${body}.`, `${head}.${body}.${tail.slice(0, -2)}${tail.at(-2) === 'A' ? 'B' : 'A'}${tail.at(-1)}`, `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`, 'x'.repeat(5000)]) {
      expect(await write({ cookie: `__Secure-session=${forged}`, origin: site })).toBe('signed-out');
    }
    expect(await write({ authorization: `Bearer ${token}`, origin: site })).toBe('signed-out');
    expect(await write({ authorization: 'Bearer x', cookie: `__Secure-session=${token}`, origin: site })).toBe('signed-out');
  });
});
