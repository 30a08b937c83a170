import { beforeEach, describe, expect, test } from 'vitest';
import { MediaCheckedV1 } from '../../events/feedback-classification/media-checked.v1.ts';
import { fetchPhoto } from '../../functions/feedback-classification/fetch-photo.ts';
import { fileMessage } from '../../functions/feedback-classification/file-message.ts';
import { relayMac, zaloMac } from '../../functions/feedback-classification/inbound.ts';
import { inboundRepository } from '../../functions/feedback-classification/inbound.repository.ts';
import { inboundHandlers } from '../../functions/feedback-classification/take-message.ts';
import { tellReporters } from '../../functions/feedback-classification/tell-reporters.ts';
import { zaloMessenger } from '../../functions/feedback-classification/zalo-messenger.ts';
import { AcceptFeedback, GetFeedbackQueue, OpenFeedback } from '../../shared/contracts/feedback-desk.ts';
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
const inbox = async () => (await apiOn(depsOn(table), () => now)(GetFeedbackQueue, dispatcher, { params: { agencyCode: office, queue: 'inbox' } })).body['items'] as { feedbackId: string; channel: string; excerpt: string; flags: string[]; media: number; urgency: string; dueAt?: string }[];
const opened = async (feedbackId: string) => (await apiOn(depsOn(table), () => now)(OpenFeedback, dispatcher, { params: { feedbackId } })).body as unknown as { revision: number; history: { act: string; by: { kind: string } }[]; originalText: string; contact?: Record<string, string>; flags: string[] };

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

describe('what is sent as several messages', () => {
  const address = 'https://photo-link.zdn.vn/1.jpg';
  const image = (id: string, changes: Record<string, unknown> = {}) => message({ msg_id: id, text: undefined, attachments: [{ type: 'image', payload: { url: address } }], ...changes }, { event_name: 'user_send_image' });
  const words = (id: string, text = 'Đèn đường trước chợ Vị Thanh hỏng ba đêm nay.') => message({ msg_id: id, text });
  const located = (id: string) => message({ msg_id: id, text: undefined, attachments: [{ type: 'location', payload: { coordinates: { latitude: 9.76071, longitude: 105.45679 } } }] }, { event_name: 'user_send_location' });
  /** Sent one after the other, some minutes apart, and worked off each at once. */
  const sent = async (...all: readonly (readonly [ReturnType<typeof message>, number?])[]) => {
    const outcomes: string[] = [];
    for (const [one, minutes = 1] of all) { now = new Date(now.getTime() + minutes * 60_000); await byZalo({ ...one, timestamp: String(now.getTime()) }); outcomes.push((await work()).filter((outcome) => outcome !== 'gone').join()); }
    return outcomes;
  };
  const accept = async () => {
    const feedbackId = (await inbox())[0]?.feedbackId ?? '';
    expect((await apiOn(depsOn(table), () => now)(AcceptFeedback, dispatcher, { params: { feedbackId }, body: { revision: (await opened(feedbackId)).revision, category: 'lighting' } })).status).toBe(200);
  };
  beforeEach(() => { pictures.set(address, jpeg(40, 30)); });

  test.each([['a photo, then the words', ['image', 'words']], ['the words, then a photo', ['words', 'image']], ['words, photos and a place', ['words', 'image', 'place', 'image']], ['a photo, the place, the words', ['image', 'place', 'words']]])('%s: one report, and the sender is told so', async (_, kinds) => {
    const made = kinds.map((kind, index) => [kind === 'image' ? image(`m-${index}`) : kind === 'words' ? words(`m-${index}`) : located(`m-${index}`)] as const);
    expect(await sent(...made)).toEqual(['filed', ...kinds.slice(1).map(() => 'added')]);
    const [row, ...others] = await inbox();
    expect([row, others]).toMatchObject([{ excerpt: 'Đèn đường trước chợ Vị Thanh hỏng ba đêm nay.', media: kinds.filter((kind) => kind === 'image').length, flags: kinds.includes('place') ? [] : ['place-unknown'], suggested: 'waste' }, []]);
    const { history } = await opened(row?.feedbackId ?? '');
    expect(history.map(({ act, by }) => [act, by.kind])).toEqual([['report', 'reporter'], ...kinds.slice(1).map(() => ['add', 'reporter'])]);
    expect((await inbound().answers()).filter(({ text }) => text.startsWith('Đã thêm vào phản ánh (HG-'))).toHaveLength(kinds.length - 1);
    for (const [one] of made) expect((await byZalo(one)).body).toEqual({ outcome: 'repeated' });
  });
  test('a place that comes first waits for its words, is that of no second report, and of none that comes too late', async () => {
    expect(await sent([located('m-1')])).toEqual(['answered']);
    expect((await inbound().answers())[0]?.text).toMatch(/^Đã nhận vị trí\s+Hãy viết vài lời/);
    expect(await sent([words('m-2')], [words('m-3', 'Rác đổ đầy bờ kênh.')])).toEqual(['filed', 'filed']);
    expect((await inbox()).map(({ excerpt, flags }) => [excerpt, flags])).toEqual(expect.arrayContaining([['Đèn đường trước chợ Vị Thanh hỏng ba đêm nay.', []], ['Rác đổ đầy bờ kênh.', ['place-unknown']]]));
    expect(await sent([{ ...located('m-4'), sender: { id: 'nguoi-zalo-02' } }], [{ ...words('m-5'), sender: { id: 'nguoi-zalo-02' } }, 11], [{ ...words('m-6', 'Cống nghẹt.'), sender: { id: 'nguoi-zalo-03' } }])).toEqual(['answered', 'filed', 'filed']);
    expect((await inbox()).filter(({ flags }) => flags.length === 0)).toHaveLength(1);
    // kept no longer than words have to follow
    expect(memory.rows('feedback').filter(({ entity }) => entity === 'sent-place').map(({ expiresAt }) => Number(expiresAt) * 1000 <= now.getTime() + 600_000)).toEqual([true, true]);
  });
  test('a second text, another sender, and what comes after the minutes: reports of their own', async () => {
    expect(await sent([words('m-1')], [words('m-2', 'Rác đổ đầy bờ kênh.')], [{ ...image('m-3'), sender: { id: 'nguoi-zalo-02' } }], [words('m-4'), 11], [image('m-5'), 11])).toEqual(Array.from({ length: 5 }, () => 'filed'));
    expect(await inbox()).toHaveLength(5);
  });
  test('what was let in is not changed any more: what comes then is a report of its own', async () => {
    await sent([words('m-1')]);
    await accept();
    expect(await sent([image('m-2')])).toEqual(['filed']);
    expect((await inbox()).map(({ media, excerpt }) => [media, excerpt])).toEqual([[1, '']]);
  });
  test('words of danger after a photo are looked at as fast as if they had come first', async () => {
    await sent([image('m-1')]);
    says = { ...suggestion, outOfScope: 'emergency-114', urgency: 'emergency' };
    await sent([words('m-2', 'Cháy nhà ở hẻm 3, cứu với!')]);
    const [row] = await inbox();
    expect(row).toMatchObject({ urgency: 'emergency', flags: ['place-unknown', 'out-of-scope', 'words-of-danger'], dueAt: new Date(now.getTime() + 30 * 60_000).toISOString() });
  });
  test('more photos than a report may have begin another', async () => {
    const { mostMedia } = depsOn(table).catalogue.settings;
    await sent(...Array.from({ length: mostMedia + 1 }, (_, index) => [image(`m-${index}`), 0.1] as const));
    expect((await inbox()).map(({ media }) => media).toSorted((a, b) => a - b)).toEqual([1, mostMedia]);
  });
  test('worked off at the same time, in whatever order, each told twice: one report still', async () => {
    for (const one of [words('m-1'), image('m-2'), located('m-3'), image('m-4')]) await byZalo(one);
    const all = told('message.received.v1');
    const outcomes = await Promise.all([...all, ...all.toReversed()].map(async ({ id, data }) => {
      for (;;) { const outcome = await fileMessage(deps())({ messageKey: String(data['messageKey']), cause: { actor: 'system', correlationId: id, causationId: id, now } }); if (outcome !== 'busy') return outcome; }
    }));
    // a place alone says nothing: whoever sends it first is told so
    expect(outcomes.filter((outcome) => outcome === 'filed').length).toBeGreaterThan(0);
    const [row, ...others] = await inbox();
    expect([row?.media, row?.excerpt, others]).toEqual([2, 'Đèn đường trước chợ Vị Thanh hỏng ba đêm nay.', []]);
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
