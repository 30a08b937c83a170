import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { provinceApi } from '../../functions/portals/province-api.ts';
import { renderPublished } from '../../functions/portals/render-published.ts';
import { siteStore } from '../../functions/portals/site.store.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { birthRegistration, seedAgencies, seedProcedures, summaryOf } from './catalogue.ts';

const s3 = new S3Client({ ...clientOptions(inject('endpoint')), forcePathStyle: true });
const Bucket = 'portal-site-test';
const origin = 'http://localhost:8080';
const catalogue = new Map<string, ProcedureView>();
let server: Server;
let render: ReturnType<typeof renderPublished>;

/** The public routes of the catalogue and the directory. */
const answer = (url: string): unknown => {
  if (url === '/api/procedures') return { items: [...catalogue.values()].map(summaryOf) };
  if (url === '/api/agencies') return { items: seedAgencies };
  return catalogue.get(decodeURIComponent(url.replace('/api/procedures/', '')));
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = answer(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  await s3.send(new CreateBucketCommand({ Bucket }));
  render = renderPublished({ province: provinceApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`), site: siteStore(s3, Bucket), origin });
});
afterAll(() => { server.close(); vi.unstubAllEnvs(); });

const told = (procedure: ProcedureView) => ({ messageId: procedure.code, code: procedure.code, version: procedure.version });
const pageOf = async (key: string) => {
  const found = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
  return { html: await found.Body?.transformToString() ?? '', type: found.ContentType, cache: found.CacheControl };
};

describe('the site', () => {
  test('is not written to before its own files are there', async () => {
    catalogue.set('1.001193', birthRegistration());
    await expect(render([told(birthRegistration())])).rejects.toThrow('site-not-published');
    await s3.send(new PutObjectCommand({ Bucket, Key: 'asset-manifest.json', Body: JSON.stringify({ procedure: { css: ['/tai-nguyen/portal-1.css'], js: ['/tai-nguyen/procedure-1.js'], preload: [] } }) }));
  });

  test('holds all 80 procedures and what lists them, soon after their publication', async () => {
    for (const procedure of seedProcedures) catalogue.set(procedure.code, procedure);
    const startedAt = performance.now();
    for (let i = 0; i < seedProcedures.length; i += 20) expect(await render(seedProcedures.slice(i, i + 20).map(told))).toEqual(new Map());
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(KeyCount).toBe(1 + 80 * 2 + 4);
  });

  test('serves pages as pages, which no cache keeps for long', async () => {
    const { html, type, cache } = await pageOf('thu-tuc/1.001193/index.html');
    expect([type, cache]).toEqual(['text/html; charset=utf-8', 'public, max-age=5']);
    expect(html).toContain('/tai-nguyen/procedure-1.js');
    expect((await pageOf('du-lieu/tim-kiem.json')).type).toBe('application/json; charset=utf-8');
    expect((await pageOf('sitemap.xml')).type).toBe('application/xml');
  });

  test('follows a change, and a closing', async () => {
    const second: ProcedureView = { ...birthRegistration(), version: 2, name: { vi: 'Đăng ký khai sinh (mới)', en: 'Birth registration (new)' } };
    catalogue.set('1.001193', second);
    await render([told(second)]);
    expect((await pageOf('thu-tuc/1.001193/index.html')).html).toContain('Đăng ký khai sinh (mới)');
    expect((await pageOf('en/thu-tuc/index.html')).html).toContain('Birth registration (new)');
    const closed: ProcedureView = { ...second, version: 3, status: 'closed' };
    catalogue.set('1.001193', closed);
    await render([told(closed)]);
    expect((await pageOf('thu-tuc/1.001193/index.html')).html).toContain('Đăng ký khai sinh (mới)');
    expect((await pageOf('en/thu-tuc/index.html')).html.includes('Birth registration (new)')).toBe(false);
  });

  test('is published to by the function itself, whatever else is in the batch', async () => {
    const environment = {
      SITE_BUCKET: Bucket, SITE_ORIGIN: origin, API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
      AWS_ENDPOINT_URL: inject('endpoint'), AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test',
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const { handler } = await import('../../functions/portals/on-procedure-published.queue.ts');
    const third: ProcedureView = { ...birthRegistration(), version: 3 };
    catalogue.set('1.001193', third);
    const { definition, detail } = newEvent(ProcedurePublishedV1, { procedureCode: '1.001193', procedureVersion: 3, status: 'open' },
      { actor: 'officer', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now: new Date() });
    const Records = [{ messageId: 'good', body: JSON.stringify({ source: definition.source, 'detail-type': definition.detailType, detail }) }, { messageId: 'poison', body: '{}' }];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'poison' }] });
    expect((await pageOf('thu-tuc/1.001193/index.html')).html).not.toContain('(mới)');
  });
});
