import { beforeEach, describe, expect, test } from 'vitest';
import { MediaCheckedV1 } from '../../events/feedback-classification/media-checked.v1.ts';
import { fetchPhoto } from '../../functions/feedback-classification/fetch-photo.ts';
import { fileMessage } from '../../functions/feedback-classification/file-message.ts';
import { relayMac, zaloMac } from '../../functions/feedback-classification/inbound.ts';
import { inboundRepository } from '../../functions/feedback-classification/inbound.repository.ts';
import { inboundHandlers } from '../../functions/feedback-classification/take-message.ts';
import { tellReporters } from '../../functions/feedback-classification/tell-reporters.ts';
import { zaloMessenger } from '../../functions/feedback-classification/zalo-messenger.ts';
import { GetFeedbackQueue, OpenFeedback } from '../../shared/contracts/feedback-desk.ts';
import { ReceivedMail, TakeMail, TakeZaloMessage, ZaloEvent } from '../../shared/contracts/feedback-inbound.ts';
import type { Suggestion } from '../../shared/contracts/feedback-shapes.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { checkUpload } from '../../shared/runtime/uploads/check-upload.ts';
import { cleanMedia } from '../../shared/runtime/uploads/clean-media.ts';
import { generateRequests } from '../fuzz/requests.ts';
import { eventOf } from '../procedure-submission/support/desk.ts';
import { jpeg } from '../procedure-submission/support/files.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, dispatcher, monday, nobody, office, suggestion } from './support/desk.ts';
import { exif, jpegSegment, jpegWith, planted } from './support/hostile-media.ts';

const zalo = { secret: 'khoa-bi-mat-cua-oa', appId: '1234567890' }, relay = { secret: 'khoa-bi-mat-cua-thu' };
let memory = memoryDynamo();
let table: Table;
let now: Date;
let mails: { to: string; subject: string; text: string }[];
let kept: Map<string, Uint8Array>;
let pictures: Map<string, Uint8Array | 'later'>;
let says: Suggestion;
beforeEach(async () => {
  memory = memoryDynamo(); table = memory.table('feedback'); now = monday; mails = []; kept = new Map(); pictures = new Map(); says = suggestion;
  await inbound().open('zalo', zalo);
  await inbound().open('email', relay);
});
const inbound = () => inboundRepository(table);
const deps = () => {
  const plain = depsOn(table, { suggest: () => says });
  return {
    ...plain, ledger: mailLedger(table), mailer: { send: async (mail: { to: string; subject: string; text: string }) => { mails.push(mail); } }, zalo: zaloMessenger(inbound(), { sandbox: true, clock: () => now }),
    fetchPhoto: fetchPhoto({ sandbox: false, send: async (address) => {
      const found = pictures.get(address as string);
      return found === 'later' ? new Response(null, { status: 503 }) : found === undefined ? new Response(null, { status: 404 }) : new Response(Buffer.from(found));
    } }),
    checkPhoto: (uploadId: string, bytes: Uint8Array, cause: Parameters<ReturnType<typeof checkUpload>>[1]) => checkUpload({
      uploads: plain.uploads, clean: cleanMedia, mostPixels: 40_000_000, tells: (verdict, why) => newEvent(MediaCheckedV1, verdict, why),
      bytes: { read: () => Promise.resolve(bytes), keep: ({ uploadId: id }, content) => { kept.set(id, content); return Promise.resolve(); } },
    })(uploadId, cause),
  };
};
const post = async (route: Route, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: Record<string, unknown> }> => {
  const event = eventOf(route, nobody);
  const answer = await httpApi(inboundHandlers(deps()), () => now)({ ...event, body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') as Record<string, unknown> };
};
const message = (changes: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  app_id: zalo.appId, user_id_by_app: '55', sender: { id: 'nguoi-zalo-01' }, recipient: { id: 'oa' }, event_name: 'user_send_text', timestamp: String(now.getTime()), message: { msg_id: 'm-1', text: 'Đèn đường trước chợ Vị Thanh hỏng ba đêm nay.', ...changes }, ...more,
});
const byZalo = (event: ReturnType<typeof message>) => { const body = JSON.stringify(event); return post(TakeZaloMessage, body, { 'x-zevent-signature': zaloMac(zalo, body, event.timestamp) }); };
const mail = (changes: Record<string, unknown> = {}, content: Record<string, unknown> = {}) => ({
  notificationType: 'Received', mail: { messageId: 't-1', source: 'nguoi.gui@example.vn', timestamp: now.toISOString(), commonHeaders: { subject: 'Rác ở chợ' }, ...changes }, content: { text: 'Bãi rác sau chợ Vị Thanh đầy cả tuần.\r\nXin dọn giúp.', ...content },
});
const byMail = (told: unknown, seconds = Math.floor(now.getTime() / 1000)) => { const body = JSON.stringify(told); return post(TakeMail, body, { 'x-haugiang-signature': relayMac(relay, body, seconds) }); };
const told = (type: string): { id: string; data: Record<string, string> }[] => memory.rows('feedback').filter((row) => row['detailType'] === type).map((row) => JSON.parse(String(row['detail'])) as never);
/** Works off what came in, as the queues do: every message twice. */
const work = async (): Promise<string[]> => {
  const outcomes: string[] = [];
  for (const { id, data } of told('message.received.v1')) for (const _again of [1, 2]) outcomes.push(await fileMessage(deps())({ messageKey: String(data['messageKey']), cause: { actor: 'system', correlationId: id, causationId: id, now } }));
  for (const { id, data } of told('feedback.reported.v1')) for (const _again of [1, 2]) await tellReporters(deps())({ eventId: id, feedbackId: String(data['feedbackId']), occasion: 'reported', now });
  return outcomes;
};
const inbox = async () => (await apiOn(depsOn(table), () => now)(GetFeedbackQueue, dispatcher, { params: { agencyCode: office, queue: 'inbox' } })).body['items'] as { feedbackId: string; channel: string; excerpt: string; flags: string[]; media: number }[];
const opened = async (feedbackId: string) => (await apiOn(depsOn(table), () => now)(OpenFeedback, dispatcher, { params: { feedbackId } })).body as unknown as { originalText: string; contact?: Record<string, string>; flags: string[] };

describe('a message over Zalo', () => {
  test('is in the dispatcher’s inbox once, its place to be found out, and is answered over Zalo; nothing else keeps it', async () => {
    for (const outcome of ['taken', 'repeated', 'repeated']) expect(await byZalo(message())).toEqual({ status: 200, body: { outcome } });
    expect(await work()).toEqual(['filed', 'gone']);
    expect(await inbox()).toMatchObject([{ channel: 'zalo', excerpt: 'Đèn đường trước chợ Vị Thanh hỏng ba đêm nay.', flags: ['place-unknown'] }]);
    const answers = await inbound().answers();
    expect(answers).toMatchObject([{ to: 'nguoi-zalo-01', text: expect.stringMatching(/^Đã nhận phản ánh \(HG-[\s\S]+#khoa=[0-9a-f]{32}/) }]);
    expect([await byZalo(message()), await work(), (await inbox()).length]).toEqual([{ status: 200, body: { outcome: 'repeated' } }, ['gone', 'gone'], 1]);
    expect(memory.rows('feedback').filter(({ pk }) => String(pk).startsWith('MESSAGE#'))).toEqual([]);
    expect(JSON.stringify(memory.rows('feedback').filter(({ pk }) => String(pk).startsWith('OUTBOX#')))).not.toMatch(/nguoi-zalo|Đèn đường/);
  });
  test('a signature that is missing or wrong, an old message, other content under the same id: each its code', async () => {
    const body = JSON.stringify(message()), mac = zaloMac(zalo, body, message().timestamp);
    expect(await post(TakeZaloMessage, body)).toMatchObject({ status: 400, body: { code: 'signature-missing' } });
    for (const wrong of ['mac=00', mac.slice(4), zaloMac({ ...zalo, secret: 'khác' }, body, message().timestamp), zaloMac(zalo, `${body} `, message().timestamp)]) expect(await post(TakeZaloMessage, body, { 'x-zevent-signature': wrong })).toMatchObject({ status: 403, body: { code: 'signature-wrong' } });
    for (const minutes of [-1441, 6]) expect(await byZalo(message({}, { timestamp: String(now.getTime() + minutes * 60_000) }))).toMatchObject({ status: 400, body: { code: 'message-too-old' } });
    expect((await byZalo(message({}, { timestamp: String(now.getTime() - 1439 * 60_000) }))).body).toEqual({ outcome: 'taken' });
    expect(await byZalo(message({ text: 'Việc khác hẳn.' }))).toMatchObject({ status: 409, body: { code: 'message-altered' } });
    await inbound().close('zalo');
    expect((await byZalo(message())).body).toMatchObject({ code: 'signature-wrong' });
    expect((await post(TakeZaloMessage, '{', { 'x-zevent-signature': mac })).body).toMatchObject({ code: 'request-not-json' });
    expect((await post(TakeZaloMessage, {}, { 'x-zevent-signature': mac })).body).toMatchObject({ code: 'request-invalid' });
  });
  test('what is no message of a person is left alone', async () => {
    for (const name of ['follow', 'user_seen_message', 'user_send_sticker']) expect((await byZalo(message({ msg_id: name }, { event_name: name }))).body).toEqual({ outcome: 'ignored' });
    expect(told('message.received.v1')).toEqual([]);
  });
  test('what cannot be a report is answered with the sentence that says why, once, and forgotten', async () => {
    await byZalo(message({ text: '👍' }));
    expect(await work()).toEqual(['answered', 'gone']);
    expect(await inbound().answers()).toMatchObject([{ to: 'nguoi-zalo-01', text: expect.stringContaining('Hãy viết vài từ, hoặc gửi kèm ảnh.') }]);
    expect(await inbox()).toEqual([]);
    for (let count = 0; count < 21; count++) await byZalo(message({ msg_id: `nhieu-${count}` }));
    expect((await work()).filter((outcome) => outcome === 'answered')).toHaveLength(1);
    expect((await inbound().answers()).map(({ text }) => text).join()).toContain('Gửi lại sau: 2026-11-23T02:00:00.000Z');
  });
  test('what has its own place is told so, and kept for a person to look at', async () => {
    says = { ...suggestion, outOfScope: 'emergency-114', urgency: 'emergency' };
    await byZalo(message({ text: 'Cháy nhà ở hẻm 3, cứu với!' }));
    await work();
    expect((await inbound().answers())[0]?.text).toContain('gọi cảnh sát phòng cháy chữa cháy và cứu nạn 114 ngay');
    expect((await inbox())[0]?.flags).toEqual(['place-unknown', 'out-of-scope', 'words-of-danger']);
  });
  test('photos come from the messenger’s own hosts, are looked at and cleaned as all others; one that is unfit is left out and said so', async () => {
    const photo = jpegWith([jpegSegment(0xe1, exif(true))]);
    pictures.set('https://photo-link.zdn.vn/1.jpg', photo).set('https://photo-link.zdn.vn/2.jpg', Buffer.from('<svg/>')).set('https://evil.example/3.jpg', jpeg(10, 10)).set('http://photo-link.zdn.vn/4.jpg', jpeg(10, 10));
    const image = (url: string) => ({ type: 'image', payload: { url } });
    await byZalo(message({ attachments: [...pictures.keys()].map(image) }, { event_name: 'user_send_image' }));
    expect(await work()).toEqual(['filed', 'gone']);
    expect(await inbox()).toMatchObject([{ media: 1, flags: ['place-unknown', 'photo-left-out'] }]);
    expect([...kept.values()].map((bytes) => Buffer.from(bytes).includes(planted))).toEqual([false]);
  });
  test('a photo that is not to be had now is asked for again, and is one photo', async () => {
    pictures.set('https://a.zdn.vn/1.jpg', jpeg(40, 30)).set('https://a.zdn.vn/2.jpg', 'later');
    await byZalo(message({ text: undefined, attachments: [...pictures.keys()].map((url) => ({ type: 'image', payload: { url } })) }, { event_name: 'user_send_image' }));
    await expect(work()).rejects.toThrow('does not give the photo now');
    pictures.set('https://a.zdn.vn/2.jpg', jpeg(30, 40));
    expect(await work()).toEqual(['filed', 'gone']);
    expect((await inbox()).map(({ media }) => media)).toEqual([2]);
    expect(kept.size).toBe(2);
  });
  test('a place that is told is the place', async () => {
    await byZalo(message({ text: 'Ổ gà lớn ở đây.', attachments: [{ type: 'location', payload: { coordinates: { latitude: '9.76071', longitude: '105.45679' } } }] }, { event_name: 'user_send_location' }));
    await work();
    expect((await inbox())[0]?.flags).toEqual([]);
  });
});

describe('a mail', () => {
  test('is a report with its subject, answered by mail; told again it is one', async () => {
    for (const outcome of ['taken', 'repeated']) expect(await byMail(mail())).toEqual({ status: 200, body: { outcome } });
    await work();
    const [row] = await inbox();
    expect(row).toMatchObject({ channel: 'email', flags: ['place-unknown'] });
    expect(await opened(row?.feedbackId ?? '')).toMatchObject({ originalText: 'Rác ở chợ\n\nBãi rác sau chợ Vị Thanh đầy cả tuần.\nXin dọn giúp.', contact: { email: 'nguoi.gui@example.vn' } });
    expect(mails.map(({ to }) => to)).toEqual(['nguoi.gui@example.vn']);
  });
  test('what a machine answers is no report; junk, infected and endless ones are told to the dispatcher', async () => {
    for (const header of [{ name: 'Auto-Submitted', value: 'auto-replied' }, { name: 'Precedence', value: 'bulk' }]) expect((await byMail(mail({ messageId: header.name, headers: [header] }))).body).toEqual({ outcome: 'ignored' });
    await byMail({ ...mail({}, { text: 'rác '.repeat(5000), attachments: [{ url: 'https://thu.s3.amazonaws.com/1.jpg' }] }), receipt: { spamVerdict: { status: 'FAIL' }, virusVerdict: { status: 'FAIL' } } });
    await work();
    const [row, ...none] = await inbox();
    expect([row?.flags, row?.media, none]).toEqual([['place-unknown', 'text-cut', 'photo-left-out', 'maybe-spam'], 0, []]);
    expect((await opened(row?.feedbackId ?? '')).originalText).toHaveLength(5000);
  });
  test('an old signature, another’s, and hidden signs in the words', async () => {
    const seconds = Math.floor(now.getTime() / 1000);
    expect((await byMail(mail(), seconds - 301)).body).toMatchObject({ code: 'message-too-old' });
    expect((await post(TakeMail, mail(), { 'x-haugiang-signature': relayMac(zalo, JSON.stringify(mail()), seconds) })).body).toMatchObject({ code: 'signature-wrong' });
    expect((await post(TakeMail, mail(), { 'x-haugiang-signature': 'v1=1' })).body).toMatchObject({ code: 'signature-wrong' });
    expect((await post(TakeMail, mail())).body).toMatchObject({ code: 'signature-missing' });
    await byMail(mail({}, { text: 'Nước\u0000 thải\u202e \ud800 đen\u200b'.normalize('NFD') }));
    expect(await work()).toEqual(['filed', 'gone']);
    expect((await opened((await inbox())[0]?.feedbackId ?? '')).originalText).toBe('Rác ở chợ\n\nNước  thải \ufffd đen');
  });
});

test('an answer over Zalo goes out by the token of the account; what Zalo refuses is tried again', async () => {
  const asked: [string, RequestInit][] = [];
  let error = 0;
  const messenger = () => zaloMessenger(inbound(), { sandbox: false, send: async (address, init = {}) => { asked.push([address as string, init]); return Response.json({ error, message: 'x' }); } });
  await expect(messenger().send({ to: 'u', subject: 'Chào', text: 'x' })).rejects.toThrow('no token');
  await inbound().open('zalo', { ...zalo, accessToken: 'the-bai' });
  await messenger().send({ to: 'u', subject: 'Chào', text: 'x'.repeat(5000) });
  const [address, init] = asked[0] ?? ['', {}];
  expect([address, (init.headers as Record<string, string>)['access_token']]).toEqual(['https://openapi.zalo.me/v3.0/oa/message/cs', 'the-bai']);
  expect(JSON.parse(init.body as string)).toMatchObject({ recipient: { user_id: 'u' }, message: { text: expect.stringMatching(/^Chào\n\nx{1994}$/) } });
  error = -213;
  await expect(messenger().send({ to: 'u', subject: 'Chào', text: 'x' })).rejects.toThrow('-213');
  expect(await inbound().answers()).toEqual([]);
});

test('whatever a signed message holds, it is taken, left alone or refused, and what was taken is worked off', async () => {
  const bodies = (route: Route, shape: Route['body'], known: Record<string, unknown[]>) => [...generateRequests({ ...route, body: shape } as Route, { count: 150, seed: 5, siteOrigin: 'http://localhost:8080', scenes: [known] })].map(({ body }) => body ?? '');
  const statuses = new Set<number>();
  for (const body of bodies(TakeZaloMessage, ZaloEvent, { timestamp: [String(now.getTime())], event_name: ['user_send_text', 'user_send_image'], app_id: [zalo.appId] })) {
    const { timestamp } = (body.startsWith('{') ? /"timestamp":"(?<timestamp>[^"]*)"/.exec(body)?.groups : undefined) ?? {};
    statuses.add((await post(TakeZaloMessage, body, { 'x-zevent-signature': zaloMac(zalo, body, timestamp ?? '') })).status);
  }
  for (const body of bodies(TakeMail, ReceivedMail, { notificationType: ['Received'] })) statuses.add((await post(TakeMail, body, { 'x-haugiang-signature': relayMac(relay, body, Math.floor(now.getTime() / 1000)) })).status);
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  expect(statuses).toContain(200);
  expect(new Set(await work())).toEqual(new Set(['filed', 'answered', 'gone']));
});
