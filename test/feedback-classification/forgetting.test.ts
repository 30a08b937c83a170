import { beforeEach, describe, expect, test } from 'vitest';
import { lookDue } from '../../functions/feedback-classification/look-due.ts';
import { lookRepository } from '../../functions/feedback-classification/look.repository.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, PublishFeedback, RefuseFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { ForgetMe, GetFeedback, ListMyFeedback, OpenOwnFeedback, ReopenFeedback, VerifyFeedback } from '../../shared/contracts/feedback.ts';
import { ownerOf } from '../../functions/feedback-classification/report-feedback.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, citizen, depsOn, deskOf, device, dispatcher, fieldOfficer, leader, moderator, monday, nobody, office, photo, type Api } from './support/desk.ts';

let memory = memoryDynamo();
let table = memory.table('feedback');
let call: Api;
let desk: ReturnType<typeof deskOf>;
let now = monday;
beforeEach(() => { memory = memoryDynamo(); table = memory.table('feedback'); now = monday; call = apiOn(depsOn(table), () => now); desk = deskOf(table, call); });
const sweep = async (at: string): Promise<void> => {
  now = new Date(at);
  await lookDue({ ...depsOn(table), looks: lookRepository(table, office), failed: (_, error) => { throw error; } })({ now, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' });
};
const secrets = /0987654321|Người Gửi|hẻm nhà tôi|bí mật/;
const contact = { phone: '0987654321', name: 'Người Gửi' };
const text = 'Rác trước hẻm nhà tôi, chỗ anh bí mật.';
const kept = (feedbackId: string): string => JSON.stringify(memory.rows('feedback').filter(({ pk, entity }) => pk === `FBK#${feedbackId}` || entity === 'waiting' || entity === 'near' || entity === 'public'));
const destroyed = () => memory.rows('feedback').filter(({ entity }) => entity === 'destroyed').map((row) => [row['why'], row['reporter'], row['media'], row['words']]);
const publish = async (feedbackId: string): Promise<void> => {
  for (const [route, who, body] of [[AcceptFeedback, dispatcher, { category: 'waste', publicText: 'Rác trên vỉa hè.' }], [TakeFeedback, fieldOfficer, {}], [AnswerFeedback, fieldOfficer, { text: 'Đã dọn sạch.' }], [ApproveAnswer, leader, {}], [PublishFeedback, moderator, {}]] as const) await desk.act(route, who, feedbackId, body);
};

describe('a person who asks is forgotten', () => {
  test('who sent it, what was written and unpublished photos go; the public matter goes on', async () => {
    const sent = await photo(table, ownerOf(nobody, device));
    const { feedbackId, trackingCode, reporterKey } = await desk.report({ text, contact, media: [sent] });
    await publish(feedbackId);
    await call(ReopenFeedback, nobody, { params: { trackingCode }, body: { reporterKey, reason: 'Vẫn còn ở hẻm nhà tôi.' } });
    expect(kept(feedbackId)).toMatch(secrets);
    expect((await call(ForgetMe, nobody, { params: { trackingCode }, body: {} })).body.code).toBe('not-the-reporter');
    const asking = { params: { trackingCode }, body: { reporterKey }, key: 'forget-me-once' };
    expect((await call(ForgetMe, nobody, asking)).body).toMatchObject({ state: 'REOPENED', text: 'Rác trên vỉa hè.' });
    expect((await call(ForgetMe, nobody, asking)).status).toBe(200);
    expect(kept(feedbackId)).not.toMatch(secrets);
    expect([memory.rows('feedback').filter(({ pk }) => pk.startsWith('PERSON#')), destroyed()]).toEqual([[], [['asked', true, 1, false]]]);
    expect(JSON.parse(String(memory.rows('feedback').find((row) => row['detailType'] === 'feedback.forgotten.v1')?.['detail']))).toMatchObject({ data: { why: 'asked', media: [sent] } });
    expect((await call(VerifyFeedback, nobody, { params: { trackingCode } })).body).toMatchObject({ holds: true });
    expect((await call(OpenOwnFeedback, nobody, { params: { trackingCode }, body: { reporterKey } })).body.code).toBe('not-the-reporter');
    expect(await desk.open(feedbackId)).toMatchObject({ originalText: 'Rác trên vỉa hè.', media: [] });
  });
  test('the list of the account no longer has it', async () => {
    const { trackingCode } = await desk.report({}, citizen);
    await call(ForgetMe, citizen, { params: { trackingCode }, body: {} });
    expect((await call(ListMyFeedback, citizen)).body['items']).toEqual([]);
  });
});

describe('what is kept for a time is destroyed when it is over, and logged', () => {
  test('of one refused, everything that names people after a year', async () => {
    const { feedbackId, trackingCode } = await desk.report({ text, contact });
    await desk.act(RefuseFeedback, dispatcher, feedbackId, { reason: 'spam', words: 'Chuyện bí mật.' });
    await sweep('2027-11-23T00:59:00Z');
    expect(destroyed()).toEqual([]);
    await sweep('2027-11-23T01:00:00Z');
    await sweep('2027-11-23T01:05:00Z');
    expect([destroyed(), secrets.test(kept(feedbackId))]).toEqual([[['refused', true, 0, true]], false]);
    expect((await call(GetFeedback, nobody, { params: { trackingCode } })).body).toMatchObject({ state: 'REJECTED', refusal: { reason: 'spam' } });
  });
  test('of one closed, who sent it after a year, words and photos after five; its history holds for ever', async () => {
    const { feedbackId, trackingCode } = await desk.report({ text, contact });
    await publish(feedbackId);
    await sweep('2026-11-28T02:00:00Z');
    await sweep('2027-11-28T02:00:00Z');
    expect(destroyed()).toEqual([['closed-reporter', true, 0, false]]);
    await sweep('2031-11-28T01:59:00Z');
    expect(destroyed()).toHaveLength(1);
    await sweep('2031-11-28T02:00:00Z');
    expect([destroyed().at(-1), secrets.test(kept(feedbackId))]).toEqual([['closed', false, 0, true], false]);
    expect((await call(VerifyFeedback, nobody, { params: { trackingCode } })).body).toMatchObject({ holds: true });
  });
});
