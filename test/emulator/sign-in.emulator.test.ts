import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { CALLBACK } from './probe/sign-in.ts';
import { endpoint, options, out } from './probe-client.ts';

const cognito = new CognitoIdentityProviderClient(options);
const PASSWORD = 'Hau-Giang-2020';
const verifier = randomBytes(48).toString('base64url');
const asked = {
  redirect_uri: CALLBACK, response_type: 'code', scope: 'openid profile', state: 'state-1', nonce: 'nonce-1',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
};

beforeAll(async () => {
  for (const Username of ['motcua.phuong1', 'nghiviec.phuong1']) {
    await cognito.send(new AdminCreateUserCommand({
      UserPoolId: out('PoolId'), Username, MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'name', Value: 'Cán bộ một cửa' }, { Name: 'custom:person', Value: 'per_1' }],
    }));
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId: out('PoolId'), Username, Password: PASSWORD, Permanent: true }));
  }
});

const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  await fetch(endpoint + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers });
const login = async (username: string, password = PASSWORD): Promise<Response> => await post('/login', { ...asked, client_id: out('PeopleClientId'), username, password });
const codeFor = async (username: string): Promise<string> => new URL((await login(username)).headers.get('location') ?? '').searchParams.get('code') ?? '';
const exchange = async (code: string, code_verifier = verifier): Promise<Response> =>
  await post('/oauth2/token', { grant_type: 'authorization_code', client_id: out('PeopleClientId'), redirect_uri: CALLBACK, code, code_verifier });
const claims = (token: string | undefined): Record<string, unknown> => JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('Cognito hosted sign-in', () => {
  test('the page is one form with the fields a browser fills', async () => {
    const page = await fetch(`${endpoint}/oauth2/authorize?${new URLSearchParams({ ...asked, client_id: out('PeopleClientId') }).toString()}`);
    const html = await page.text();
    for (const part of ['<form method="POST" action="/login">', 'id="username"', 'id="password"', '<button type="submit">']) expect(html).toContain(part);
  });

  test('a redirect address that was not registered is refused', async () => {
    const query = new URLSearchParams({ ...asked, client_id: out('PeopleClientId'), redirect_uri: 'http://localhost:1/' });
    expect((await fetch(`${endpoint}/oauth2/authorize?${query.toString()}`)).status).toBe(400);
  });

  test('a wrong password shows the page again', async () => {
    const response = await login('motcua.phuong1', 'wrong');
    expect([response.status, (await response.text()).includes('class="error"')]).toEqual([200, true]);
  });

  test('the right one goes back with code and state; the code needs its verifier', async () => {
    const location = new URL((await login('motcua.phuong1')).headers.get('location') ?? '');
    expect([location.origin + location.pathname, location.searchParams.get('state')]).toEqual([CALLBACK, 'state-1']);
    expect((await exchange(location.searchParams.get('code') ?? '', 'x'.repeat(50))).status).toBe(400);
  });

  test('the trigger puts posts as JSON into the access token, again on refresh; the identity token has name and attributes', async () => {
    const tokens = await (await exchange(await codeFor('motcua.phuong1'))).json() as Record<string, string>;
    expect(claims(tokens['access_token'])).toMatchObject({ token_use: 'access', username: 'motcua.phuong1', posts: [{ agency: 'H30.110', role: 'clerk' }] });
    expect(claims(tokens['id_token'])).toMatchObject({ name: 'Cán bộ một cửa', 'custom:person': 'per_1', nonce: 'nonce-1' });
    const again = await (await post('/oauth2/token', { grant_type: 'refresh_token', client_id: out('PeopleClientId'), refresh_token: tokens['refresh_token'] ?? '' })).json() as Record<string, string>;
    expect(claims(again['access_token'])['posts']).toEqual([{ agency: 'H30.110', role: 'clerk' }]);
  });

  test('whom the trigger refuses gets no token', async () => {
    expect((await exchange(await codeFor('nghiviec.phuong1'))).ok).toBe(false);
  });

  test('machines get their scopes and no others', async () => {
    const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId: out('PoolId'), ClientId: out('MachineClientId') }));
    const authorization = `Basic ${Buffer.from(`${out('MachineClientId')}:${UserPoolClient?.ClientSecret ?? ''}`).toString('base64')}`;
    const granted = await post('/oauth2/token', { grant_type: 'client_credentials', scope: 'haugiang/read' }, { authorization });
    expect(claims((await granted.json() as Record<string, string>)['access_token'])['scope']).toBe('haugiang/read');
    expect((await post('/oauth2/token', { grant_type: 'client_credentials', scope: 'haugiang/write' }, { authorization })).status).toBe(400);
  });
});
