import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { contextKeys, stageOf, whereIs } from '../../infra/stages.ts';
import { accountContext } from './account-context.ts';

test('an account says as whom it asks the national provider; the known addresses need not be said', () => {
  const { nationalIdentity } = stageOf('production', { nationalClientId: 'hau-giang-1' });
  expect(nationalIdentity).toEqual({
    kind: 'oidc', clientId: 'hau-giang-1', issuer: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen',
    authorizeUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/auth', tokenUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/token',
    logoutUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/logout', jwksUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/certs',
  });
});

test('another issuer moves its addresses along, and each can be said by itself', () => {
  const { nationalIdentity } = stageOf('production', { ...accountContext, nationalIssuer: 'https://sso.example.vn', nationalJwksUrl: 'https://keys.example.vn/jwks' });
  expect(nationalIdentity).toMatchObject({ issuer: 'https://sso.example.vn', tokenUrl: 'https://sso.example.vn/protocol/openid-connect/token', jwksUrl: 'https://keys.example.vn/jwks' });
});

test.each([
  ['nothing said', {}, 'nationalClientId'],
  ['an id with a space', { nationalClientId: 'a b' }, 'nationalClientId'],
  ['an issuer without encryption', { ...accountContext, nationalIssuer: 'http://sso.example.vn' }, 'nationalIssuer'],
  ['no address', { ...accountContext, nationalTokenUrl: 'token' }, 'nationalTokenUrl'],
  ['an origin that is none', { ...accountContext, siteOrigin: 'haugiang' }, 'siteOrigin'],
] as const)('%s is one sentence that names the key', (_, context, key) => {
  expect(() => stageOf('production', context)).toThrow(new RegExp(`^Stage production needs ${key}\\b.*-c ${key}=[^\\n]*$`));
  expect(contextKeys).toContain(key);
});

test('an unknown stage is named, and a region needs no more than the name', () => {
  expect(() => stageOf('prod')).toThrow('There is no stage "prod": use local, staging, production.');
  expect(() => stageOf('constructor')).toThrow('There is no stage');
  expect(whereIs('production')).toEqual({ region: 'ap-southeast-1' });
  expect(whereIs('local').emulator).toBeDefined();
});

test('a deployment that does not say it writes no template, and no stack trace', async () => {
  const out = mkdtempSync(join(tmpdir(), 'haugiang-unclear-'));
  const refused = await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../infra/app.ts')], { env: { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: '{"stage":"production"}' } }).then(() => undefined, (error: { code: number; stderr: string }) => error);
  expect(refused?.code).toBe(1);
  expect(refused?.stderr.trim().split('\n')).toEqual([expect.stringContaining('nationalClientId')]);
  expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  rmSync(out, { recursive: true, force: true });
});
