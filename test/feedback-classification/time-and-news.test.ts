import { beforeEach, describe, expect, test } from 'vitest';
import { countFeedback } from '../../functions/feedback-classification/count-feedback.ts';
import { countRepository } from '../../functions/feedback-classification/count.repository.ts';
import { addedBy, tileAt } from '../../functions/feedback-classification/counting.ts';
import { lookDue } from '../../functions/feedback-classification/look-due.ts';
import { lookRepository } from '../../functions/feedback-classification/look.repository.ts';
import { tellReporters } from '../../functions/feedback-classification/tell-reporters.ts';
import type { Feedback } from '../../functions/feedback-classification/feedback.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, ExtendFeedback, GetFeedbackQueue, MergeFeedback, PublishFeedback, RefuseFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { AddVoice, GetFeedback, GetFeedbackFigures, GetFeedbackTile, RateFeedback, ReopenFeedback } from '../../shared/contracts/feedback.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import type { ArrivedEvent } from '../../shared/runtime/batch.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, citizen, depsOn, deskOf, device, dispatcher, fieldOfficer, inWard, leader, moderator, monday, nobody, office, ward, type Api } from './support/desk.ts';

let memory = memoryDynamo();
let table = memory.table('feedback');
let call: Api;
let desk: ReturnType<typeof deskOf>;
let now = monday;
beforeEach(() => { memory = memoryDynamo(); table = memory.table('feedback'); now = monday; call = apiOn(depsOn(table), () => now); desk = deskOf(table, call); });

const failed: unknown[] = [];
const sweep = async (at: string) => {
  now = new Date(at);
  return lookDue({ ...depsOn(table), looks: lookRepository(table, office), failed: (_, error) => failed.push(error) })({ now, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' });
};
const overdue = () => memory.rows('feedback').filter((row) => row['detailType'] === 'feedback.overdue.v1').map((row) => { const { data: { step, level, card, ownerRole, ownerAgency } } = JSON.parse(String(row['detail'])) as { data: Record<string, unknown> }; return [step, level, card, ownerRole, ownerAgency].join(' '); });
const toWork = async (): Promise<string> => { const { feedbackId } = await desk.report(); await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' }); return feedbackId; };
const publish = async (feedbackId: string): Promise<void> => {
  for (const [route, who, body] of [[TakeFeedback, fieldOfficer, {}], [AnswerFeedback, fieldOfficer, { text: 'Đã dọn sạch.' }], [ApproveAnswer, leader, {}], [PublishFeedback, moderator, {}]] as const) await desk.act(route, who, feedbackId, body);
};

describe('what time alone brings about', () => {
  test('a report nobody sorts goes up a level at 75 and 100 percent of two working hours, once each', async () => {
    await desk.report();
    expect(await sweep('2026-11-23T02:29:00Z')).toEqual({ looked: 0, escalated: 0 });
    expect(await sweep('2026-11-23T02:30:00Z')).toEqual({ looked: 1, escalated: 1 });
    expect(await sweep('2026-11-23T09:00:00Z')).toEqual({ looked: 1, escalated: 1 });
    expect(await sweep('2026-11-25T09:00:00Z')).toEqual({ looked: 0, escalated: 0 });
    expect(overdue()).toEqual([`triage 1  dispatcher ${office}`, `triage 2 yellow leader ${office}`]);
  });
  test('an emergency at night too', async () => {
    now = new Date('2026-11-22T16:00:00Z');
    await desk.report({ urgency: 'emergency' });
    expect([(await sweep('2026-11-22T16:22:00Z')).escalated, (await sweep('2026-11-22T16:22:30Z')).escalated, (await sweep('2026-11-22T16:30:00Z')).escalated]).toEqual([0, 1, 1]);
  });
  test('one that is late shows a yellow card, then a red one, in the queue and on the report; a promise moved takes it away', async () => {
    const feedbackId = await toWork();
    await sweep('2026-12-01T10:00:00Z');
    const row = async () => ((await call(GetFeedbackQueue, leader, { params: { agencyCode: ward, queue: 'to-take' } })).body['items'] as { card?: string }[])[0]?.card;
    expect([overdue(), await row(), (await desk.open(feedbackId)).card]).toEqual([[`whole 1  field-officer ${ward}`, `whole 2 yellow leader ${ward}`], 'yellow', 'yellow']);
    await sweep('2026-12-05T10:00:00Z');
    expect([await row(), overdue().at(-1)]).toEqual(['red', `whole 3 red leader ${office}`]);
    await desk.act(ExtendFeedback, leader, feedbackId, { reason: 'Chờ vật tư.' });
    expect([await row(), (await desk.open(feedbackId)).card]).toEqual([undefined, undefined]);
    expect(failed).toEqual([]);
  });
  test('an answer nobody sends back is closed when the days for it are over; rated even then', async () => {
    const feedbackId = await toWork();
    await publish(feedbackId);
    await sweep('2026-11-28T01:00:00Z');
    expect((await desk.open(feedbackId)).state).toBe('PUBLISHED');
    await sweep('2026-11-28T01:01:00Z');
    await sweep('2026-11-28T01:02:00Z');
    const { state, trackingCode } = await desk.open(feedbackId);
    expect(state).toBe('CLOSED');
    expect(memory.rows('feedback').filter((row) => row['detailType'] === 'feedback.closed.v1')).toHaveLength(1);
    expect((await call(RateFeedback, citizen, { params: { trackingCode }, body: { stars: 5 } })).body.code).toBe('not-the-reporter');
  });
});

describe('who is told', () => {
  const mails: { to: string; subject: string; text: string }[] = [];
  const tell = (occasion: Parameters<ReturnType<typeof tellReporters>>[0]['occasion'], feedbackId: string, eventId = `evt-${occasion}-${feedbackId}`) => tellReporters({ feedback: depsOn(table).feedback, ledger: mailLedger(table), mailer: { send: async (mail) => { mails.push(mail); } }, siteOrigin: 'https://hg.example' })({ eventId, feedbackId, occasion, now });
  beforeEach(() => { mails.length = 0; });

  test('the reporter with the key, who saw the same and reporters of what was joined without it; each once', async () => {
    const main = await desk.report({ contact: { email: 'chinh@example.vn' } });
    const other = await desk.report({ contact: { email: 'trung@example.vn' } });
    await call(AddVoice, nobody, { params: { trackingCode: main.trackingCode }, body: { device, contact: { email: 'thay@example.vn' } } });
    await desk.act(AcceptFeedback, dispatcher, main.feedbackId, { category: 'waste' });
    await desk.act(MergeFeedback, dispatcher, other.feedbackId, { into: main.feedbackId });
    await tell('refused', other.feedbackId);
    expect(mails).toEqual([expect.objectContaining({ to: 'trung@example.vn', subject: expect.stringContaining('gộp'), text: expect.stringContaining(main.trackingCode) })]);
    mails.length = 0;
    await publish(main.feedbackId);
    expect(await tell('published', main.feedbackId)).toEqual({ sent: 3, busy: 0 });
    expect(await tell('published', main.feedbackId)).toEqual({ sent: 0, busy: 0 });
    expect(mails.map(({ to, text }) => [to, text.includes(`#khoa=${main.reporterKey}`)])).toEqual([['chinh@example.vn', true], ['thay@example.vn', false], ['trung@example.vn', false]]);
    expect(mails.every(({ text }) => !text.includes('bốc mùi'))).toBe(true);
  });
  test('nobody where there is no address', async () => {
    const { feedbackId } = await desk.report();
    expect([await tell('reported', feedbackId), await tell('accepted', 'fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5')]).toEqual([{ sent: 0, busy: 0 }, { sent: 0, busy: 0 }]);
  });
  test('in both languages, on each occasion', async () => {
    const { feedbackId } = await desk.report({ contact: { email: 'chinh@example.vn' } });
    await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
    for (const occasion of ['reported', 'accepted', 'refused', 'extended', 'published', 'reopened'] as const) await tell(occasion, feedbackId);
    expect(mails.map(({ subject }) => subject.replace(/ \(.*/, ''))).toEqual(['Đã nhận phản ánh', 'Phản ánh đã được tiếp nhận', 'Phản ánh không được tiếp nhận', 'Xin lỗi và gia hạn xử lý phản ánh', 'Phản ánh đã có kết quả', 'Phản ánh được xử lý lại']);
  });
});

describe('what is counted ahead', () => {
  const heard = (...ids: string[]): ArrivedEvent[] => ids.map((feedbackId, index) => ({ messageId: `${feedbackId}-${index}`, definition: undefined as never, detail: { data: { feedbackId } } as never }));
  const count = (...ids: string[]) => countFeedback({ feedback: depsOn(table).feedback, map: countRepository(table) })(heard(...ids));
  const tile = async (zoom: number, query: Record<string, string> = {}) => { const { x, y } = tileAt(inWard.lat, inWard.long, zoom); return (await call(GetFeedbackTile, nobody, { params: { zoom: String(zoom), x: String(x), y: String(y) }, query })).body as unknown as { clusters: { count: number; lat: number; long: number }[]; pins: { trackingCode: string }[] }; };
  const figures = async () => (await call(GetFeedbackFigures, nobody)).body['areas'];

  test('told twice, late and out of order, a report counts once, as it stands', async () => {
    const [first, second, refused] = [await toWork(), await toWork(), await desk.report()];
    await desk.act(RefuseFeedback, dispatcher, refused.feedbackId, { reason: 'spam' });
    expect((await count(first, second, refused.feedbackId, first)).size).toBe(0);
    await count(first);
    expect(await figures()).toEqual([{ area: '31321', reported: 2, open: 2, closed: 0, late: 0, rated: 0, stars: 0 }]);
    for (const zoom of [8, 9, 10, 11, 12, 13]) expect((await tile(zoom)).clusters, `zoom ${zoom}`).toEqual([{ count: 2, lat: inWard.lat, long: inWard.long }]);
    for (const zoom of [14, 15, 16]) expect((await tile(zoom)).pins, `zoom ${zoom}`).toHaveLength(2);
    await publish(first);
    await count(first, second);
    expect(await figures()).toEqual([{ area: '31321', reported: 2, open: 1, closed: 1, late: 0, rated: 0, stars: 0 }]);
    expect([(await tile(10, { state: 'open' })).clusters[0]?.count, (await tile(10, { category: 'noise' })).clusters, (await tile(15, { state: 'closed' })).pins.length]).toEqual([1, [], 1]);
  });
  test('a rating and a reopening change what was added before', async () => {
    const { feedbackId, trackingCode, reporterKey } = await desk.report();
    await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
    await publish(feedbackId);
    await call(RateFeedback, nobody, { params: { trackingCode }, body: { reporterKey, stars: 3 } });
    await count(feedbackId);
    expect(await figures()).toEqual([expect.objectContaining({ closed: 1, rated: 1, stars: 3 })]);
    await call(ReopenFeedback, nobody, { params: { trackingCode }, body: { reporterKey, reason: 'Lại bẩn.' } });
    await count(feedbackId);
    expect(await figures()).toEqual([expect.objectContaining({ open: 1, closed: 0, rated: 0, stars: 0 })]);
  });
  test('of a private report the map shows nothing', async () => {
    const { feedbackId } = await desk.report({ visibility: 'private' });
    await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
    await count(feedbackId);
    expect([(await tile(12)).clusters, (await tile(15)).pins, await figures()]).toEqual([[], [], [expect.objectContaining({ reported: 1 })]]);
  });
  test('tiles are those of the web’s maps', () => {
    expect([tileAt(0, 0, 1), tileAt(inWard.lat, inWard.long, 12), tileAt(89.9, 180, 3)]).toEqual([{ zoom: 1, x: 1, y: 1 }, { zoom: 12, x: 3247, y: 1936 }, { zoom: 3, x: 7, y: 0 }]);
    expect(addedBy({ report: { parent: 'x' }, standing: { state: 'ASSIGNED' } } as Feedback)).toBeUndefined();
  });
});

test('the public page says that it is late', async () => {
  const { trackingCode } = await desk.open(await toWork());
  now = new Date('2026-12-02T01:00:00Z');
  expect((await call(GetFeedback, nobody, { params: { trackingCode } })).body).toMatchObject({ overdue: true });
});
