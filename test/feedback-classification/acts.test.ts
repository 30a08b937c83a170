import { beforeEach, describe, expect, test } from 'vitest';
import { mediaKey } from '../../functions/feedback-classification/feedback.keys.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, AssignFeedback, ChangeFeedback, ExtendFeedback, GetDeskMedia, GetFeedbackQueue, HandBackFeedback, ListFeedbackOfficers, MergeFeedback, OpenFeedback, PublishFeedback, RefuseFeedback, ReportFeedbackProgress, ReturnAnswer, RouteFeedback, SendBackAnswer, SplitFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { AddVoice, GetFeedback, GetFeedbackMedia, ListFeedback, OpenOwnFeedback, RateFeedback, ReopenFeedback, SayNotFixed, VerifyFeedback } from '../../shared/contracts/feedback.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { callerOf, type Actor, type Officer } from '../../shared/runtime/actor.ts';
import { update } from '../../shared/runtime/transaction.ts';
import { citizen, device, dispatcher, fieldOfficer, leader, moderator, monday, nobody, office, operator, otherFieldOfficer, otherWard, personId, photo, sceneOn, ward } from './support/desk.ts';

let now = monday;
let { memory, table, call, desk } = sceneOn(() => now);
beforeEach(() => {
  now = monday;
  ({ memory, table, call, desk } = sceneOn(() => now));
});

const accepted = { category: 'waste' };
const text = 'Đã dọn sạch, có lịch gom rác mỗi ngày.';
type Receipt = Awaited<ReturnType<typeof desk.report>>;
const until = async (steps: readonly (readonly [Route, Officer, Record<string, unknown>?])[], who: Actor = nobody, sent: Record<string, unknown> = {}): Promise<Receipt> => {
  const receipt = await desk.report(sent, who);
  for (const [route, officer, body] of steps) await desk.act(route, officer, receipt.feedbackId, body);
  return receipt;
};
const toWork = [[AcceptFeedback, dispatcher, accepted], [TakeFeedback, fieldOfficer]] as const;
const toAnswer = [...toWork, [AnswerFeedback, fieldOfficer, { text }]] as const;
const toPublished = [...toAnswer, [ApproveAnswer, leader], [PublishFeedback, moderator]] as const;
const refusal = async (route: Route, who: Officer, feedbackId: string, body: Record<string, unknown> = {}): Promise<string | undefined> => (await desk.tryAct(route, who, feedbackId, body)).body.code;
const queue = async (agencyCode: string, name: string, who: Officer) => (await call(GetFeedbackQueue, who, { params: { agencyCode, queue: name } })).body as unknown as { items: { feedbackId: string }[]; counts: Record<string, number>; code?: string };
const seenBy = async (trackingCode: string) => (await call(GetFeedback, nobody, { params: { trackingCode } })).body;
const events = (): string[] => memory.rows('feedback').filter(({ entity }) => entity === 'outbox').map((row) => String(row['detailType'])).toSorted();

describe('the way of a report', () => {
  test('from a phone to a published answer, rated and closed to reopening after five days', async () => {
    const { feedbackId, trackingCode, reporterKey } = await until(toWork);
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'IN_PROGRESS', agency: { code: ward }, category: { code: 'waste' }, promisedAt: '2026-12-01T10:00:00.000Z', officer: { officerId: fieldOfficer.personId } });
    const after = await photo(table, callerOf(fieldOfficer));
    await desk.act(ReportFeedbackProgress, fieldOfficer, feedbackId, { text: 'Đã liên hệ đội vệ sinh.', doneBy: '2026-11-26T10:00:00.000Z' });
    await desk.act(AnswerFeedback, fieldOfficer, feedbackId, { text, media: [after] });
    expect(await seenBy(trackingCode)).not.toHaveProperty('answer');
    await desk.act(ApproveAnswer, leader, feedbackId);
    expect(await refusal(PublishFeedback, moderator, feedbackId, { media: [after] })).toBe('media-not-checked');
    await table.write(update(mediaKey(feedbackId, after), { expression: 'SET checkedAt = :at', values: { ':at': now.toISOString() } }));
    await desk.act(PublishFeedback, moderator, feedbackId, { media: [after] });
    expect(await seenBy(trackingCode)).toMatchObject({ state: 'PUBLISHED', text: expect.stringContaining('Rác'), answer: { text, agency: { code: ward }, media: [{ mediaId: after, phase: 'after' }] }, reopenUntil: '2026-11-28T01:00:00.000Z', overdue: false });
    expect((await call(GetFeedbackMedia, nobody, { params: { trackingCode, mediaId: after } })).body['url']).toBe(`http://files.test/files/${after}`);
    const rate = (key?: string, stars = 4) => call(RateFeedback, nobody, { params: { trackingCode }, body: { stars, words: 'Sạch rồi.', ...(key === undefined ? {} : { reporterKey: key }) } });
    expect((await rate()).body.code).toBe('not-the-reporter');
    expect((await rate('0'.repeat(32))).body.code).toBe('not-the-reporter');
    expect((await rate(reporterKey)).body['rating']).toMatchObject({ stars: 4 });
    expect((await rate(reporterKey, 1)).body.code).toBe('rated-already');
    now = new Date('2026-11-28T01:00:01Z');
    expect((await call(ReopenFeedback, nobody, { params: { trackingCode }, body: { reporterKey, reason: 'Lại bẩn' } })).body.code).toBe('reopen-too-late');
    expect((await call(VerifyFeedback, nobody, { params: { trackingCode } })).body).toMatchObject({ holds: true });
    expect(events()).toEqual(['feedback.accepted.v1', 'feedback.answered.v1', 'feedback.moved.v1', 'feedback.moved.v1', 'feedback.moved.v1', 'feedback.published.v1', 'feedback.rated.v1', 'feedback.reported.v1', 'feedback.routed.v1']);
  });

  test('reopened within the window: a new promise begins, and it lies with who sorts', async () => {
    const { feedbackId, trackingCode } = await until(toPublished, citizen);
    now = new Date('2026-11-27T01:00:00Z');
    expect((await call(ReopenFeedback, citizen, { params: { trackingCode }, body: { reason: '' } })).body.code).toBe('reason-missing');
    expect((await call(ReopenFeedback, citizen, { params: { trackingCode }, body: { reason: 'Rác lại đầy.' } })).body).toMatchObject({ state: 'REOPENED', promisedAt: '2026-12-04T10:00:00.000Z' });
    expect((await queue(office, 'inbox', dispatcher)).items.map((row) => row.feedbackId)).toEqual([feedbackId]);
    await desk.act(RouteFeedback, dispatcher, feedbackId);
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'ASSIGNED', promisedAt: '2026-12-04T10:00:00.000Z' });
  });

  test('handed back, it keeps its promise and goes on elsewhere; who left it reads on and acts no more', async () => {
    const { feedbackId } = await until(toWork);
    expect(await refusal(HandBackFeedback, fieldOfficer, feedbackId)).toBe('reason-missing');
    now = new Date('2026-11-25T01:00:00Z');
    const back = await desk.act(HandBackFeedback, fieldOfficer, feedbackId, { reason: 'Thuộc phường III.' });
    expect(back).toMatchObject({ state: 'RETURNED', promisedAt: '2026-12-01T10:00:00.000Z', dueAt: '2026-11-25T03:00:00.000Z', allowed: [] });
    expect(back).not.toHaveProperty('agency');
    await desk.act(RouteFeedback, dispatcher, feedbackId, { agency: otherWard });
    expect(await desk.open(feedbackId, fieldOfficer)).toMatchObject({ agency: { code: otherWard }, allowed: [], promisedAt: '2026-12-01T10:00:00.000Z' });
    expect(await refusal(TakeFeedback, fieldOfficer, feedbackId)).toBe('feedback-state-conflict');
    expect(await desk.act(TakeFeedback, otherFieldOfficer, feedbackId)).toMatchObject({ state: 'IN_PROGRESS' });
  });

  test('a leader has the answer done again, a moderator has it mended', async () => {
    const { feedbackId } = await until(toAnswer);
    await desk.act(SendBackAnswer, leader, feedbackId, { reason: 'Thiếu ảnh.' });
    for (const [route, who, body] of [[AnswerFeedback, fieldOfficer, { text }], [ApproveAnswer, leader, {}], [ReturnAnswer, moderator, { reason: 'Có tên người.' }]] as const) await desk.act(route, who, feedbackId, body);
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'IN_PROGRESS' });
  });

  test('extended once, by the same term again', async () => {
    const { feedbackId } = await until(toWork);
    expect(await refusal(ExtendFeedback, leader, feedbackId)).toBe('reason-missing');
    expect(await desk.act(ExtendFeedback, leader, feedbackId, { reason: 'Chờ vật tư.' })).toMatchObject({ promisedAt: '2026-12-08T10:00:00.000Z', extendedAt: now.toISOString() });
    expect(await refusal(ExtendFeedback, leader, feedbackId, { reason: 'Lại chờ.' })).toBe('feedback-extended-already');
  });

  test('of a private report the words and the answer stay with its reporter', async () => {
    const { trackingCode, reporterKey } = await until(toPublished, citizen, { visibility: 'private' });
    expect(JSON.stringify(await seenBy(trackingCode))).not.toMatch(/bốc mùi|dọn sạch|9\.76/);
    const own = (reporterKey: string) => call(OpenOwnFeedback, nobody, { params: { trackingCode }, body: { reporterKey } });
    expect((await own(reporterKey)).body).toMatchObject({ text: expect.stringContaining('bốc mùi'), answer: { text } });
    expect((await own('0'.repeat(32))).body.code).toBe('not-the-reporter');
    expect((await call(ListFeedback, nobody)).body['items']).toEqual([]);
  });

  test('a complex one has ten working days; a correction of that moves the promise, counted from the same beginning', async () => {
    const { feedbackId } = await until([[AcceptFeedback, dispatcher, { ...accepted, complex: true }]]);
    expect(await desk.open(feedbackId)).toMatchObject({ promisedAt: '2026-12-08T10:00:00.000Z' });
    now = new Date('2026-11-25T01:00:00Z');
    expect(await refusal(ChangeFeedback, dispatcher, feedbackId, { complex: false })).toBe('reason-missing');
    expect(await desk.act(ChangeFeedback, dispatcher, feedbackId, { complex: false, category: 'noise', reason: 'Nhầm loại.' })).toMatchObject({ promisedAt: '2026-12-01T10:00:00.000Z', category: { code: 'noise' } });
    expect(await refusal(ChangeFeedback, dispatcher, feedbackId, { category: 'noise', reason: 'Nhầm loại.' })).toBe('nothing-changed');
  });
});

describe('sorting', () => {
  test('a place is corrected by pin or by words, judged as when it was sent; the area follows the pin', async () => {
    const { feedbackId } = await until([[AcceptFeedback, dispatcher, { ...accepted, route: false }]], nobody, { place: { words: 'ở đâu đó' } });
    const reason = 'Gọi lại hỏi.';
    expect(await refusal(ChangeFeedback, dispatcher, feedbackId, { reason, place: { lat: 105.45679, long: 9.76071 } })).toBe('place-swapped');
    expect([await refusal(ChangeFeedback, dispatcher, feedbackId, { reason, place: { lat: 0, long: 0 } }), await refusal(ChangeFeedback, dispatcher, feedbackId, { reason, place: { words: '' } })]).toEqual(['place-at-zero', 'place-missing']);
    expect(await desk.act(ChangeFeedback, dispatcher, feedbackId, { reason, place: { lat: 9.76071, long: 105.45679, words: 'sau chợ' } })).toMatchObject({ place: { lat: 9.76071, long: 105.45679, words: 'sau chợ' }, area: { code: '31321' } });
    const unpinned = await desk.act(ChangeFeedback, dispatcher, feedbackId, { reason, place: { words: 'chợ Vị Thanh' } });
    expect(unpinned.place).toEqual({ words: 'chợ Vị Thanh' });
    expect(unpinned).not.toHaveProperty('area');
  });
  test('due soon and overdue hold what nobody took yet as well, in one order, page by page', async () => {
    const { feedbackId: untaken } = await until([[AcceptFeedback, dispatcher, accepted]]);
    const { feedbackId: taken } = await until(toWork);
    const { feedbackId: third } = await until([[AcceptFeedback, dispatcher, { ...accepted, urgency: 'emergency' }]]);
    now = new Date('2026-12-20T01:00:00Z');
    const due = await queue(ward, 'overdue', leader);
    expect(due.items.map((row) => row.feedbackId)).toEqual([third, ...[untaken, taken].toSorted()]);
    const page = async (cursor?: string) => (await call(GetFeedbackQueue, leader, { params: { agencyCode: ward, queue: 'overdue' }, query: { limit: '1', ...(cursor === undefined ? {} : { cursor }) } })).body as unknown as { items: { feedbackId: string }[]; cursor?: string };
    const seen: string[] = [];
    for (let part = await page(), reads = 0; reads < 9; part = await page(part.cursor), reads += 1) { seen.push(...part.items.map((row) => row.feedbackId)); if (part.cursor === undefined) break; }
    expect(seen).toEqual(due.items.map((row) => row.feedbackId));
  });
  test('let in without passing on, then passed on by the rules; nothing is ever without an owner', async () => {
    const { feedbackId } = await until([[AcceptFeedback, dispatcher, { ...accepted, route: false }]], nobody, { place: { words: 'ở đâu đó' } });
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'TRIAGED', publicText: expect.stringContaining('Rác') });
    expect(await desk.act(RouteFeedback, dispatcher, feedbackId)).toMatchObject({ state: 'ASSIGNED', agency: { code: office } });
  });
  test('to an agency that is not there, under a category that is not there: refused by name', async () => {
    const { feedbackId } = await desk.report();
    expect([await refusal(AcceptFeedback, dispatcher, feedbackId, { ...accepted, agency: 'H30.99' }), await refusal(AcceptFeedback, dispatcher, feedbackId, { category: 'ufo' })]).toEqual(['agency-unknown', 'category-unknown']);
  });
  test('refused with a reason of the list, and said so in public', async () => {
    const { feedbackId, trackingCode } = await desk.report();
    expect(await refusal(RefuseFeedback, dispatcher, feedbackId, { reason: 'duplicate' })).toBe('refusal-unknown');
    await desk.act(RefuseFeedback, dispatcher, feedbackId, { reason: 'insufficient', words: 'Xin gửi lại kèm ảnh.' });
    expect(await seenBy(trackingCode)).toMatchObject({ state: 'REJECTED', refusal: { reason: 'insufficient', name: { vi: 'Không đủ thông tin để xác minh' }, words: 'Xin gửi lại kèm ảnh.' } });
    expect(await refusal(AcceptFeedback, dispatcher, feedbackId, accepted)).toBe('feedback-state-conflict');
  });
  test('two of one matter are joined; the joined one answers to nothing, and tells where to look', async () => {
    const main = await until(toWork);
    const other = await desk.report();
    expect([await refusal(MergeFeedback, dispatcher, other.feedbackId, { into: other.feedbackId }), await refusal(MergeFeedback, dispatcher, other.feedbackId, { into: 'fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' })]).toEqual(['merge-impossible', 'merge-impossible']);
    await desk.act(MergeFeedback, dispatcher, other.feedbackId, { into: main.feedbackId });
    expect(await seenBy(other.trackingCode)).toMatchObject({ state: 'REJECTED', mergedInto: main.trackingCode });
    expect(await seenBy(main.trackingCode)).toMatchObject({ merged: 1 });
    const late = await call(AnswerFeedback, dispatcher, { params: { feedbackId: other.feedbackId }, body: { revision: 1, text } });
    expect(late.body.code).toBe('not-allowed');
    expect(await desk.tryAct(AcceptFeedback, dispatcher, other.feedbackId, accepted)).toMatchObject({ status: 409, body: { code: 'answer-merged', mergedInto: main.trackingCode } });
    for (const code of [main.trackingCode, other.trackingCode]) expect((await call(VerifyFeedback, nobody, { params: { trackingCode: code } })).body).toMatchObject({ holds: true });
  });
  test('split into tasks: each lies with its agency, the first answers the whole when every part is answered', async () => {
    const { feedbackId, trackingCode } = await until([[AcceptFeedback, dispatcher, { ...accepted, route: false }]]);
    const tasks = [{ agency: ward, text: 'Dọn rác.' }, { agency: otherWard, text: 'Đặt biển cấm.' }];
    expect(await refusal(SplitFeedback, dispatcher, feedbackId, { tasks: [tasks[0], { agency: 'H30.99', text }] })).toBe('agency-unknown');
    const whole = await desk.act(SplitFeedback, dispatcher, feedbackId, { tasks });
    expect(whole).toMatchObject({ state: 'IN_PROGRESS', agency: { code: ward }, children: [{ state: 'ASSIGNED' }, { state: 'ASSIGNED' }] });
    expect(await refusal(AnswerFeedback, fieldOfficer, feedbackId, { text })).toBe('children-unanswered');
    expect(await refusal(SplitFeedback, dispatcher, feedbackId, { tasks })).toBe('split-twice');
    const [first, second] = whole.children.map((one) => one.feedbackId) as [string, string];
    expect((await queue(otherWard, 'to-take', otherFieldOfficer)).items.map((row) => row.feedbackId)).toEqual([second]);
    for (const [id, who] of [[first, fieldOfficer], [second, otherFieldOfficer]] as const) { await desk.act(TakeFeedback, who, id); await desk.act(AnswerFeedback, who, id, { text }); }
    await desk.act(AnswerFeedback, fieldOfficer, feedbackId, { text: 'Cả hai phần đã xong.' });
    expect(await seenBy(trackingCode)).toMatchObject({ state: 'ANSWERED', agencies: [{ code: ward }, { code: otherWard }] });
    const child = memory.rows('feedback').find(({ entity, pk }) => entity === 'report' && pk === `FBK#${second}`);
    expect((await call(GetFeedback, nobody, { params: { trackingCode: String(child?.['trackingCode']) } })).body.code).toBe('feedback-unknown');
  });
});

describe('what others say', () => {
  const say = (route: Route, trackingCode: string, more: Record<string, unknown> = {}) => call(route, nobody, { params: { trackingCode }, body: { device, ...more } });
  test('the same seen by another counts once a person, while it is open', async () => {
    const { trackingCode } = await desk.report();
    expect([(await say(AddVoice, trackingCode)).body['voices'], (await say(AddVoice, trackingCode)).body['voices'], (await say(AddVoice, trackingCode, { device: 'mot-thiet-bi-khac-02' })).body['voices']]).toEqual([1, 1, 2]);
    expect((await call(AddVoice, nobody, { params: { trackingCode }, body: {} })).body.code).toBe('device-missing');
    expect((await say(SayNotFixed, trackingCode)).body.code).toBe('feedback-not-open-to-this');
  });
  test('anyone says that it is not fixed, and the agency hears it', async () => {
    const { feedbackId, trackingCode } = await until(toPublished);
    expect((await say(SayNotFixed, trackingCode, { words: 'Hôm nay lại đầy.' })).body['notFixed']).toBe(1);
    expect((await say(AddVoice, trackingCode)).body.code).toBe('feedback-not-open-to-this');
    expect(await desk.open(feedbackId)).toMatchObject({ notFixed: 1 });
    expect(events()).toContain('feedback.voiced.v1');
  });
  test('nobody rates or reopens what is not answered', async () => {
    const { trackingCode, reporterKey } = await until(toWork);
    const asking = (body: Record<string, unknown>) => ({ params: { trackingCode }, body: { reporterKey, ...body } });
    expect([(await call(RateFeedback, nobody, asking({ stars: 5 }))).body.code, (await call(ReopenFeedback, nobody, asking({ reason: 'Chưa' }))).body.code]).toEqual(['feedback-not-answered', 'feedback-not-answered']);
  });
});

describe('who may', () => {
  test('another agency does not even learn that a report is there', async () => {
    const { feedbackId } = await until(toWork);
    for (const who of [otherFieldOfficer, { ...leader, posts: [{ agency: otherWard, role: 'leader' as const, from: '2020-01-01' }] }]) expect((await call(OpenFeedback, who, { params: { feedbackId } })).body.code).toBe('not-found');
    expect((await queue(ward, 'working', otherFieldOfficer)).code).toBe('not-found');
    expect((await call(OpenFeedback, fieldOfficer, { params: { feedbackId: 'fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' } })).body.code).toBe('not-found');
  });
  test('an act on what has changed says what may be done now; the same request again gives the same answer', async () => {
    const { feedbackId } = await desk.report();
    const asking = { params: { feedbackId }, body: { revision: 0, ...accepted }, key: 'accept-once-1' };
    expect((await call(AcceptFeedback, dispatcher, asking)).body).toMatchObject({ state: 'ASSIGNED', revision: 2 });
    expect((await call(AcceptFeedback, dispatcher, asking)).body).toMatchObject({ state: 'ASSIGNED', revision: 2 });
    const stale = await call(AcceptFeedback, dispatcher, { ...asking, key: 'accept-twice-1' });
    expect(stale.body).toMatchObject({ code: 'feedback-changed-meanwhile', allowed: ['merge', 'change'] });
  });
  test('a leader gives a report to somebody who works there', async () => {
    const first = await until(toWork);
    const { feedbackId } = await until([[AcceptFeedback, dispatcher, accepted]]);
    expect(await refusal(AssignFeedback, leader, feedbackId, { officerId: 'nobody' })).toBe('officer-unknown');
    await desk.act(AssignFeedback, leader, feedbackId, { officerId: fieldOfficer.personId });
    expect((await queue(ward, 'mine', fieldOfficer)).items.map((row) => row.feedbackId).toSorted()).toEqual([first.feedbackId, feedbackId].toSorted());
    expect((await call(ListFeedbackOfficers, leader, { params: { agencyCode: ward } })).body['items']).toEqual([{ officerId: fieldOfficer.personId, name: fieldOfficer.name, working: 2 }]);
  });
  test('who came to the desk of the unit may be given a report from then on, while the post runs; others may not', async () => {
    const of = (subject: string, posts: Officer['posts']): Officer => ({ ...fieldOfficer, subject, personId: personId(), name: subject, posts });
    const newcomer = of('cán bộ mới', [{ agency: ward, role: 'field-officer', from: '2026-11-01' }]);
    const leaving = of('cán bộ sắp chuyển', [{ agency: ward, role: 'field-officer', from: '2026-01-01', to: '2026-11-24' }]);
    const { feedbackId } = await until([[AcceptFeedback, dispatcher, accepted]]);
    const offered = async () => ((await call(ListFeedbackOfficers, leader, { params: { agencyCode: ward } })).body['items'] as { officerId: string }[]).map(({ officerId }) => officerId).toSorted();
    expect(await refusal(AssignFeedback, leader, feedbackId, { officerId: newcomer.personId })).toBe('officer-unknown');
    for (const who of [newcomer, leaving, newcomer, otherFieldOfficer]) await call(GetFeedbackQueue, who, { params: { agencyCode: ward, queue: 'to-take' } });
    expect(await offered()).toEqual([newcomer.personId, leaving.personId].toSorted());
    now = new Date('2026-11-25T01:00:00Z');
    expect(await offered()).toEqual([newcomer.personId]);
    expect(await desk.act(AssignFeedback, leader, feedbackId, { officerId: newcomer.personId })).toMatchObject({ officer: { officerId: newcomer.personId, name: newcomer.name } });
    now = new Date('2027-03-01T01:00:00Z');
    // away for long, but what lies with somebody is still told
    expect(await offered()).toEqual([newcomer.personId]);
  });
  test('a date that has passed is no promise', async () => {
    const { feedbackId } = await until(toWork);
    expect(await refusal(ReportFeedbackProgress, fieldOfficer, feedbackId, { text, doneBy: '2026-11-20T10:00:00.000Z' })).toBe('new-date-past');
  });
  test('an operator reads, and the counts of every queue follow each act', async () => {
    const { feedbackId } = await until(toAnswer);
    const sent = await photo(table, callerOf(fieldOfficer));
    expect((await call(GetDeskMedia, operator, { params: { feedbackId, mediaId: sent } })).body.code).toBe('not-found');
    expect((await queue(ward, 'to-approve', leader)).counts).toEqual({ inbox: 0, 'to-take': 0, working: 0, 'to-approve': 1, 'to-publish': 0 });
    expect((await queue(office, 'inbox', operator)).counts).toMatchObject({ inbox: 0 });
  });
});

test('the register: newest first, by area and category, open and closed, page by page', async () => {
  const first = await until(toPublished);
  now = new Date('2026-11-23T02:00:00Z');
  const second = await until([[AcceptFeedback, dispatcher, { category: 'noise' }]]);
  await desk.report();
  const list = async (query: Record<string, string> = {}) => (await call(ListFeedback, nobody, { query })).body as unknown as { items: { trackingCode: string }[]; cursor?: string };
  const codes = async (query: Record<string, string>): Promise<string[]> => (await list(query)).items.map(({ trackingCode }) => trackingCode);
  expect([await codes({}), await codes({ category: 'noise' }), await codes({ area: '31321', state: 'closed' }), await codes({ area: '31340' })]).toEqual([[second.trackingCode, first.trackingCode], [second.trackingCode], [first.trackingCode], []]);
  const page = await list({ limit: '1' });
  expect(page.items.map(({ trackingCode }) => trackingCode)).toEqual([second.trackingCode]);
  expect(await codes({ limit: '1', cursor: page.cursor ?? '' })).toEqual([first.trackingCode]);
  expect([await codes({ to: '2026-11-22' }), await codes({ from: '2026-11-23', to: '2026-11-23' })]).toEqual([[], [second.trackingCode, first.trackingCode]]);
});
