import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { apiKeyRepository } from '../../functions/feedback-classification/api-key.repository.ts';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { mediaKey } from '../../functions/feedback-classification/feedback.keys.ts';
import { open311Handlers } from '../../functions/feedback-classification/open311-handlers.ts';
import { ownerOf } from '../../functions/feedback-classification/report-feedback.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, PublishFeedback, RefuseFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { GetDiscovery, GetRequestIdByToken, GetServiceDefinition, GetServiceRequest, ListServiceRequests, ListServices, Open311Errors, open311Routes, PostServiceRequest } from '../../shared/contracts/open311.ts';
import { addressesOf } from '../../shared/contracts/route.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { update } from '../../shared/runtime/transaction.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { elementsOf } from '../support/xml.ts';
import { apiOn, depsOn, deskOf, dispatcher, fieldOfficer, inWard, leader, moderator, monday, nobody, device, photo } from './support/desk.ts';

const formType = 'application/x-www-form-urlencoded; charset=utf-8';
let table: Table;
let now: Date;
let key: string;
type Answer = { status: number; type: string; text: string; headers: Record<string, string> };

/** As a client of Open311 calls: an address, a form, nothing else. It knows no origin, no cookie and no key against double sending. */
const call = async (method: 'GET' | 'POST', address: string, form?: Record<string, string> | string, type = formType): Promise<Answer> => {
  const [path = '', query = ''] = `/api/open311/v2/${address}`.split('?');
  const place = path.split('/').slice(5);
  const [named] = open311Routes.filter((route) => route.method === method && addressesOf(route).some((one) => new RegExp(`^/api${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)));
  const names = [...(named?.path ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const handler = httpApi(open311Handlers(depsOn(table)), () => now);
  const answer = await handler({
    version: '2.0', rawQueryString: query, headers: form === undefined ? {} : { 'content-type': type }, pathParameters: Object.fromEntries(names.map((name, index) => [name, place[index]])), requestContext: { http: { method, path } },
    ...(form === undefined ? {} : { body: typeof form === 'string' ? form : new URLSearchParams(form).toString() }),
  });
  return { status: answer.statusCode, type: answer.headers['content-type'] ?? '', text: answer.body ?? '', headers: answer.headers };
};
const json = async (address: string) => { const { status, text } = await call('GET', address); return { status, body: JSON.parse(text) as Record<string, unknown>[] }; };
const form = (changes: Record<string, string> = {}): Record<string, string> => ({
  api_key: key, jurisdiction_id: 'haugiang.gov.vn', service_code: 'waste', lat: String(inWard.lat), long: String(inWard.long), address_string: 'trước chợ', description: 'Rác đổ đầy lề đường trước chợ.', email: 'nguoi-gui@example.vn', first_name: 'Thử', last_name: 'Người Gửi', phone: '0900000009', ...changes,
});
const post = async (changes: Record<string, string> = {}) => {
  const { status, text } = await call('POST', 'requests.json', form(changes));
  return { status, body: JSON.parse(text) as { service_request_id: string; code?: number; description?: string }[] };
};
const desk = () => deskOf(table, apiOn(depsOn(table), () => now));

beforeEach(async () => {
  table = memoryDynamo().table('feedback');
  now = monday;
  key = await apiKeyRepository(table).give('ung-dung-thu', 1000, now);
});

describe('what is read', () => {
  test('services, in both formats with the same content', async () => {
    const { status, body } = await json('services.json?jurisdiction_id=haugiang.gov.vn');
    expect({ status, body: ListServices.ok.body.safeParse(body).success, many: body.length }).toEqual({ status: 200, body: true, many: catalogue.categories.filter(({ retired }) => !retired).length });
    expect(body[0]).toMatchObject({ service_code: 'roads', service_name: 'Đường, cầu, vỉa hè hư hỏng', metadata: true, type: 'realtime', group: 'infrastructure' });
    const xml = await call('GET', 'services.xml');
    expect([xml.status, xml.type]).toEqual([200, 'text/xml; charset=utf-8']);
    const { name, children } = elementsOf(xml.text);
    expect([name, children.map((one) => [one.name, one.children.find((inner) => inner.name === 'service_code')?.text])]).toEqual(['services', body.map(({ service_code: code }) => ['service', code])]);
  });
  test('a definition with its attributes; an unknown service is 404 in their own words', async () => {
    const { body } = await json('services/waste.json');
    expect(GetServiceDefinition.ok.body.parse(body).attributes.map(({ code, datatype }) => [code, datatype])).toEqual([['urgency', 'singlevaluelist'], ['happened_at', 'datetime']]);
    const xml = elementsOf((await call('GET', 'services/waste.xml')).text);
    expect([xml.name, xml.children.map(({ name }) => name), xml.children[1]?.children[0]?.children.at(-1)?.children.map(({ name }) => name)]).toEqual(['service_definition', ['service_code', 'attributes'], ['value', 'value']]);
    const unknown = await call('GET', 'services/nothing.xml');
    expect([unknown.status, elementsOf(unknown.text).name, elementsOf(unknown.text).children[0]?.children[0]?.text, unknown.headers['x-problem-code']]).toEqual([404, 'errors', '404', 'service-unknown']);
  });
  test('the discovery document says where and in what', async () => {
    const { body } = await json('discovery.json');
    expect(GetDiscovery.ok.body.parse(body).endpoints).toMatchObject([{ specification: 'http://wiki.open311.org/GeoReport_v2', url: 'http://localhost:8080/api/open311/v2', formats: ['text/xml', 'application/json'] }]);
    expect(elementsOf((await call('GET', 'discovery.xml')).text).children.map(({ name }) => name)).toEqual(['changeset', 'contact', 'key_service', 'endpoints']);
  });
  test('another jurisdiction is not ours; an empty argument is none', async () => {
    expect(await json('services.json?jurisdiction_id=sfgov.org')).toMatchObject({ status: 404, body: [{ code: 404 }] });
    expect((await call('GET', 'services.json?jurisdiction_id=sfgov.org')).headers['x-problem-code']).toBe('jurisdiction-unknown');
    for (const address of ['services.json?jurisdiction_id=', 'requests.json?status=&service_code=&start_date=&end_date=&service_request_id=', 'services']) expect((await json(address)).status, address).toBe(200);
  });
});

describe('what is sent', () => {
  test('becomes a report with everything the form said', async () => {
    const { status, body } = await post({ 'attribute[urgency]': 'emergency', 'attribute[happened_at]': '2026-11-23T07:00:00+07:00', 'attribute[WHISPAWN]': '123456', media_url: 'https://example.org/a.jpg', account_id: 'a-1' });
    expect({ status, body: PostServiceRequest.ok.body.safeParse(body).success, account: body[0] }).toMatchObject({ status: 200, body: true, account: { account_id: 'a-1' } });
    const seen = await desk().open(await desk().idOf(body[0]?.service_request_id ?? ''));
    expect(seen).toMatchObject({
      channel: 'open311', category: { code: 'waste' }, urgency: 'emergency', happenedAt: '2026-11-23T00:00:00.000Z', place: { ...inWard, words: 'trước chợ' }, contact: { name: 'Người Gửi Thử', phone: '0900000009', email: 'nguoi-gui@example.vn' },
      originalText: 'Rác đổ đầy lề đường trước chợ.\nWHISPAWN: 123456\nmedia_url: https://example.org/a.jpg', allowed: expect.arrayContaining(['accept', 'refuse']) as never,
    });
  });
  test('twice is one report; on another day, or with another word, it is another', async () => {
    const ids = [await post(), await post(), await post({ description: 'Rác đổ đầy lề đường trước trường.' })].map(({ body }) => body[0]?.service_request_id);
    now = new Date(monday.getTime() + 86_400_000);
    ids.push((await post()).body[0]?.service_request_id);
    expect([ids[0] === ids[1], new Set(ids).size]).toEqual([true, 3]);
  });
  test('answers in XML where XML was asked for', async () => {
    const { status, type, text } = await call('POST', 'requests.xml', form());
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(elementsOf(text)).toMatchObject({ name: 'service_requests', children: [{ name: 'request', children: [{ name: 'service_request_id' }, { name: 'service_notice', text: '' }, { name: 'account_id' }] }] });
  });

  const refusals: readonly (readonly [string, Record<string, string>, number, string])[] = [
    ['no key', { api_key: '' }, 403, 'api-key-missing'], ['a bad key', { api_key: `ung-dung-thu.${'0'.repeat(32)}` }, 403, 'api-key-unknown'], ['a key of nobody', { api_key: `ai-do.${'0'.repeat(32)}` }, 403, 'api-key-unknown'], ['no key at all', { api_key: 'x' }, 403, 'api-key-unknown'],
    ['an unknown service', { service_code: '001' }, 404, 'service-unknown'], ['no service', { service_code: '' }, 400, 'service-code-missing'], ['another jurisdiction', { jurisdiction_id: 'sfgov.org' }, 404, 'jurisdiction-unknown'],
    ['no place', { lat: '', long: '', address_string: '' }, 400, 'place-missing'], ['0, 0', { lat: '0', long: '0' }, 400, 'place-at-zero'], ['swapped', { lat: '105.45', long: '9.76' }, 400, 'place-swapped'], ['not a number', { lat: 'x' }, 400, 'request-invalid'],
    ['nothing said', { description: '🙂' }, 400, 'report-says-nothing'], ['a bad telephone', { phone: '12' }, 400, 'request-invalid'], ['a time to come', { 'attribute[happened_at]': '2027-01-01T00:00:00+07:00' }, 400, 'time-in-future'], ['a time without its zone', { 'attribute[happened_at]': '2026-11-20T00:00:00' }, 400, 'request-invalid'],
    ['an urgency of their own', { 'attribute[urgency]': 'high' }, 400, 'request-invalid'],
  ];
  test.each(refusals)('refuses %s', async (_, changes, status, code) => {
    const answer = await call('POST', 'requests.json', form(changes));
    expect([answer.status, answer.headers['x-problem-code']]).toEqual([status, code]);
    const errors = Open311Errors.parse(JSON.parse(answer.text));
    expect(errors.every((one) => one.code === status && one.description.includes(' / '))).toBe(true);
    expect((await json('requests.json')).body).toEqual([]);
  });
  test('refuses what is no form, and a name given twice; a list is read as a list', async () => {
    expect((await call('POST', 'requests.json', JSON.stringify(form()), 'application/json')).headers['x-problem-code']).toBe('request-not-form');
    const text = new URLSearchParams(form()).toString();
    expect((await call('POST', 'requests.json', `${text}&service_code=noise`)).headers['x-problem-code']).toBe('request-invalid');
    const { status, text: answered } = await call('POST', 'requests.json', `${text}&attribute[code][]=1&attribute[code][]=2`);
    expect(status).toBe(200);
    expect((await desk().open(await desk().idOf((JSON.parse(answered) as { service_request_id: string }[])[0]?.service_request_id ?? ''))).originalText).toContain('code: 1, 2');
  });
  test('a key has its quota of an hour, and is good no more once revoked', async () => {
    const keys = apiKeyRepository(table);
    key = await keys.give('ung-dung-nho', 2, now);
    for (const description of ['Rác ở chợ.', 'Rác ở bến.']) expect((await post({ description })).status).toBe(200);
    const spent = await call('POST', 'requests.json', form({ description: 'Rác ở cầu.' }));
    expect([spent.status, spent.headers['x-problem-code'], spent.headers['retry-after']]).toEqual([429, 'api-key-spent', '3600']);
    now = new Date(monday.getTime() + 3_600_000);
    expect((await post({ description: 'Rác ở cầu.' })).status).toBe(200);
    expect([await keys.revoke('ung-dung-nho', now), await keys.revoke('khong-co', now)]).toEqual([true, false]);
    expect((await post({ description: 'Rác ở phà.' })).status).toBe(403);
  });
});

describe('how a request stands', () => {
  const published = async (): Promise<{ id: string; photoId: string }> => {
    const photoId = await photo(table, ownerOf(nobody, device));
    const { feedbackId, trackingCode } = await desk().report({ media: [photoId] });
    await table.write(update(mediaKey(feedbackId, photoId), { expression: 'SET checkedAt = :at', values: { ':at': now.toISOString() } }));
    for (const [route, who, body] of [[AcceptFeedback, dispatcher, { category: 'waste' }], [TakeFeedback, fieldOfficer, {}], [AnswerFeedback, fieldOfficer, { text: 'Đã dọn sạch.' }], [ApproveAnswer, leader, {}], [PublishFeedback, moderator, { media: [photoId] }]] as const) await desk().act(route, who, feedbackId, body);
    return { id: trackingCode, photoId };
  };

  test('from its code alone before it is let in, whole afterwards, with its answer at the end', async () => {
    const id = (await post()).body[0]?.service_request_id ?? '';
    expect((await json(`requests/${id}.json`)).body).toMatchObject([{ service_request_id: id, status: 'open', service_code: 'waste', description: null, lat: null, address: null, requested_datetime: '2026-11-23T08:00:00+07:00', extended_attributes: { detailed_status: 'NEW' } }]);
    expect((await json('requests.json')).body).toEqual([]);
    const feedbackId = await desk().idOf(id);
    await desk().act(AcceptFeedback, dispatcher, feedbackId, { category: 'noise' });
    const [single, [listed]] = [(await json(`requests/${id}.json`)).body[0], (await json('requests.json')).body];
    expect(GetServiceRequest.ok.body.safeParse([single]).success).toBe(true);
    expect(single).toMatchObject({ status: 'open', service_code: 'noise', description: 'Rác đổ đầy lề đường trước chợ.', agency_responsible: 'UBND phường I', address: 'trước chợ', lat: inWard.lat, long: inWard.long, extended_attributes: { detailed_status: 'ASSIGNED' } });
    expect(listed).toEqual(single);
  });
  test('a published answer: closed, its words, and a photo at an address that lasts', async () => {
    const { id, photoId } = await published();
    const [told] = (await json(`requests/${id}.json`)).body;
    expect(told).toMatchObject({ status: 'closed', status_notes: 'Đã dọn sạch.', media_url: `http://localhost:8080/api/open311/v2/media/${id}/${photoId}`, extended_attributes: { detailed_status: 'PUBLISHED' } });
    expect((await json('requests.json?status=closed')).body).toMatchObject([{ service_request_id: id, media_url: told?.['media_url'] }]);
    const media = await call('GET', `media/${id}/${photoId}`);
    expect([media.status, media.headers['location']]).toEqual([302, `http://files.test/files/${photoId}`]);
    const xml = elementsOf((await call('GET', `requests/${id}.xml`)).text);
    expect(xml.children[0]?.children.at(-1)).toEqual({ name: 'extended_attributes', text: '', children: [{ name: 'detailed_status', text: 'PUBLISHED', children: [] }] });
  });
  test('a refused one is closed, with the reason', async () => {
    const { feedbackId, trackingCode } = await desk().report();
    await desk().act(RefuseFeedback, dispatcher, feedbackId, { reason: 'insufficient', words: 'Xin gửi thêm ảnh.' });
    expect((await json(`requests/${trackingCode}.json`)).body).toMatchObject([{ status: 'closed', status_notes: 'Không đủ thông tin để xác minh: Xin gửi thêm ảnh.', description: null }]);
  });
  test('a code nobody was given is 404, in both formats; a token is the id', async () => {
    for (const address of ['requests/HG-0000-0000-0000', 'tokens/HG-0000-0000-0000']) expect(await json(`${address}.json`)).toMatchObject({ status: 404, body: [{ code: 404 }] });
    const { trackingCode } = await desk().report();
    expect(GetRequestIdByToken.ok.body.parse((await json(`tokens/${trackingCode}.json`)).body)).toEqual([{ service_request_id: trackingCode, token: trackingCode }]);
  });
});

describe('the list', () => {
  const reported = async (at: string, category = 'waste'): Promise<string> => {
    now = new Date(at);
    const { feedbackId, trackingCode } = await desk().report({ device: `thiet-bi-${at.slice(0, 10)}-${category}` }, nobody);
    await desk().act(AcceptFeedback, dispatcher, feedbackId, { category });
    return trackingCode;
  };
  const ids = async (query: string): Promise<unknown[]> => (await json(`requests.json?${query}`)).body.map(({ service_request_id: id }) => id);

  test('by service, status, ids and dates; ninety days where none are given', async () => {
    const old = await reported('2026-08-10T02:00:00Z');
    const waste = await reported('2026-11-20T02:00:00Z');
    const noise = await reported('2026-11-21T02:00:00Z', 'noise');
    now = monday;
    expect(await ids('')).toEqual([noise, waste]);
    expect(await ids('service_code=waste')).toEqual([waste]);
    expect(await ids('service_code=noise,%20waste')).toEqual([noise, waste]);
    expect(await ids('status=open')).toEqual([noise, waste]);
    expect(await ids('status=closed')).toEqual([]);
    expect(await ids('status=open,closed')).toEqual([noise, waste]);
    // a zone whose plus was not encoded, a day, and a start alone
    expect(await ids('start_date=2026-11-21T09:00:00+07:00&end_date=2026-11-22')).toEqual([noise]);
    expect(await ids('start_date=2026-08-01')).toEqual([old]);
    expect(await ids('end_date=2026-08-11T00:00:00Z')).toEqual([old]);
    // ids win over everything else; what is not there is left out
    expect(await ids(`service_request_id=${old},HG-0000-0000-0000&status=closed`)).toEqual([old]);
  });
  test.each([['start_date=2026-01-01&end_date=2026-11-01', 'dates-too-far-apart'], ['start_date=2026-11-02&end_date=2026-11-01', 'dates-too-far-apart'], ['start_date=yesterday', 'request-invalid'], ['status=pending', 'request-invalid'], ['service_code=,', 'request-invalid'], [`service_request_id=${Array(51).fill('HG-0000-0000-0000').join(',')}`, 'request-invalid']])('refuses %s', async (query, code) => {
    const { status, headers } = await call('GET', `requests.json?${query}`);
    expect([status, headers['x-problem-code']]).toEqual([400, code]);
  });
  test('never more than a thousand', async () => {
    const rows = Array.from({ length: 1100 }, (_, index) => index);
    const { registerWrites } = await import('../../functions/feedback-classification/register.repository.ts');
    const id = (await post()).body[0]?.service_request_id ?? '';
    const feedbackId = await desk().idOf(id);
    await desk().act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
    const { feedbackRepository } = await import('../../functions/feedback-classification/feedback.repository.ts');
    const record = await feedbackRepository(table, 'H30.01').load(feedbackId);
    if (record === undefined) throw new Error('the report is not there');
    for (const index of rows) {
      const reportedAt = new Date(monday.getTime() - index * 1000 - 1000).toISOString();
      for (const write of registerWrites(undefined, { ...record, report: { ...record.report, reportedAt }, voices: 0, updatedAt: reportedAt }).slice(0, 1)) await table.write(write);
    }
    const { body } = await json('requests.json');
    expect([body.length, body[0]?.['requested_datetime'], z.array(ListServiceRequests.ok.body.element).safeParse(body).success]).toEqual([1000, '2026-11-23T08:00:00+07:00', true]);
  });
});
