import { afterEach, describe, expect, test, vi } from 'vitest';
import { oidcProvider } from '../../functions/identity/oidc-provider.ts';
import { realms } from './issued-tokens.ts';

const siteOrigin = 'https://dichvucong.example';
const provider = oidcProvider(realms, siteOrigin, undefined);
const tokens = { access_token: 'a', id_token: 'i', refresh_token: 'r' };
type Sent = { url: string; init: RequestInit };
const answering = (answer: () => Response | Promise<Response>): Sent[] => {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => { sent.push({ url, init }); return answer(); });
  return sent;
};
afterEach(() => { vi.unstubAllGlobals(); });

describe('the token endpoint', () => {
  test('is asked with code, verifier and the very callback of the realm', async () => {
    const sent = answering(() => Response.json(tokens));
    expect(await provider.exchange('national', 'code', 'verifier')).toEqual({ accessToken: 'a', idToken: 'i', refreshToken: 'r' });
    expect(sent[0]?.url).toBe(realms.national.tokenUrl);
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.init.body as string))).toEqual({ client_id: 'national-browser', grant_type: 'authorization_code', code: 'code', redirect_uri: `${siteOrigin}/api/auth/national/callback`, code_verifier: 'verifier' });
  });
  test.each([
    ['an error of the protocol', () => Response.json({ error: 'invalid_grant' }, { status: 400 })], ['a refusal', () => new Response('no', { status: 403 })],
    ['another shape', () => Response.json({ access_token: 'a' })], ['no JSON', () => new Response('<html>')],
  ])('%s is a refusal', async (_what, answer) => {
    answering(answer);
    expect(await provider.renew('province', 'r')).toBe('refused');
  });
  test.each([
    ['a fault', () => new Response('', { status: 500 })], ['overload', () => new Response('', { status: 429 })], ['no answer', () => Promise.reject(new TypeError('fetch failed'))],
  ])('%s is busy', async (_what, answer) => {
    answering(answer);
    await expect(provider.renew('national', 'r')).rejects.toThrow('busy');
  });
  test('a fault ends an attempt to sign in, and does not end a session', async () => {
    answering(() => new Response('', { status: 500 }));
    expect(await provider.exchange('province', 'c', 'v')).toBe('refused');
    await expect(provider.renew('province', 'r')).rejects.toThrow('busy');
  });
});

test('revocation is a call of the issuer’s service', async () => {
  const sent = answering(() => Response.json({}));
  await provider.revoke('province', 'token');
  expect(sent[0]).toMatchObject({ url: 'https://issuer.example', init: { method: 'POST', headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.RevokeToken' }, body: '{"ClientId":"province-browser","Token":"token"}' } });
  answering(() => new Response('', { status: 400 }));
  await expect(provider.revoke('province', 'token')).rejects.toThrow('busy');
});
