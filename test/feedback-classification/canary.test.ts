import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { countFeedback } from '../../functions/feedback-classification/count-feedback.ts';
import { countRepository } from '../../functions/feedback-classification/count.repository.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, ChangeFeedback, HandBackFeedback, MergeFeedback, PublishFeedback, RefuseFeedback, ReportByHotline, ReportFeedbackProgress, RouteFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { AddVoice, GetFeedback, GetFeedbackFigures, GetFeedbackTile, ListFeedback, ListNearbyFeedback, RateFeedback, ReopenFeedback, ReportFeedback, SayNotFixed, VerifyFeedback } from '../../shared/contracts/feedback.ts';
import { logger } from '../../shared/runtime/logger.ts';
import type { Citizen } from '../../shared/runtime/actor.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, device, dispatcher, draft, fieldOfficer, inWard, leader, moderator, monday, nobody, office, operator } from './support/desk.ts';

/** Words that belong to people and must stay where only they and their officers read them. */
const canary = 'Hoàng Yến';
const digits = '0987654321';
const email = 'hoang-yen@example.vn';
const who: Citizen = { kind: 'citizen', subject: 'citizen-canary', name: `${canary} Người Gửi`, email };
const ofPeople = new RegExp([canary, digits, '0987 654 321', email, who.name].join('|'), 'i');
const personal = new RegExp([ofPeople.source, ...[dispatcher, fieldOfficer, leader, moderator, operator].map(({ name }) => name)].join('|'), 'i');
const words = `${canary} ở nhà số ${digits} đổ rác ra đường.`;
const reason = `${canary} nói chưa đúng chỗ.`;

const memory = memoryDynamo();
const table = memory.table('canary');
let now = monday;
const call = apiOn(depsOn(table), () => now);
const desk = deskOf(table, call);
const lines: unknown[] = [];
let seen: { feedbackId: string; trackingCode: string };

beforeAll(async () => {
  for (const level of ['info', 'warn', 'error', 'debug'] as const) vi.spyOn(logger, level).mockImplementation((...line) => { lines.push(line); });
  const contact = { name: canary, phone: '0987 654 321', email };
  const main = await desk.report({ text: words, contact }, who);
  seen = main;
  const { trackingCode, feedbackId } = main;
  await call(AddVoice, nobody, { params: { trackingCode }, body: { device, contact } });
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', publicText: 'Rác đổ ra đường.' });
  await desk.act(ChangeFeedback, dispatcher, feedbackId, { category: 'noise', reason });
  await desk.act(HandBackFeedback, fieldOfficer, feedbackId, { reason });
  await desk.act(RouteFeedback, dispatcher, feedbackId, { reason });
  await desk.act(TakeFeedback, fieldOfficer, feedbackId);
  await desk.act(ReportFeedbackProgress, fieldOfficer, feedbackId, { text: 'Đang dọn.' });
  await desk.act(AnswerFeedback, fieldOfficer, feedbackId, { text: 'Đã dọn.' });
  await desk.act(ApproveAnswer, leader, feedbackId);
  await desk.act(PublishFeedback, moderator, feedbackId);
  await call(SayNotFixed, nobody, { params: { trackingCode }, body: { device, words } });
  await call(RateFeedback, who, { params: { trackingCode }, body: { stars: 2, words: 'Chậm.' } });
  await call(ReopenFeedback, who, { params: { trackingCode }, body: { reason } });
  const other = await desk.report({ text: words, contact });
  await desk.act(MergeFeedback, dispatcher, other.feedbackId, { into: feedbackId });
  const refused = await desk.report({ text: words, contact });
  await desk.act(RefuseFeedback, dispatcher, refused.feedbackId, { reason: 'spam', words: 'Xin gửi lại.' });
  await call(ReportByHotline, operator, { params: { agencyCode: office }, body: { text: words, place: { words: 'chợ' }, contact } });
  // what is refused is logged as well
  await call(ReportFeedback, nobody, { body: { ...draft(), [canary]: digits, contact: { phone: canary } } });
  await countFeedback({ feedback: depsOn(table).feedback, map: countRepository(table) })([{ messageId: '1', definition: undefined as never, detail: { data: { feedbackId } } as never }]);
});
afterAll(() => { vi.restoreAllMocks(); });

describe('what belongs to people stays with them', () => {
  test('no event carries it', () => {
    const events = memory.rows('canary').filter(({ entity }) => entity === 'outbox');
    expect(new Set(events.map((row) => row['detailType'])).size).toBeGreaterThanOrEqual(10);
    expect(events.filter((row) => personal.test(JSON.stringify(row))).map((row) => row['detailType'])).toEqual([]);
  });
  test('no line of the log carries it, whether the request was done or refused', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => personal.test(JSON.stringify(line)))).toEqual([]);
  });
  test('nobody sees it who follows a report, looks through the register or at the map', async () => {
    const point = { lat: String(inWard.lat), long: String(inWard.long) };
    const answers = await Promise.all([
      call(GetFeedback, nobody, { params: { trackingCode: seen.trackingCode } }), call(VerifyFeedback, nobody, { params: { trackingCode: seen.trackingCode } }), call(ListFeedback, nobody), call(GetFeedbackFigures, nobody),
      call(ListNearbyFeedback, nobody, { query: point }), call(GetFeedbackTile, nobody, { params: { zoom: '14', x: '12990', y: '7746' } }),
    ]);
    for (const { status, body } of answers) { expect(status).toBe(200); expect(JSON.stringify(body)).not.toMatch(personal); }
  });
  test('no key of a row is made of it: keys are read by whoever watches the table', () => {
    expect(memory.rows('canary').filter(({ pk, sk }) => ofPeople.test(`${pk} ${sk}`)).map(({ pk }) => pk)).toEqual([]);
  });
  test('who sent it stands in one row of a report, and nowhere in its history', () => {
    const rows = memory.rows('canary').filter(({ pk }) => pk === `FBK#${seen.feedbackId}`);
    expect(rows.filter((row) => new RegExp(`${digits}|${email}|${who.name}`).test(JSON.stringify({ ...row, text: '', words: '' }))).map(({ sk }) => sk.split('#')[0])).toEqual(['REPORTER', 'VOICE']);
  });
});
