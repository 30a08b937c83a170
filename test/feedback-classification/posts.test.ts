import { beforeEach, describe, expect, test } from 'vitest';
import type { PostsChangedV1 } from '../../events/directory/posts-changed.v1.ts';
import { followPosts } from '../../functions/feedback-classification/follow-posts.ts';
import { lookDue } from '../../functions/feedback-classification/look-due.ts';
import { lookRepository } from '../../functions/feedback-classification/look.repository.ts';
import { AcceptFeedback, AnswerFeedback, AssignFeedback, GetFeedbackQueue, ListFeedbackOfficers, SendBackAnswer, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import type { EventOf } from '../../events/define-event.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { depsOn, dispatcher, fieldOfficer, leader, monday, office, otherWard, personId, sceneOn, ward } from './support/desk.ts';
import { fieldPost as field, from, told } from './support/posts.ts';

let now = monday;
let { memory, table, call, desk } = sceneOn(() => now);
beforeEach(() => {
  now = monday;
  ({ memory, table, call, desk } = sceneOn(() => now));
});

const hear = (...events: EventOf<typeof PostsChangedV1>[]) => events.reduce<Promise<void>>(async (before, event) => { await before; await followPosts(depsOn(table))(event, { now }); }, Promise.resolve());
const look = () => lookDue({ ...depsOn(table), looks: lookRepository(table, office), failed: (_, error) => { throw error; } })({ now, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' });
const offered = async (agencyCode = ward) => (await call(ListFeedbackOfficers, leader, { params: { agencyCode } })).body['items'];
const queue = async (name: string, who: Officer) => ((await call(GetFeedbackQueue, who, { params: { agencyCode: ward, queue: name } })).body['items'] as { feedbackId: string }[]).map(({ feedbackId }) => feedbackId);
const inUnit = async (...more: (readonly [typeof TakeFeedback | typeof AnswerFeedback, Officer, Record<string, unknown>])[]): Promise<string> => {
  const { feedbackId } = await desk.report();
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
  for (const [route, who, body] of more) await desk.act(route, who, feedbackId, body);
  return feedbackId;
};
const newcomer = personId();

describe('who the directory says may work in a unit', () => {
  test('is given a report without ever having come to the desk, by id; the name comes with the first visit', async () => {
    await hear(told(newcomer, 1, [field()]));
    expect(await offered()).toEqual([{ officerId: newcomer, working: 0 }]);
    const feedbackId = await inUnit();
    expect(await desk.act(AssignFeedback, leader, feedbackId, { officerId: newcomer })).toMatchObject({ state: 'ASSIGNED', officer: { officerId: newcomer } });
    const arrived: Officer = { ...fieldOfficer, personId: newcomer, subject: 'sub-new', name: 'Cán bộ mới' };
    expect(await queue('mine', arrived)).toEqual([feedbackId]);
    expect(await offered()).toEqual([{ officerId: newcomer, name: 'Cán bộ mới', working: 1 }]);
  });
  test('is nobody whose post begins later, is over, is another or lies elsewhere', async () => {
    await hear(
      told(personId(), 1, [{ ...field(), from: '2026-11-24' }]), told(personId(), 1, [field('2026-11-22')]), told(personId(), 1, [{ ...field(), role: 'one-stop-clerk' }]), told(personId(), 1, [{ ...field(), agencyCode: otherWard }]),
    );
    expect(await offered()).toEqual([]);
    now = new Date('2026-11-23T17:00:00Z');
    expect(await offered()).toHaveLength(1);
  });
  test('is the same however often and in whatever order it is told', async () => {
    const all = [told(newcomer, 1, [field()]), told(newcomer, 2, [field('2026-12-01'), { ...field(), agencyCode: otherWard }]), told(newcomer, 4, [{ ...field(), agencyCode: otherWard, to: '2026-11-30' }], [ward])];
    const stands = () => memory.rows('feedback').filter(({ posts }) => posts !== undefined).map(({ pk, sk, posts, revision }) => JSON.stringify({ pk, sk, posts, revision })).toSorted();
    await hear(...all);
    const expected = stands();
    expect(expected).toEqual([
      JSON.stringify({ pk: `OFFICERS#${ward}`, sk: newcomer, posts: [], revision: 4 }), JSON.stringify({ pk: `OFFICERS#${otherWard}`, sk: newcomer, posts: [{ from, to: '2026-11-30' }], revision: 4 }),
    ]);
    for (const order of [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [2, 2, 0, 1, 1, 0]]) {
      memory = memoryDynamo();
      table = memory.table('feedback');
      await hear(...order.flatMap((index) => all[index] ?? []));
      expect(stands(), order.join(' ')).toEqual(expected);
    }
  });
  test('counts before what the desk saw: a post taken away ends it at once, one exercised for somebody else goes on', async () => {
    const visit = (posts: Officer['posts']) => call(GetFeedbackQueue, { ...fieldOfficer, posts }, { params: { agencyCode: ward, queue: 'to-take' } });
    await visit(fieldOfficer.posts);
    expect(await offered()).toHaveLength(1);
    await hear(told(fieldOfficer.personId, 1, [], [ward]));
    expect(await offered()).toEqual([]);
    await visit([{ agency: ward, role: 'leader', from, to: '2026-11-30', actingFor: { person: leader.personId, name: leader.name } }]);
    expect(await offered()).toHaveLength(1);
    now = new Date('2026-12-01T01:00:00Z');
    expect(await offered()).toEqual([]);
  });
});

describe('what lies with somebody whose post is over', () => {
  const worked = [TakeFeedback, fieldOfficer, {}] as const;
  test('is refused to be given, and what was in hand waits to be taken again, with the promise it had', async () => {
    const taken = await inUnit(worked);
    const { promisedAt } = await desk.open(taken);
    const given = await inUnit();
    await desk.act(AssignFeedback, leader, given, { officerId: fieldOfficer.personId });
    await hear(told(fieldOfficer.personId, 1, [field('2026-11-22')]));
    expect((await desk.tryAct(AssignFeedback, leader, given, { officerId: fieldOfficer.personId })).body.code).toBe('officer-unknown');
    await look();
    const after = await desk.open(taken);
    expect(after).toMatchObject({ state: 'ASSIGNED', promisedAt, allowed: expect.not.arrayContaining(['answer']) });
    expect([after.officer, (await desk.open(given)).officer]).toEqual([undefined, undefined]);
    expect(after.history.at(-1)).toMatchObject({ act: 'release', from: 'IN_PROGRESS', to: 'ASSIGNED', by: { kind: 'system' } });
    expect((await queue('to-take', leader)).toSorted()).toEqual([taken, given].toSorted());
    const kept = memory.rows('feedback').length;
    await hear(told(fieldOfficer.personId, 1, [field('2026-11-22')]));
    await look();
    expect(memory.rows('feedback')).toHaveLength(kept);
    await desk.act(TakeFeedback, leader, taken);
  });
  test('is released when the last day is over, not before, and not when the post was prolonged', async () => {
    const feedbackId = await inUnit(worked);
    await hear(told(fieldOfficer.personId, 1, [field('2026-11-24')]));
    now = new Date('2026-11-24T16:59:00Z');
    await look();
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'IN_PROGRESS' });
    await hear(told(fieldOfficer.personId, 2, [field('2026-11-25')]));
    now = new Date('2026-11-24T17:00:00Z');
    await look();
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'IN_PROGRESS' });
    now = new Date('2026-11-25T17:00:00Z');
    await look();
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'ASSIGNED' });
  });
  test('of who exercised a post for somebody else too, when its days are over', async () => {
    const acting: Officer = { ...fieldOfficer, personId: personId(), posts: [{ agency: ward, role: 'leader', from, to: '2026-11-24', actingFor: { person: leader.personId, name: leader.name } }] };
    const feedbackId = await inUnit();
    await queue('to-take', acting);
    await desk.act(TakeFeedback, acting, feedbackId);
    now = new Date('2026-11-24T17:00:00Z');
    await look();
    expect(await desk.open(feedbackId)).toMatchObject({ state: 'ASSIGNED' });
  });
  test('comes back for more work without an owner, for the leader to give to somebody else', async () => {
    const feedbackId = await inUnit(worked, [AnswerFeedback, fieldOfficer, { text: 'Đã dọn.' }]);
    await hear(told(fieldOfficer.personId, 1, [], [ward]), told(newcomer, 1, [field()]));
    await look();
    const back = await desk.act(SendBackAnswer, leader, feedbackId, { reason: 'Chưa sạch.' });
    expect([back.state, back.officer, back.allowed.includes('assign')]).toEqual(['IN_PROGRESS', undefined, true]);
    expect(await desk.act(AssignFeedback, leader, feedbackId, { officerId: newcomer })).toMatchObject({ officer: { officerId: newcomer } });
  });
});
