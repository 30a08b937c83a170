import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ownerOf } from '../../../functions/feedback-classification/report-feedback.ts';
import { webhookRepository } from '../../../functions/feedback-classification/webhook.repository.ts';
import * as desks from '../../../shared/contracts/feedback-desk.ts';
import { AddVoice, ForgetMe, RateFeedback, ReopenFeedback, SayNotFixed } from '../../../shared/contracts/feedback.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Actor, Officer } from '../../../shared/runtime/actor.ts';
import { outboxRow } from '../../../shared/runtime/outbox.ts';
import { put, type Row } from '../../../shared/runtime/transaction.ts';
import { seeded, type Random } from '../../fuzz/random.ts';
import { hashHere } from '../../procedure-submission/model/agreement.ts';
import { consumersInMemory, messageOf, type Message } from '../../procedure-submission/model/consumers.ts';
import { apiOn, citizen, depsOn, deskOf, device, dispatcher, fieldOfficer, leader, moderator, monday, nobody, otherWard, personId, photo, ward } from '../support/desk.ts';
import { fieldPost, postsChanged, type Posts } from '../support/posts.ts';

const seed = 20261123;
const rounds = 8;
/** Nothing of such a day concerns them: messages of other messengers. */
const silent = ['file-messages'];
/** Woken by a store, not by what is told. */
const ofStores = ['check-media'];
const queues = readdirSync(new URL('../../../functions/feedback-classification', import.meta.url)).flatMap((file) => (file.endsWith('.queue.ts') ? [file.replace('.queue.ts', '')] : [])).filter((name) => !ofStores.includes(name));
const workflow = {
  tableName: 'reports',
  modules: Object.fromEntries(queues.map((name) => [name, () => import(`../../../functions/feedback-classification/${name}.queue.ts`) as Promise<{ handler: unknown }>])),
};
type Province = Awaited<ReturnType<typeof consumersInMemory>>;
const lag = 60_000;
const newcomer = personId();

const reason = 'Có lý do.', text = 'Đã dọn sạch.';
/** A day of reports, act by act: each of them tells something. Gives how they are called, in the order they came in. */
const day = async ({ table }: Province, afterEach: () => Promise<void>): Promise<readonly string[]> => {
  let now = monday.getTime();
  const call = apiOn(depsOn(table), () => new Date(now));
  const desk = deskOf(table, call);
  const names: string[] = [];
  const next = async <T>(done: Promise<T>): Promise<T> => { const got = await done; now += lag; vi.setSystemTime(now); await afterEach(); return got; };
  const report = async (changes: Record<string, unknown> = {}, who: Actor = nobody) => {
    const sent = await next(desk.report({ contact: { email: `nguoi-${names.length}@example.vn` }, device: `thiet-bi-00000000${String(names.length).padStart(2, '0')}`, ...changes }, who));
    names.push(sent.feedbackId, sent.trackingCode);
    return sent;
  };
  const acts = async (feedbackId: string, ...steps: readonly (readonly [Route, Officer, Record<string, unknown>?])[]): Promise<void> => {
    for (const [route, who, body] of steps) {
      const { children } = await next(desk.act(route, who, feedbackId, body));
      names.push(...children.map((child) => child.feedbackId).filter((id) => !names.includes(id)));
    }
  };
  const say = async (route: Route, trackingCode: string, body: Record<string, unknown>) => expect((await next(call(route, nobody, { params: { trackingCode }, body }))).status).toBe(200);
  const accept = [desks.AcceptFeedback, dispatcher, { category: 'waste' }] as const;
  const toPublic = [[desks.TakeFeedback, fieldOfficer], [desks.AnswerFeedback, fieldOfficer, { text }], [desks.ApproveAnswer, leader], [desks.PublishFeedback, moderator]] as const;

  // a day on which somebody is appointed, is to leave, and goes to another unit
  const appointed = (revision: number, posts: Posts, left: readonly string[] = []) => next(table.write(put(outboxRow(postsChanged(newcomer, revision, posts, left)))));

  await appointed(1, [fieldPost()]);
  const main = await report();
  await say(AddVoice, main.trackingCode, { device, contact: { email: 'cung-thay@example.vn' } });
  // who is joined with another later, or forgotten, is told of what came before only where it was told in time: these two left no address
  const same = await report({ contact: {} });
  await acts(main.feedbackId, accept);
  await acts(same.feedbackId, [desks.MergeFeedback, dispatcher, { into: main.feedbackId }]);
  await acts(main.feedbackId, [desks.ExtendFeedback, leader, { reason }], ...toPublic);
  await say(SayNotFixed, main.trackingCode, { device });
  await say(RateFeedback, main.trackingCode, { reporterKey: main.reporterKey, stars: 2 });
  await say(ReopenFeedback, main.trackingCode, { reporterKey: main.reporterKey, reason });
  await appointed(2, [fieldPost('2026-12-01')]);
  const hidden = await report({}, citizen);
  await acts(hidden.feedbackId, accept, [desks.ChangeFeedback, dispatcher, { category: 'noise', visibility: 'private', reason }]);
  const refused = await report();
  await acts(refused.feedbackId, [desks.RefuseFeedback, dispatcher, { reason: 'spam' }]);
  await appointed(4, [{ ...fieldPost(), agencyCode: otherWard }], [ward]);
  const split = await report();
  await acts(split.feedbackId, [desks.AcceptFeedback, dispatcher, { category: 'waste', route: false }], [desks.SplitFeedback, dispatcher, { tasks: [{ agency: ward, text }, { agency: otherWard, text }] }]);
  const gone = await report({ contact: {}, device, media: [await photo(table, ownerOf(nobody, device))] });
  await acts(gone.feedbackId, accept, ...toPublic);
  await say(ForgetMe, gone.trackingCode, { reporterKey: gone.reporterKey });
  await acts((await report()).feedbackId, accept, [desks.TakeFeedback, fieldOfficer], [desks.HandBackFeedback, fieldOfficer, { reason }]);
  return names;
};

/** What was counted to nothing is the same whether it was ever counted; the order of fields says nothing. */
const plain = (row: Row): string => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))));
const counted = new Set(['counted', 'figures', 'tile', 'pin']);
const stateOf = (province: Province, names: readonly string[]) => {
  const canonical = (said: string): string => names.reduce((all, name, index) => all.replaceAll(name, `<${index}>`), said);
  const rows = province.rows().filter((row) => (counted.has(String(row['entity'])) || row['posts'] !== undefined) && !(row['entity'] === 'tile' && row['count'] === 0)).map((row) => canonical(plain(row)));
  return {
    rows: rows.toSorted((a, b) => (a < b ? -1 : 1)), mails: province.mails().map(canonical).toSorted((a, b) => (a < b ? -1 : 1)),
    files: Object.fromEntries([...province.files()].map(([key, body]) => [key, canonical(String(body))])),
  };
};
const facts = (province: Province): Message[] => province.outbox().toSorted((a, b) => (a.pk < b.pk ? -1 : 1)).map(messageOf);
/** Each message one to three times, in any order. */
const shuffled = (random: Random) => (messages: readonly Message[]): Message[] =>
  messages.flatMap((message) => Array.from({ length: 1 + random.below(3) }, () => message)).map((message) => ({ message, place: random.next() })).toSorted((a, b) => a.place - b.place).map(({ message }) => message);
/** Gives messages to every consumer until none is left. */
const give = async (province: Province, messages: readonly Message[], size = 10): Promise<void> => {
  for (const consumer of province.consumers) {
    let left = messages;
    for (let again = 0; left.length > 0; again++) {
      if (again > 10) throw new Error(`${consumer.name} never gets done with ${left[0]?.body.slice(0, 300)}`);
      const failed: Message[] = [];
      for (let at = 0; at < left.length; at += size) failed.push(...await province.offer(consumer, left.slice(at, at + size)));
      left = failed;
    }
  }
};

let province: Province;
let begun: () => void;
let wanted: ReturnType<typeof stateOf>;
beforeAll(async () => {
  hashHere();
  vi.useFakeTimers({ toFake: ['Date'], now: monday });
  province = await consumersInMemory(workflow);
  for (const name of ['bao-thu', 'dai-thu']) await webhookRepository(province.table).subscribe({ name, url: `https://${name}.example.org`, since: '2026-11-01T00:00:00.000Z' });
  begun = province.snapshot();
  const told = new Set<string>();
  const names = await day(province, async () => { const fresh = facts(province).filter(({ messageId }) => !told.has(messageId)); for (const { messageId } of fresh) told.add(messageId); await give(province, fresh); });
  wanted = stateOf(province, names);
});
beforeEach(() => { begun(); vi.setSystemTime(monday); });
afterAll(() => { vi.useRealTimers(); vi.unstubAllGlobals(); vi.restoreAllMocks(); process.stdout.write(`deliveries of reports: ${rounds} days, each fact 1 to 3 times, seed ${seed}\n`); });

test('in order and once, each as it happens, everything that should follow follows', () => {
  expect(wanted.mails.length).toBeGreaterThan(15);
  expect(Object.keys(wanted.files).length).toBeGreaterThanOrEqual(4);
  expect(wanted.rows.length).toBeGreaterThan(20);
});

test('twice, late, out of order, between the acts and after them all: the same counts, files and mails, and nobody is told anything twice', async () => {
  for (let round = 0; round < rounds; round++) {
    begun();
    const random = seeded(seed + round);
    const names = await day(province, async () => { if (random.chance(0.3)) await give(province, shuffled(random)(facts(province).filter(() => random.chance(0.5))), 1 + random.below(10)); });
    await give(province, shuffled(random)(facts(province)), 1 + random.below(10));
    expect(stateOf(province, names), `day ${round}`).toEqual(wanted);
    expect(new Set(province.posts()).size).toBe(province.posts().length);
  }
});

test('everything fails while the table, the site, the mail service and who listens are gone; given again afterwards, all is done and nothing twice', async () => {
  const names = await day(province, async () => {});
  province.setDown(true);
  const dead = new Map<string, Message[]>();
  for (const consumer of province.consumers) for (const message of facts(province)) dead.set(consumer.name, [...dead.get(consumer.name) ?? [], ...await province.offer(consumer, [message])]);
  province.setDown(false);
  expect([...dead].filter(([, messages]) => messages.length > 0).map(([name]) => name)).toEqual(queues.filter((name) => !silent.includes(name)));
  for (const consumer of province.consumers) for (const message of dead.get(consumer.name) ?? []) expect(await province.offer(consumer, [message])).toEqual([]);
  expect(stateOf(province, names)).toEqual(wanted);
  expect(new Set(province.posts()).size).toBe(province.posts().length);
});

describe('what cannot be read', () => {
  test.each([['no JSON', '{'], ['no event', '{}'], ['another detail', JSON.stringify({ source: 'haugiang.feedback-classification', 'detail-type': 'feedback.accepted.v1', detail: { id: 'x' } })]])('%s, at each place of a batch: the others are done, it alone is given back', async (_, body) => {
    await day(province, async () => {});
    const good = facts(province).slice(0, 4);
    const heard = province.snapshot();
    for (const consumer of province.consumers) {
      for (let place = 0; place <= 4; place++) {
        heard();
        const { batchItemFailures } = await consumer.handle({ Records: [...good.slice(0, place), { messageId: 'poison', body }, ...good.slice(place)] });
        const strangers = (await consumer.handle({ Records: good })).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
        expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).filter((id) => !strangers.includes(id)), `${consumer.name} ${place}`).toEqual(['poison']);
      }
    }
  });
});

