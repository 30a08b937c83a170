import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, CreateUserPoolClientCommand, CreateUserPoolCommand, CreateUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { httpEvent } from '../runtime/events.ts';
import type {} from '../support/emulator-setup.ts';

const endpoint = inject('endpoint');
const region = 'ap-southeast-1';
const siteOrigin = 'http://localhost:8080';
const options = { endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const password = 'Hau-Giang-2020';

type Answer = { statusCode: number; headers: Record<string, string>; cookies?: string[]; body?: string };
type Handler = (event: ReturnType<typeof httpEvent>) => Promise<Answer>;
type Authorizer = (event: unknown) => Promise<{ context: { actor: string } }>;
let api: Handler;
let authorizer: Authorizer;

/** A pool as infra makes it for citizens, and the functions reading it from their environment as on Lambda. */
beforeAll(async () => {
  const cognito = new CognitoIdentityProviderClient(options);
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'citizens', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }));
  const UserPoolId = UserPool?.Id ?? '';
  await cognito.send(new CreateUserPoolDomainCommand({ Domain: 'citizens-under-test', UserPoolId }));
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({
    UserPoolId, ClientName: 'web', AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid', 'profile', 'email'],
    CallbackURLs: [`${siteOrigin}/api/auth/national/callback`], LogoutURLs: [`${siteOrigin}/`], SupportedIdentityProviders: ['COGNITO'], ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    AccessTokenValidity: 15, IdTokenValidity: 15, TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' }, EnableTokenRevocation: true,
  }));
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: 'congdan01', MessageAction: 'SUPPRESS', UserAttributes: [{ Name: 'name', Value: 'Công dân 01' }, { Name: 'email', Value: 'congdan01@example.org' }] }));
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: 'congdan01', Password: password, Permanent: true }));
  await new DynamoDBClient(options).send(new CreateTableCommand({
    TableName: 'identity-under-test', BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }], KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
  }));
  const national = {
    issuer: `https://cognito-idp.${region}.amazonaws.com/${UserPoolId}`, clientId: UserPoolClient?.ClientId ?? '', jwksUrl: `${endpoint}/${UserPoolId}/.well-known/jwks.json`,
    authorizeUrl: `${endpoint}/oauth2/authorize`, tokenUrl: `${endpoint}/oauth2/token`, logoutUrl: `${endpoint}/logout`,
  };
  const province = { ...national, issuer: `${national.issuer}-none`, clientId: 'none' };
  const environment = {
    AWS_ENDPOINT_URL: endpoint, AWS_REGION: region, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', TABLE_NAME: 'identity-under-test', SITE_ORIGIN: siteOrigin,
    REALMS: JSON.stringify({ national, province }), POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  api = (await import('../../functions/identity/api.ts')).handler;
  authorizer = (await import('../../functions/identity/authorizer.ts')).handler as Authorizer;
});
afterAll(() => { vi.unstubAllEnvs(); });

/** A browser's cookies, without paths: every request here is under `/api/auth`. */
const browser = () => {
  const jar = new Map<string, string>();
  return {
    jar,
    send: async (method: string, path: string, query = ''): Promise<Answer> => {
      const answer = await api(httpEvent({ method, path, query, headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(method === 'GET' ? {} : { origin: siteOrigin, 'content-type': 'application/json' }) } }));
      for (const line of answer.cookies ?? []) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (line.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return answer;
    },
  };
};

/** Fills the provider's form as a person would; gives the way back to us. */
const login = async (authorizeUrl: string, username = 'congdan01'): Promise<URL> => {
  const form = new URLSearchParams(new URL(authorizeUrl).search);
  form.set('username', username);
  form.set('password', password);
  const answer = await fetch(`${endpoint}/login`, { method: 'POST', body: form, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
};
const signedIn = async () => {
  const person = browser();
  const begun = await person.send('GET', '/api/auth/national/sign-in', 'return=%2Fho-so-cua-toi%2F');
  const back = await login(begun.headers['location'] ?? '');
  return { person, back, finished: await person.send('GET', back.pathname, back.search.slice(1)) };
};
const me = async ({ send }: ReturnType<typeof browser>): Promise<unknown> => JSON.parse((await send('GET', '/api/auth/me')).body ?? '');
const actorOf = async (jar: Map<string, string>, method = 'GET'): Promise<{ kind: string; why?: string }> =>
  JSON.parse((await authorizer({ headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }, requestContext: { http: { method } } })).context.actor) as { kind: string };

describe('signing in at a real provider', () => {
  test('ends where it began, with a session that names the person', async () => {
    const { person, finished } = await signedIn();
    expect(finished).toMatchObject({ statusCode: 302, headers: { location: '/ho-so-cua-toi/' } });
    expect([...person.jar.keys()].toSorted()).toEqual(['__Secure-refresh', '__Secure-session', '__Secure-session-opened']);
    expect(await me(person)).toEqual({ kind: 'citizen', name: 'Công dân 01', email: 'congdan01@example.org' });
    expect(await actorOf(person.jar, 'POST')).toMatchObject({ kind: 'citizen', name: 'Công dân 01' });
  });
  test('a way back is good once, and only in the browser that began', async () => {
    const { person, back } = await signedIn();
    expect((await person.send('GET', back.pathname, back.search.slice(1))).headers['location']).toBe('/dang-nhap-khong-thanh/?ly-do=sign-in-refused');
    const thief = browser();
    const begun = await person.send('GET', '/api/auth/national/sign-in');
    const way = await login(begun.headers['location'] ?? '');
    expect((await thief.send('GET', way.pathname, way.search.slice(1))).headers['location']).toBe('/dang-nhap-khong-thanh/?ly-do=sign-in-refused');
    expect((await person.send('GET', way.pathname, way.search.slice(1))).headers['location']).toBe('/');
  });
  test('two tabs end both', async () => {
    const person = browser();
    const [one, two] = [await person.send('GET', '/api/auth/national/sign-in', 'return=%2F1'), await person.send('GET', '/api/auth/national/sign-in', 'return=%2F2')];
    for (const [begun, to] of [[two, '/2'], [one, '/1']] as const) {
      const back = await login(begun.headers['location'] ?? '');
      expect((await person.send('GET', back.pathname, back.search.slice(1))).headers['location']).toBe(to);
    }
  });
  test('renewing gives a new session; after signing out nothing is left to renew', async () => {
    const { person } = await signedIn();
    person.jar.delete('__Secure-session');
    expect(await actorOf(person.jar)).toEqual({ kind: 'nobody', why: 'session-expired' });
    expect(await me(person)).toEqual({ kind: 'nobody', ended: true });
    expect(JSON.parse((await person.send('POST', '/api/auth/refresh')).body ?? '')).toMatchObject({ kind: 'citizen' });
    expect(await me(person)).toMatchObject({ kind: 'citizen' });
    const kept = new Map(person.jar);
    const out = JSON.parse((await person.send('POST', '/api/auth/sign-out')).body ?? '') as { location: string };
    expect(out.location.startsWith(`${endpoint}/logout?client_id=`)).toBe(true);
    expect({ jar: person.jar.size, me: await me(person) }).toEqual({ jar: 0, me: { kind: 'nobody' } });
    const thief = browser();
    for (const [name, value] of kept) thief.jar.set(name, value);
    expect(JSON.parse((await thief.send('POST', '/api/auth/refresh')).body ?? '')).toMatchObject({ code: 'session-expired' });
  });
});
