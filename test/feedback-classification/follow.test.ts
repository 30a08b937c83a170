import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { followHandlers } from '../../functions/feedback-classification/follow-handlers.ts';
import { subscriptionRepository } from '../../functions/feedback-classification/subscription.repository.ts';
import { askToConfirm, tellFollowers } from '../../functions/feedback-classification/tell-followers.ts';
import { AcceptFeedback, ChangeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { ConfirmFollowing, EndFollowing, EndFollowingByMail, FollowArea } from '../../shared/contracts/feedback-follow.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import { MailNotSent } from '../../shared/runtime/mailer.ts';
import { eventOf, type Asking } from '../procedure-submission/support/desk.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, dispatcher, inWard, monday, nobody } from './support/desk.ts';

type Sent = { to: string; subject: string; text: string; headers?: Readonly<Record<string, string>> };
let memory = memoryDynamo();
let table: Table;
let now: Date;
let mails: Sent[];
let down: number;
beforeEach(() => { memory = memoryDynamo(); table = memory.table('feedback'); now = monday; mails = []; down = 0; });

const call = async (route: Route, { headers, ...asking }: Asking & { readonly headers?: Record<string, string> } = {}): Promise<{ status: number; body: Record<string, unknown> }> => {
  const event = eventOf(route, nobody, asking);
  const answer = await httpApi(followHandlers(depsOn(table)), () => now)({ ...event, headers: { ...event.headers, ...headers } });
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') as Record<string, unknown> };
};
const deps = () => ({
  feedback: depsOn(table).feedback, subscriptions: subscriptionRepository(table), catalogue, ledger: mailLedger(table), siteOrigin: 'https://hg.example',
  mailer: { send: async (mail: Sent) => { if (down-- > 0) throw new MailNotSent('away'); mails.push(mail); } },
});
const events = (type: string): { id: string; time: string; data: Record<string, string> }[] => memory.rows('feedback').filter((row) => row['detailType'] === type).map((row) => JSON.parse(String(row['detail'])) as never);
/** Works off what was asked for, as the queue does: every message twice. */
const work = async (): Promise<void> => {
  for (const { id, data } of events('subscription.requested.v1')) for (const _again of [1, 2]) await askToConfirm(deps())({ eventId: id, subscriptionId: String(data['subscriptionId']), now });
  for (const { id, time, data } of events('feedback.accepted.v1')) for (const _again of [1, 2]) await tellFollowers(deps())({ eventId: id, time, feedbackId: String(data['feedbackId']), occasion: 'accepted', now });
};
const linkIn = (mail: Sent | undefined, act: string): { params: { subscriptionId: string }; body: { key: string } } => {
  const [, subscriptionId = '', key = ''] = new RegExp(`/phan-anh/nhan-tin/#${act}=(sub_\\w+)\\.(\\w+)`).exec(mail?.text ?? '') ?? [];
  return { params: { subscriptionId }, body: { key } };
};
const follow = async (email: string, wish: Record<string, string> = {}): Promise<void> => {
  expect((await call(FollowArea, { body: { email, ...wish } })).status).toBe(202);
  await work();
  const mail = mails.findLast(({ to }) => to === email);
  expect((await call(ConfirmFollowing, linkIn(mail, 'xac-nhan'))).status).toBe(200);
  now = new Date(now.getTime() + 1000);
};
const accepted = async (changes: Record<string, unknown> = {}) => {
  const desk = deskOf(table, apiOn(depsOn(table), () => now));
  const one = await desk.report(changes);
  await desk.act(AcceptFeedback, dispatcher, one.feedbackId, { category: 'waste', publicText: 'Rác đổ đầy lề đường.' });
  return { ...one, desk };
};
const news = (): Sent[] => mails.filter(({ subject }) => !subject.startsWith('Xác nhận'));

describe('asking for mails', () => {
  test('nothing comes before the link is confirmed; asked twice is one subscription, and the answer never says who is known', async () => {
    for (const _again of [1, 2]) expect(await call(FollowArea, { body: { email: 'Nguoi.Doc@example.vn', area: '31321' } })).toEqual({ status: 202, body: {} });
    await work();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([['Nguoi.Doc@example.vn', 'Xác nhận nhận thư về phản ánh hiện trường'], ['Nguoi.Doc@example.vn', 'Xác nhận nhận thư về phản ánh hiện trường']]);
    expect(linkIn(mails[0], 'xac-nhan')).toEqual(linkIn(mails[1], 'xac-nhan'));
    await accepted();
    await work();
    expect(news()).toEqual([]);
    const link = linkIn(mails[0], 'xac-nhan');
    for (const _again of [1, 2]) expect(await call(ConfirmFollowing, link)).toEqual({ status: 200, body: { area: '31321' } });
    expect(await call(FollowArea, { body: { email: 'nguoi.doc@example.vn', area: '31321' } })).toEqual({ status: 202, body: {} });
    now = new Date(now.getTime() + 1000);
    await accepted();
    await work();
    expect(news()).toHaveLength(1);
  });
  test('the same request again asks once; what was meant for others is refused with its field', async () => {
    const again = { body: { email: 'a@example.vn' }, key: 'mot-lan-0001' };
    for (const _again of [1, 2]) expect((await call(FollowArea, again)).status).toBe(202);
    expect(events('subscription.requested.v1')).toHaveLength(1);
    expect((await call(FollowArea, { body: { email: 'không phải thư' } })).body).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/email', code: 'answer.email' }] });
    expect((await call(FollowArea, { body: { email: 'a@example.vn', area: '99999' } })).body).toMatchObject({ code: 'area-unknown' });
    expect((await call(FollowArea, { body: { email: 'a@example.vn', category: 'no-such' } })).body).toMatchObject({ code: 'category-unknown' });
    expect((await call(FollowArea, { body: { email: 'a@example.vn', category: catalogue.categories.find(({ retired }) => retired)?.code ?? 'no-such' } })).status).toBe(422);
  });
  test('an address is asked five times an hour, then it is said when to try again', async () => {
    for (const area of ['31321', '31333', '31338', '31340', '31342']) await call(FollowArea, { body: { email: 'a@example.vn', area } });
    expect((await call(FollowArea, { body: { email: 'A@example.vn' } })).body).toMatchObject({ code: 'asked-too-often', retryAfter: 3600 });
    expect((await call(FollowArea, { body: { email: 'b@example.vn' } })).status).toBe(202);
  });
  test('another’s key opens nothing, an old link neither', async () => {
    await follow('a@example.vn');
    const { params } = linkIn(mails[0], 'xac-nhan');
    for (const route of [ConfirmFollowing, EndFollowing]) expect((await call(route, { params, body: { key: 'a'.repeat(32) } })).body).toMatchObject({ code: 'subscription-unknown' });
    expect((await call(ConfirmFollowing, { params: { subscriptionId: 'sub_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' }, body: { key: 'a'.repeat(32) } })).body).toMatchObject({ code: 'subscription-unknown' });
  });
});

describe('what followers are told', () => {
  test('one mail for a change and an address, of its area and kind; the button of mail programs and the link end it', async () => {
    await follow('moi-noi@example.vn');
    await follow('hai-lan@example.vn');
    await follow('hai-lan@example.vn', { area: '31321' });
    await follow('loai-khac@example.vn', { category: 'noise' });
    await follow('cho-khac@example.vn', { area: '31333' });
    await follow('rac@example.vn', { area: '31321', category: 'waste' });
    const { trackingCode } = await accepted();
    await work();
    expect(news().map(({ to }) => to).toSorted()).toEqual(['hai-lan@example.vn', 'moi-noi@example.vn', 'rac@example.vn']);
    const [mail] = news();
    expect(mail?.subject).toMatch(new RegExp(`^Phản ánh mới: .+ \\(${trackingCode}\\)$`));
    expect(mail?.text).toContain(`https://hg.example/phan-anh/?ma=${trackingCode}`);
    expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const [, subscriptionId = '', key = ''] = /^<https:\/\/hg\.example\/api\/feedback\/subscriptions\/(sub_\w+)\/end\/(\w+)>$/.exec(mail?.headers?.['List-Unsubscribe'] ?? '') ?? [];
    // no origin, a kind of its own: a mail program, not a page
    for (const contentType of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect((await call(EndFollowingByMail, { params: { subscriptionId, key }, headers: { origin: '', 'content-type': contentType } })).status).toBe(204);
    }
    await accepted();
    await work();
    expect(news().filter(({ to }) => to === mail?.to)).toHaveLength(1);
    expect(news()).toHaveLength(3 + 2);
  });
  test('all of an address at once, and then nothing of it is left', async () => {
    for (const wish of [{}, { area: '31321' }, { category: 'waste' }] as Record<string, string>[]) await follow('quen@example.vn', wish);
    await accepted();
    await work();
    const link = linkIn(news()[0], 'dung');
    expect(await call(EndFollowing, { ...link, body: { ...link.body, all: true } })).toEqual({ status: 200, body: { ended: 3 } });
    expect((await call(EndFollowing, link)).body).toMatchObject({ code: 'subscription-unknown' });
    expect(JSON.stringify(memory.rows('feedback'))).not.toMatch(/quen@example/i);
  });
  test('a mail that certainly did not go out is tried again; the others not twice', async () => {
    await follow('a@example.vn');
    await follow('b@example.vn');
    await accepted();
    down = 1;
    await expect(work()).rejects.toThrow();
    await work();
    expect(news().map(({ to }) => to).toSorted()).toEqual(['a@example.vn', 'b@example.vn']);
  });
  test('of what is private, or happened before, nobody is told; whom it concerns is told as such alone', async () => {
    const { feedbackId, desk } = await accepted();
    await follow('sau@example.vn');
    await work();
    expect(news()).toEqual([]);
    await desk.act(ChangeFeedback, dispatcher, feedbackId, { visibility: 'private', reason: 'Người gửi xin.' });
    await accepted({ contact: { email: 'SAU@example.vn' } });
    await accepted({ visibility: 'private', place: { ...inWard, words: 'kín' } });
    await work();
    expect(news()).toEqual([]);
  });
  test('no address stands in an event', async () => {
    await follow('kin@example.vn', { area: '31321' });
    await accepted();
    expect(JSON.stringify(memory.rows('feedback').filter(({ pk }) => String(pk).startsWith('OUTBOX#')))).not.toContain('kin@');
  });
});
