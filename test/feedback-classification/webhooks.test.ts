import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { postSigned } from '../../functions/feedback-classification/post-signed.ts';
import { replayWebhook, sendWebhooks } from '../../functions/feedback-classification/send-webhooks.ts';
import { webhookRepository } from '../../functions/feedback-classification/webhook.repository.ts';
import { mostFailures } from '../../functions/feedback-classification/webhook.ts';
import { ServiceRequest } from '../../shared/contracts/open311.ts';
import { AcceptFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, dispatcher, fieldOfficer, monday } from './support/desk.ts';

type Got = { readonly url: string; readonly body: string; readonly headers: Record<string, string>; readonly redirect: string | undefined };
let memory = memoryDynamo();
let got: Got[];
let away: Set<string>;
let paused: string[];
const deps = () => {
  const table = memory.table('feedback');
  const receive: typeof fetch = (input, init) => {
    const url = input as string;
    if (away.has(url)) return url.includes('cut-off') ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(new Response('', { status: 503 }));
    got.push({ url, body: init?.body as string, headers: init?.headers as Record<string, string>, redirect: init?.redirect });
    return Promise.resolve(new Response('ok'));
  };
  return { feedback: depsOn(table).feedback, webhooks: webhookRepository(table), post: postSigned(receive), catalogue, siteOrigin: 'http://localhost:8080', paused: (name: string) => { paused.push(name); } };
};
const desk = (now = monday) => deskOf(memory.table('feedback'), apiOn(depsOn(memory.table('feedback')), () => now));
type Fact = { id: string; time: string; data: { feedbackId: string } };
const facts = () => memory.rows('feedback').filter((row) => String(row['detailType']).startsWith('feedback.')).map((row) => ({ type: String(row['detailType']), fact: JSON.parse(String(row['detail'])) as Fact })).toSorted((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
const sendAll = async () => { for (const { type, fact } of facts()) await sendWebhooks(deps())(fact, type, monday); };
const subscribe = (name: string, since = '2026-11-01T00:00:00.000Z') => deps().webhooks.subscribe({ name, url: `https://${name}.example.org/hook`, since });
const published = async (): Promise<string> => {
  const { feedbackId, trackingCode } = await desk().report({ contact: { name: 'Người Gửi', phone: '0900000009' } });
  await desk().act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
  return trackingCode;
};
beforeEach(() => { memory = memoryDynamo(); got = []; away = new Set(); paused = []; });

describe('a webhook', () => {
  test('is told of each public change once, signed, in the shape of Open311, and nothing of who sent it', async () => {
    const secret = await subscribe('bao-dia-phuong');
    const trackingCode = await published();
    await sendAll();
    await sendAll();
    expect(got.length).toBe(facts().length);
    for (const { url, body, headers, redirect } of got) {
      expect([url, redirect]).toEqual(['https://bao-dia-phuong.example.org/hook', 'error']);
      const [, t = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['x-haugiang-signature'] ?? '') ?? [];
      expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex'));
      const told = JSON.parse(body) as { id: string; type: string; request: unknown };
      expect(told.id).toBe(headers['x-haugiang-event']);
      expect(ServiceRequest.parse(told.request)).toMatchObject({ service_request_id: trackingCode, extended_attributes: { detailed_status: 'ASSIGNED' } });
      expect(body).not.toMatch(/Người Gửi|0900000009|fbk_|citizen|secret/);
    }
    expect(new Set(got.map(({ body }) => (JSON.parse(body) as { type: string }).type))).toEqual(new Set(facts().map(({ type }) => type)));
  });
  test('hears nothing of what is not public, nor of what was before it', async () => {
    await subscribe('den-som');
    await subscribe('den-muon', '2026-12-01T00:00:00.000Z');
    await desk().report();
    const { feedbackId } = await desk().report({ visibility: 'private' });
    await desk().act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
    await sendAll();
    expect(got).toEqual([]);
    await published();
    await sendAll();
    expect(new Set(got.map(({ url }) => url))).toEqual(new Set(['https://den-som.example.org/hook']));
  });
  test('that is away is tried again with its message, and the others are not told twice', async () => {
    await subscribe('con-day');
    await subscribe('cut-off');
    await published();
    const [first] = facts();
    if (first === undefined) throw new Error('no fact');
    away.add('https://cut-off.example.org/hook');
    for (let attempt = 0; attempt < 3; attempt++) await expect(sendWebhooks(deps())(first.fact, first.type, monday)).rejects.toThrow('did not take it');
    expect(got.map(({ url }) => url)).toEqual(['https://con-day.example.org/hook']);
    away.clear();
    await sendWebhooks(deps())(first.fact, first.type, monday);
    expect(got.map(({ url }) => url)).toEqual(['https://con-day.example.org/hook', 'https://cut-off.example.org/hook']);
    expect((await deps().webhooks.find('cut-off'))?.failures).toBe(0);
  });
  test('that never answers is paused, and hears afterwards what it missed: the very words, in order, then goes on', async () => {
    await subscribe('vang-mat');
    const code = await published();
    const [first] = facts();
    if (first === undefined) throw new Error('no fact');
    away.add('https://vang-mat.example.org/hook');
    for (let attempt = 1; attempt < mostFailures; attempt++) await expect(sendWebhooks(deps())(first.fact, first.type, monday)).rejects.toThrow('did not take it');
    await sendAll();
    expect([paused, (await deps().webhooks.find('vang-mat'))?.pausedAt]).toEqual([['vang-mat'], monday.toISOString()]);
    const before = facts().length;
    await desk(new Date(monday.getTime() + 1000)).act(TakeFeedback, fieldOfficer, await desk().idOf(code));
    await sendAll();
    expect(got).toEqual([]);
    expect(await replayWebhook(deps())({ name: 'vang-mat', days: ['2026-11-23'] }, monday)).toMatchObject({ sent: 0, stoppedAt: monday.toISOString() });
    away.clear();
    const days = ['2026-11-22', '2026-11-23'];
    expect(await replayWebhook(deps())({ name: 'vang-mat', days }, monday)).toEqual({ sent: before + 1 });
    const bodies = got.map(({ body }) => body);
    expect(bodies.map((body) => (JSON.parse(body) as { id: string }).id)).toEqual(bodies.map((body) => (JSON.parse(body) as { id: string }).id).toSorted());
    // what was told then is told again as it was, though the report has moved on
    expect(bodies.map((body) => (JSON.parse(body) as { request: { extended_attributes: unknown } }).request.extended_attributes)).toEqual([...Array(before).fill({ detailed_status: 'ASSIGNED' }) as unknown[], { detailed_status: 'IN_PROGRESS' }]);
    await replayWebhook(deps())({ name: 'vang-mat', days }, monday);
    expect(got.slice(bodies.length).map(({ body }) => body)).toEqual(bodies);
    expect((await deps().webhooks.find('vang-mat'))?.pausedAt).toBeUndefined();
    expect(await replayWebhook(deps())({ name: 'khong-co', days }, monday)).toEqual({ sent: 0, stoppedAt: 'no webhook of this name' });
  });
  test('that was removed is told no more', async () => {
    await subscribe('ra-di');
    await deps().webhooks.remove('ra-di');
    await published();
    await sendAll();
    await deps().webhooks.resume('ra-di');
    await deps().webhooks.pause('ra-di', monday.toISOString());
    expect([got, await deps().webhooks.all()]).toEqual([[], []]);
  });
});
