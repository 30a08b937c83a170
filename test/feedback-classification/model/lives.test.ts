import { expect, test } from 'vitest';
import { allowedTo } from '../../../functions/feedback-classification/feedback.ts';
import { followPosts } from '../../../functions/feedback-classification/follow-posts.ts';
import { lookDue } from '../../../functions/feedback-classification/look-due.ts';
import { lookRepository } from '../../../functions/feedback-classification/look.repository.ts';
import { releaseReports } from '../../../functions/feedback-classification/release-reports.ts';
import { transitions } from '../../../functions/feedback-classification/transitions.ts';
import { verifyHistory } from '../../../functions/feedback-classification/history.ts';
import * as routes from '../../../shared/contracts/feedback-desk.ts';
import { AddVoice, RateFeedback, ReopenFeedback, SayNotFixed } from '../../../shared/contracts/feedback.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Officer } from '../../../shared/runtime/actor.ts';
import { seeded } from '../../fuzz/random.ts';
import { memoryDynamo } from '../../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, device, dispatcher, fieldOfficer, leader, moderator, monday, nobody, office, otherFieldOfficer, otherWard, ward } from '../support/desk.ts';
import { fieldPost, told, type Posts } from '../support/posts.ts';

/** What the model knows: the state and when the whole is promised. It was written from the domain's list, not from the code. */
type Model = { state: string; promise: string | undefined; agency: string | undefined; extended: boolean; rated: boolean; revision: number; publishedAt: number; split: boolean; inHand: Officer | undefined };
type Move = { readonly name: string; readonly route: Route; readonly who: (model: Model) => Officer | undefined; readonly from: readonly string[]; readonly body: Record<string, unknown>; readonly after: (model: Model) => Partial<Model> };
/** Acts after which nobody, or whoever did it, has the report in hand. */
const holder: Readonly<Record<string, 'doer' | 'nobody'>> = { take: 'doer', route: 'nobody', 'route elsewhere': 'nobody', 'hand back': 'nobody', accept: 'nobody' };

const atUnit = ({ agency }: Model): Officer | undefined => (agency === ward ? fieldOfficer : agency === otherWard ? otherFieldOfficer : undefined);
const leads = ({ agency }: Model): Officer | undefined => (agency === ward ? leader : undefined);
const sorts = (): Officer => dispatcher;
const sorting = ['NEW', 'TRIAGED', 'RETURNED', 'REOPENED'];
const reason = 'Có lý do.';
const moves: readonly Move[] = [
  { name: 'accept', route: routes.AcceptFeedback, who: sorts, from: ['NEW'], body: { category: 'waste' }, after: () => ({ state: 'ASSIGNED', agency: ward, revision: 2 }) },
  { name: 'accept and keep', route: routes.AcceptFeedback, who: sorts, from: ['NEW'], body: { category: 'noise', route: false }, after: () => ({ state: 'TRIAGED' }) },
  { name: 'route', route: routes.RouteFeedback, who: sorts, from: ['TRIAGED', 'RETURNED', 'REOPENED'], body: { agency: ward }, after: () => ({ state: 'ASSIGNED', agency: ward }) },
  { name: 'route elsewhere', route: routes.RouteFeedback, who: sorts, from: ['TRIAGED', 'RETURNED', 'REOPENED'], body: { agency: otherWard }, after: () => ({ state: 'ASSIGNED', agency: otherWard }) },
  { name: 'refuse', route: routes.RefuseFeedback, who: sorts, from: sorting, body: { reason: 'spam' }, after: () => ({ state: 'REJECTED' }) },
  { name: 'take', route: routes.TakeFeedback, who: atUnit, from: ['ASSIGNED'], body: {}, after: () => ({ state: 'IN_PROGRESS' }) },
  { name: 'hand back', route: routes.HandBackFeedback, who: atUnit, from: ['ASSIGNED', 'IN_PROGRESS'], body: { reason }, after: () => ({ state: 'RETURNED', agency: undefined }) },
  { name: 'progress', route: routes.ReportFeedbackProgress, who: atUnit, from: ['IN_PROGRESS'], body: { text: 'Đang làm.' }, after: () => ({}) },
  { name: 'extend', route: routes.ExtendFeedback, who: leads, from: ['ASSIGNED', 'IN_PROGRESS'], body: { reason }, after: () => ({ extended: true }) },
  { name: 'answer', route: routes.AnswerFeedback, who: atUnit, from: ['IN_PROGRESS'], body: { text: 'Đã xong.' }, after: () => ({ state: 'ANSWERED' }) },
  { name: 'send back', route: routes.SendBackAnswer, who: leads, from: ['ANSWERED'], body: { reason }, after: () => ({ state: 'IN_PROGRESS' }) },
  { name: 'approve', route: routes.ApproveAnswer, who: leads, from: ['ANSWERED'], body: {}, after: () => ({ state: 'IN_REVIEW' }) },
  { name: 'return', route: routes.ReturnAnswer, who: () => moderator, from: ['IN_REVIEW'], body: { reason }, after: () => ({ state: 'IN_PROGRESS' }) },
  { name: 'publish', route: routes.PublishFeedback, who: () => moderator, from: ['IN_REVIEW'], body: {}, after: () => ({ state: 'PUBLISHED' }) },
];
const reopenMilliseconds = 5 * 86_400_000;
const lives = 60;
const actsEach = 40;
const seed = 20261122;

test(`${lives} lives of ${actsEach} acts each, seed ${seed}: states, promises, counts and history are what the model says`, async () => {
  const random = seeded(seed);
  const ends = seeded(seed + 1);
  const appointed = { revision: 0 };
  const correlationId = 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
  const say = (...posts: Posts) => followPosts(looks)(told(fieldOfficer.personId, ++appointed.revision, posts, [ward]), { now });
  const memory = memoryDynamo();
  const table = memory.table('lives');
  let now = monday;
  const call = apiOn(depsOn(table), () => now);
  const desk = deskOf(table, call);
  const looks = { ...depsOn(table), looks: lookRepository(table, office), failed: (_: unknown, error: unknown) => { throw error; } };
  const done = new Map<string, number>();
  for (let life = 0; life < lives; life++) {
    now = new Date(monday.getTime() + random.below(4 * 86_400_000));
    const sent = await desk.report({ device: `thiet-bi-cua-doi-${String(life).padStart(4, '0')}` });
    const { feedbackId, trackingCode, reporterKey } = sent;
    let model: Model = { state: 'NEW', promise: undefined, agency: undefined, extended: false, rated: false, revision: 0, publishedAt: 0, split: false, inHand: undefined };
    for (let act = 0; act < actsEach; act++) {
      now = new Date(now.getTime() + random.below(8 * 3_600_000));
      if (ends.chance(0.05)) {
        // the post of the ward's officer ends, and begins anew
        await say();
        await releaseReports(looks)({ agency: ward, officerId: fieldOfficer.personId, at: now.toISOString() }, { actor: 'system', correlationId, causationId: correlationId, now });
        await say(fieldPost());
        if (model.inHand === fieldOfficer && ['ASSIGNED', 'IN_PROGRESS'].includes(model.state)) { model = { ...model, state: 'ASSIGNED', inHand: undefined, revision: model.revision + 1 }; done.set('release', (done.get('release') ?? 0) + 1); }
      }
      if (random.chance(0.15)) {
        await lookDue(looks)({ now, correlationId });
        if (model.state === 'PUBLISHED' && now.getTime() > model.publishedAt + reopenMilliseconds) model = { ...model, state: 'CLOSED', revision: model.revision + 1 };
        continue;
      }
      const choice = random.below(moves.length + 3);
      const move = moves[choice];
      if (move === undefined) {
        const asking = { params: { trackingCode }, body: choice === moves.length ? { reporterKey, stars: 4 } : choice === moves.length + 1 ? { reporterKey, reason } : { device } };
        const { status } = await call(choice === moves.length ? RateFeedback : choice === moves.length + 1 ? ReopenFeedback : random.chance(0.5) ? AddVoice : SayNotFixed, nobody, asking);
        if (choice === moves.length) {
          expect(status === 200).toBe(['PUBLISHED', 'CLOSED'].includes(model.state) && !model.rated);
          if (status === 200) model = { ...model, rated: true, revision: model.revision + 1 };
        } else if (choice === moves.length + 1) {
          expect(status === 200).toBe(model.state === 'PUBLISHED' && now.getTime() <= model.publishedAt + reopenMilliseconds);
          if (status === 200) { model = { ...model, state: 'REOPENED', rated: false, extended: false, revision: model.revision + 1, promise: undefined, inHand: undefined }; done.set('reopen', (done.get('reopen') ?? 0) + 1); }
        }
      } else {
        const who = move.who(model) ?? fieldOfficer;
        const { status, body } = await call(move.route, who, { params: { feedbackId }, body: { revision: model.revision, ...move.body } });
        const may = move.from.includes(model.state) && move.who(model) !== undefined && !(move.name === 'extend' && model.extended);
        expect(status === 200, `${move.name} in ${model.state}: ${status} ${String(body.code)}`).toBe(may);
        if (may) {
          const changes = move.after(model);
          const hold = holder[move.name];
          model = { ...model, ...changes, ...(hold === undefined ? {} : { inHand: hold === 'doer' ? who : undefined }), revision: changes.revision ?? model.revision + 1, ...(move.name === 'publish' ? { publishedAt: now.getTime() } : {}) };
          done.set(move.name, (done.get(move.name) ?? 0) + 1);
        }
      }
      const record = await looks.feedback.load(feedbackId);
      if (record === undefined) throw new Error('a report is gone');
      expect([record.standing.state, record.standing.revision, record.standing.agency?.code, record.standing.extension !== undefined, record.standing.officer?.subject]).toEqual([model.state, model.revision, model.agency, model.extended, model.inHand?.personId]);
      // the promise moves only when it is made, extended, or begun anew by a reopening
      if (model.promise !== undefined && record.standing.promisedAt !== model.promise) expect(move?.name).toBe('extend');
      model.promise = record.standing.promisedAt;
      expect(record.history).toHaveLength(model.revision + 1);
      for (const offered of allowedTo(record, ['dispatcher'])) expect(transitions.some((row) => row.act === offered && row.by === 'dispatcher' && (row.from as readonly string[]).includes(model.state))).toBe(true);
    }
  }
  for (const row of memory.rows('lives').filter(({ entity }) => entity === 'report')) {
    const record = await looks.feedback.load(String(row['feedbackId']));
    expect(record === undefined ? undefined : await verifyHistory(record.report.feedbackId, record.history, record.standing.historyHead)).toEqual({ holds: true });
  }
  // what waits in the queues is what the states say, and so are the counts
  const standings = memory.rows('lives').filter(({ entity }) => entity === 'standing');
  const waiting = memory.rows('lives').filter(({ entity, pk }) => entity === 'waiting' && pk.startsWith('QUEUE#'));
  const open = standings.filter((row) => !['REJECTED', 'PUBLISHED', 'CLOSED'].includes(String(row['state'])));
  expect(waiting).toHaveLength(open.length);
  for (const agency of [office, ward, otherWard]) {
    const counts = await looks.queues.counts(agency);
    for (const [name, count] of Object.entries(counts)) expect(count, `${agency} ${name}`).toBe(waiting.filter(({ pk }) => pk === `QUEUE#${agency}#${name}`).length);
  }
  for (const name of [...moves.map((move) => move.name), 'release']) expect(done.get(name) ?? 0, name).toBeGreaterThan(0);
  expect(done.get('reopen') ?? 0).toBeGreaterThan(0);
});
