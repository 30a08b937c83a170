import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { PassThrough } from '../../infra/local/pass-through.ts';
import { endpoint, openSite, out, s3 } from './probe-client.ts';

let site: PassThrough;
const get = async (path: string, init: RequestInit = {}): Promise<Response> => await fetch(site.origin + path, { redirect: 'manual', ...init });
const put = async (bucket: string, Key: string, Body: string): Promise<void> => {
  await s3.send(new PutObjectCommand({ Bucket: out(bucket), Key, Body, ContentType: 'text/html; charset=utf-8', CacheControl: 'no-cache' }));
};

beforeAll(async () => {
  site = await openSite();
  await put('SiteBucket', 'index.html', 'trang chủ');
  await put('SiteBucket', 'tra-cuu/index.html', 'tra cứu');
  await put('PublishedBucket', 'thu-tuc/1.001193/index.html', 'khai sinh');
});
afterAll(async () => await site.stop());

describe('CloudFront', () => {
  test.each([['/', 'trang chủ'], ['/tra-cuu', 'tra cứu'], ['/tra-cuu/', 'tra cứu'], ['/thu-tuc/1.001193', 'khai sinh']])(
    'a viewer-request function turns %s into the index page, in whichever bucket', async (path, text) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, text]);
    });

  test('type, cache header and ETag of the object pass, and the security headers are added', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  });

  test('an object that is not there is refused, not listed', async () => {
    expect((await get('/khong-co')).status).toBe(403);
  });

  test('the bucket itself answers nobody', async () => {
    expect((await fetch(`${endpoint}/${out('SiteBucket')}/index.html`)).status).toBe(403);
  });

  test('/api/* reaches the API with method, body, query, cookies and origin; its cookies come back one by one', async () => {
    const response = await get('/api/echo?ten=%C3%A1&x=1&x=2', { method: 'POST', body: '{"a":1}', headers: { cookie: 's=1; t=2', origin: site.origin, 'content-type': 'application/json' } });
    const { event } = await response.json() as { event: { body: string; rawQueryString: string; headers: Record<string, string> } };
    expect(event).toMatchObject({ body: '{"a":1}', rawQueryString: 'ten=%C3%A1&x=1&x=2' });
    expect(event.headers).toMatchObject({ cookie: 's=1; t=2', origin: site.origin });
    expect(response.headers.getSetCookie()).toEqual(['first=1; Path=/; HttpOnly', 'second=2; Path=/api']);
  });
});
