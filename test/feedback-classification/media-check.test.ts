import { beforeEach, describe, expect, test } from 'vitest';
import { mediaKey } from '../../functions/feedback-classification/feedback.keys.ts';
import { destroyByRule } from '../../functions/feedback-classification/forget.ts';
import { ownerOf } from '../../functions/feedback-classification/report-feedback.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, GetDeskMedia, PublishFeedback, RefuseFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { CheckMedia } from '../../shared/contracts/feedback-media.ts';
import { GetFeedbackMedia } from '../../shared/contracts/feedback.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, device, dispatcher, fieldOfficer, leader, moderator, nobody, otherFieldOfficer, photo, type Api } from './support/desk.ts';

const boxes = [{ x: 0.1, y: 0.2, width: 0.3, height: 0.25 }];
let memory = memoryDynamo();
let table: Table;
let call: Api;
let sent: { feedbackId: string; trackingCode: string; photoId: string };
const mine = (changes: Parameters<typeof photo>[2] = {}, who: Officer = moderator): Promise<string> => photo(table, `officer:${who.subject}`, { checksum: `${'B'.repeat(43)}=`, ...changes });
const check = (body: Record<string, unknown>, who: Officer = moderator, key = `key-${Math.random().toString(36).slice(2, 12)}`) => call(CheckMedia, who, { params: { feedbackId: sent.feedbackId, mediaId: sent.photoId }, body, key });
const row = () => table.get(mediaKey(sent.feedbackId, sent.photoId));

beforeEach(async () => {
  memory = memoryDynamo();
  table = memory.table('feedback');
  call = apiOn(depsOn(table));
  const photoId = await photo(table, ownerOf(nobody, device));
  const { feedbackId, trackingCode } = await deskOf(table, call).report({ media: [photoId] });
  sent = { feedbackId, trackingCode, photoId };
});

const untilReview = async (): Promise<void> => {
  for (const [route, who, body] of [[AcceptFeedback, dispatcher, { category: 'waste' }], [TakeFeedback, fieldOfficer, {}], [AnswerFeedback, fieldOfficer, { text: 'Đã dọn sạch.' }], [ApproveAnswer, leader, {}]] as const) await deskOf(table, call).act(route, who, sent.feedbackId, body);
};
const publish = () => deskOf(table, call).tryAct(PublishFeedback, moderator, sent.feedbackId, { media: [sent.photoId] });

describe('a photo before it is published', () => {
  test('cannot be published by anyone until somebody looked at it; then the public sees the covered copy alone', async () => {
    await untilReview();
    expect((await publish()).body).toMatchObject({ code: 'media-not-checked' });
    const redrawn = await mine({ contentType: 'image/png' });
    expect((await check({ boxes, redrawn })).body).toMatchObject({ media: [{ mediaId: sent.photoId, checked: true, published: false }] });
    expect((await publish()).status).toBe(200);
    expect((await call(GetFeedbackMedia, nobody, { params: { trackingCode: sent.trackingCode, mediaId: sent.photoId } })).body).toMatchObject({ url: `http://files.test/files/${redrawn}` });
    // the desk goes on seeing what was sent
    expect((await call(GetDeskMedia, moderator, { params: { feedbackId: sent.feedbackId, mediaId: sent.photoId } })).body).toMatchObject({ url: `http://files.test/files/${sent.photoId}` });
    expect(await row()).toMatchObject({ boxes, publicType: 'image/png', checkedBy: moderator.personId, published: true });
  });
  test('without anything to cover it is fit as it is; looked at again, the later word holds', async () => {
    const redrawn = await mine();
    await check({ boxes, redrawn });
    expect(await row()).toMatchObject({ publicKey: `files/${redrawn}` });
    expect((await check({ boxes: [] }, dispatcher)).status).toBe(200);
    const again = await row();
    expect([again?.['publicKey'], again?.['boxes'], again?.['checkedBy']]).toEqual([undefined, [], dispatcher.personId]);
  });
  test('destroyed with the covered copy of it', async () => {
    const redrawn = await mine();
    await check({ boxes, redrawn });
    await deskOf(table, call).act(RefuseFeedback, dispatcher, sent.feedbackId, { reason: 'spam' });
    const record = await depsOn(table).feedback.load(sent.feedbackId);
    if (record === undefined) throw new Error('the report is not there');
    const now = new Date();
    await destroyByRule(depsOn(table), record, { rule: 'closed', what: ['media'] } as never, { actor: 'system', correlationId: newId('cor', now), causationId: 'test', now });
    const told = memory.rows('feedback').find((one) => String(one['detailType']).startsWith('feedback.forgotten'));
    expect((JSON.parse(String(told?.['detail'])) as { data: { media: string[] } }).data.media).toEqual([sent.photoId, redrawn]);
  });
  test('the same request again is answered as before', async () => {
    const redrawn = await mine();
    const answers = [await check({ boxes, redrawn }, moderator, 'key-same-0001'), await check({ boxes, redrawn }, moderator, 'key-same-0001')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await check({ boxes: [] }, moderator, 'key-same-0001')).body).toMatchObject({ code: 'idempotency-key-reused' });
  });
  test.each([
    ['boxes and no picture', () => Promise.resolve({ boxes }), 'redrawn-missing'],
    ['the original again', async () => ({ boxes, redrawn: await mine({ checksum: `${'A'.repeat(43)}=` }) }), 'redrawn-same'],
    ['a film for a photo', async () => ({ boxes, redrawn: await mine({ contentType: 'video/mp4' }) }), 'redrawn-other-kind'],
    ['another’s picture', async () => ({ boxes, redrawn: await mine({}, dispatcher) }), 'upload-unknown'],
    ['one that waits', async () => ({ boxes, redrawn: await mine({ state: 'waiting' }) }), 'upload-not-checked'],
    ['one that was refused', async () => ({ boxes, redrawn: await mine({ state: 'refused', problem: 'file-type-mismatch' }) }), 'upload-refused'],
    ['one that is used', async () => ({ boxes, redrawn: await mine({ feedbackId: 'fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' }) }), 'upload-reused'],
    ['a box beside the picture', () => Promise.resolve({ boxes: [{ x: 1.2, y: 0, width: 0.1, height: 0.1 }] }), 'request-invalid'],
  ] as const)('refuses %s', async (_, body, code) => {
    expect((await check(await body())).body).toMatchObject({ code });
    expect((await row())?.['checkedAt']).toBeUndefined();
  });
  test('is looked at where reports are sorted, and by nobody else', async () => {
    const elsewhere: Officer = { ...moderator, posts: [{ agency: 'H30.19.01', role: 'moderator', from: '2020-01-01' }] };
    for (const [who, code] of [[fieldOfficer, 'not-allowed'], [otherFieldOfficer, 'not-allowed'], [elsewhere, 'not-found']] as const) expect((await check({ boxes: [] }, who)).body).toMatchObject({ code });
    expect((await call(CheckMedia, moderator, { params: { feedbackId: sent.feedbackId, mediaId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' }, body: { boxes: [] } })).body).toMatchObject({ code: 'not-found' });
    expect((await call(CheckMedia, moderator, { params: { feedbackId: 'fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', mediaId: sent.photoId }, body: { boxes: [] } })).body).toMatchObject({ code: 'not-found' });
  });
});
