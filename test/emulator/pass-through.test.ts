import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passThrough, type PassThrough } from '../../infra/local/pass-through.ts';

let behind: Server;
let front: PassThrough;
const asked: string[] = [];

beforeAll(async () => {
  behind = createServer((request, response) => {
    if (request.url === '/redirect') return void response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere', 'set-cookie': ['a=1', 'b=2'] }).end();
    if (request.url === '/slow') return void response.writeHead(200, { 'content-type': 'text/plain' }).write('first');
    if (request.url?.startsWith('/kept')) { asked.push(request.url); return void response.writeHead(200, { 'cache-control': request.url === '/kept.css' ? 'public, max-age=31536000, immutable' : 'no-cache', 'content-type': 'text/css' }).end(`/* ${asked.length} */`); }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.writeHead(request.method === 'DELETE' ? 204 : 200)
      .end(request.method === 'DELETE' ? undefined : JSON.stringify({ method: request.method, host: request.headers.host, bytes: Buffer.concat(chunks).length })));
  });
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  front = await passThrough({ endpoint: `http://127.0.0.1:${(behind.address() as AddressInfo).port}`, label: 'dabc', port: 0 });
});
afterAll(async () => {
  await front.stop();
  behind.closeAllConnections();
  behind.close();
});

describe('pass-through', () => {
  test('only the host is rewritten', async () => {
    const { port } = behind.address() as AddressInfo;
    const response = await fetch(`${front.origin}/x`, { method: 'PUT', body: new Uint8Array(300_000) });
    expect(await response.json()).toEqual({ method: 'PUT', host: `dabc.cloudfront.localhost:${port}`, bytes: 300_000 });
    expect((await fetch(`${front.origin}/x`, { method: 'DELETE' })).status).toBe(204);
  });

  test('redirects and several cookies pass untouched', async () => {
    const response = await fetch(`${front.origin}/redirect`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([302, 'http://127.0.0.1:1/elsewhere', ['a=1', 'b=2']]);
  });

  test('an answer is passed on while it is still being written', async () => {
    const leave = new AbortController();
    const response = await fetch(`${front.origin}/slow`, { signal: leave.signal });
    const { value } = await response.body!.getReader().read();
    leave.abort();
    expect(new TextDecoder().decode(value)).toBe('first');
  });

  test('what never changes is fetched once; what may change, or is wanted in part, every time', async () => {
    const read = async (path: string, headers: Record<string, string> = {}): Promise<string> => (await fetch(`${front.origin}${path}`, { headers })).text();
    expect([await read('/kept.css'), await read('/kept.css'), await read('/kept.html'), await read('/kept.html'), await read('/kept.css', { range: 'bytes=0-1' })]).toEqual(['/* 1 */', '/* 1 */', '/* 2 */', '/* 3 */', '/* 4 */']);
    expect((await fetch(`${front.origin}/kept.css`)).headers.get('content-type')).toBe('text/css');
    expect((await fetch(`${front.origin}/kept.css`, { method: 'HEAD' })).status).toBe(200);
    expect(asked).toEqual(['/kept.css', '/kept.html', '/kept.html', '/kept.css', '/kept.css']);
  });

  test('nothing behind it is 502 with a sentence', async () => {
    const alone = await passThrough({ endpoint: 'http://127.0.0.1:9', label: 'dabc', port: 0 });
    const response = await fetch(alone.origin);
    expect([response.status, await response.text()]).toEqual([502, expect.stringMatching(/^The local AWS does not answer/)]);
    await alone.stop();
  });

  test('a taken port is one sentence with a remedy', async () => {
    const port = Number(new URL(front.origin).port);
    await expect(passThrough({ endpoint: 'http://127.0.0.1:9', label: 'x', port })).rejects.toMatchObject({ name: 'LocalFailure', message: `Port ${port} is taken by another program.` });
  });
});
