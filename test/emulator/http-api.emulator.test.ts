import { describe, expect, test } from 'vitest';
import { apiUrl, endpoint } from './probe-client.ts';

interface Echo {
  readonly event: {
    readonly cookies?: string[]; readonly headers: Record<string, string>; readonly pathParameters?: Record<string, string>;
    readonly body?: string; readonly isBase64Encoded?: boolean; readonly requestContext: { readonly authorizer: { readonly lambda: Record<string, unknown> } };
  };
  readonly pid: number; readonly node: string; readonly region: string; readonly endpoint: string;
}
const echo = async (path: string, init?: RequestInit): Promise<Echo> => await (await fetch(apiUrl(path), init)).json() as Echo;

describe('HTTP API', () => {
  test('an authoriser without identity source is asked also when there is no cookie, and its context keeps its types', async () => {
    const { event } = await echo('/api/echo');
    expect(event.requestContext.authorizer.lambda).toEqual({ kind: 'nobody', cookie: '', hasCookies: false, sources: 0 });
  });

  test('the whole Cookie header lies in headers.cookie, of the authoriser and of the function; there is no cookies array', async () => {
    const { event } = await echo('/api/echo', { headers: { cookie: 'a=1; b=2' } });
    expect(event.requestContext.authorizer.lambda['cookie']).toBe('a=1; b=2');
    expect(event.headers['cookie']).toBe('a=1; b=2');
    expect(event.cookies).toBeUndefined();
  });

  test('an authoriser that refuses answers 403', async () => {
    expect((await fetch(apiUrl('/api/echo'), { headers: { 'x-refuse': '1' } })).status).toBe(403);
  });

  test('path parameters arrive decoded; a slash inside one is not found', async () => {
    expect((await echo('/api/echo/1.001193')).event.pathParameters).toEqual({ id: '1.001193' });
    expect((await echo('/api/echo/a%20b')).event.pathParameters).toEqual({ id: 'a b' });
    expect((await fetch(apiUrl('/api/echo/a%2Fb'))).status).toBe(404);
  });

  test('text arrives as it is, bytes as base64', async () => {
    const text = await echo('/api/echo', { method: 'POST', body: '{"tên":"Phường"}', headers: { 'content-type': 'application/json' } });
    expect(text.event).toMatchObject({ body: '{"tên":"Phường"}', isBase64Encoded: false });
    const bytes = await echo('/api/echo', { method: 'POST', body: new Uint8Array([0, 255]), headers: { 'content-type': 'application/octet-stream' } });
    expect(bytes.event).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  });

  test('what the contract does not route is 404 from the gateway', async () => {
    const response = await fetch(apiUrl('/api/nothing'));
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'Not Found' });
  });

  test('an unhandled throw is 502 and the next request is served', async () => {
    expect((await fetch(apiUrl('/api/echo?throw=broken'))).status).toBe(502);
    expect((await fetch(apiUrl('/api/echo'))).status).toBe(200);
  });

  test('requests at the same time are served by as many processes', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, async () => await echo('/api/echo?sleep=2000')));
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(4);
  });

  test('a function runs on Node 24 and finds the emulator and its region in its environment', async () => {
    expect(await echo('/api/echo')).toMatchObject({ node: expect.stringMatching(/^v24\./) as string, region: 'ap-southeast-1', endpoint });
  });
});
