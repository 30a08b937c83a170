import { expect, test } from 'vitest';
import type { Receipt } from '../../shared/contracts/feedback-shapes.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { DRAFT, type Draft, emptyDraft, OUTBOX, post, SENT, type Sent, takeBack, type Waiting } from '../../web/portal/report/draft.ts';
import { inMemory } from '../../web/client/keep.ts';
import { type Carrier, sendWaiting } from '../../web/portal/report/outbox.ts';

const now = new Date('2026-11-23T01:00:00.000Z');
const problem = (code: string, status: number, more: Partial<ProblemBody> = {}): ProblemBody => ({ type: `urn:haugiang:problem:${code}`, code, title: code, titleEn: code, status, correlationId: '', ...more });
const refusal = (code: string, status: number, more: Partial<ProblemBody> = {}) => ({ ok: false as const, problem: problem(code, status, more) });
const shot = (key: string) => ({ key, name: 'anh.jpg', type: 'image/jpeg', blob: new Blob([key]) });
const written: Draft = { ...emptyDraft, text: 'Ổ gà lớn trước trường', shots: [shot('a'), shot('b')], spot: { lat: 9.78, long: 105.47, accuracy: 12.4, by: 'gps' } };

/** The province as far as a device sees it: takes each key once; `losesAnswers`: what arrives is kept, the answer is not heard. */
const province = () => {
  const taken = new Map<string, { receipt: Receipt; body: string }>(), uploads: string[] = [];
  const state = { online: true, losesAnswers: false, refuses: undefined as ReturnType<typeof refusal> | undefined, refusesPhoto: undefined as ReturnType<typeof refusal> | undefined };
  const carrier: Carrier = {
    now: () => now,
    upload: ({ key }) => {
      if (!state.online) return Promise.resolve(refusal('offline', 0));
      if (state.refusesPhoto !== undefined) return Promise.resolve(state.refusesPhoto);
      uploads.push(key);
      return Promise.resolve({ ok: true, body: { uploadId: `upl_${key}` } });
    },
    send: ({ key, sent }) => {
      if (!state.online) return Promise.resolve(refusal('offline', 0));
      if (state.refuses !== undefined) return Promise.resolve(state.refuses);
      const before = taken.get(key) ?? { receipt: { trackingCode: `HG-0000-0000-000${taken.size}`, reporterKey: 'f'.repeat(32), state: 'NEW' as const, reportedAt: now.toISOString(), flags: [] }, body: JSON.stringify(sent) };
      expect(JSON.stringify(sent), 'the same key never carries other words').toBe(before.body);
      taken.set(key, before);
      return Promise.resolve(state.losesAnswers ? refusal('offline', 0) : { ok: true, body: before.receipt });
    },
  };
  return { taken, uploads, state, carrier };
};

test('a report written without a network waits with its photos, and is sent once when there is one', async () => {
  const kept = inMemory(), { carrier, state, taken, uploads } = province();
  await kept.change({ [DRAFT]: written });
  state.online = false;
  const { id } = await post(kept, written, now);
  expect(await kept.get(DRAFT)).toBeUndefined();
  await sendWaiting(kept, carrier);
  expect((await kept.all<Waiting>(OUTBOX)).map(({ draft }) => draft.shots.length)).toEqual([2]);
  state.online = true;
  await sendWaiting(kept, carrier);
  await sendWaiting(kept, carrier);
  expect(taken.size).toBe(1);
  expect(uploads).toEqual(['a', 'b']);
  expect(await kept.all(OUTBOX)).toEqual([]);
  expect(await kept.all<Sent>(SENT)).toMatchObject([{ id, words: written.text, reporterKey: 'f'.repeat(32) }]);
});

test('an answer that never came is asked for again with the same key and the same words', async () => {
  const kept = inMemory(), { carrier, state, taken, uploads } = province();
  await post(kept, written, now);
  state.losesAnswers = true;
  for (let attempt = 0; attempt < 3; attempt++) await sendWaiting(kept, carrier);
  expect(await kept.all(OUTBOX)).toHaveLength(1);
  state.losesAnswers = false;
  await sendWaiting(kept, carrier);
  expect(taken.size).toBe(1);
  expect(uploads, 'photos that arrived are not sent again').toEqual(['a', 'b']);
  expect(await kept.all(SENT)).toHaveLength(1);
});

test('what the province would not have goes back to its writer with the reason, and nothing of it is lost', async () => {
  const kept = inMemory(), { carrier, state, taken } = province();
  const { key } = await post(kept, written, now);
  state.refuses = refusal('place-swapped', 422, { corrected: { lat: 9.78, long: 105.47 } });
  await sendWaiting(kept, carrier);
  state.refuses = undefined;
  await sendWaiting(kept, carrier);
  expect(taken.size, 'it waits for its writer').toBe(0);
  const [refused] = await kept.all<Waiting>(OUTBOX);
  if (refused === undefined) throw new Error('lost');
  expect(refused.key, 'a mended report is another request').not.toBe(key);
  expect(refused.sent).toBeUndefined();
  const again = await takeBack(kept, refused, now);
  expect(again).toMatchObject({ text: written.text, problem: { code: 'place-swapped', corrected: { lat: 9.78, long: 105.47 } } });
  expect(again.shots.map(({ uploadId }) => uploadId)).toEqual(['upl_a', 'upl_b']);
  expect(await kept.get(DRAFT)).toEqual(again);
  expect(await kept.all(OUTBOX)).toEqual([]);
});

test('mending one does not overwrite another that is being written: it waits unsent in its stead', async () => {
  const kept = inMemory(), { carrier, state, taken } = province();
  await post(kept, written, now);
  state.refuses = refusal('category-retired', 422);
  await sendWaiting(kept, carrier);
  state.refuses = undefined;
  const other: Draft = { ...emptyDraft, text: 'Đèn đường hỏng' };
  await kept.change({ [DRAFT]: other });
  const [refused] = await kept.all<Waiting>(OUTBOX);
  if (refused === undefined) throw new Error('lost');
  expect((await takeBack(kept, { ...refused, draft: { ...refused.draft, category: 'roads', byHand: true } }, now)).category, 'a category that is gone is not kept').toBe('');
  await sendWaiting(kept, carrier);
  expect(taken.size).toBe(0);
  expect((await kept.all<Waiting>(OUTBOX)).map(({ draft, parked }) => [draft.text, parked])).toEqual([[other.text, true]]);
});

test('whoever sent too often waits until the moment the province names', async () => {
  const kept = inMemory(), { carrier, state, taken } = province();
  await post(kept, written, now);
  state.refuses = refusal('sent-too-often', 429, { retryAt: '2026-11-23T01:20:00.000Z' });
  await sendWaiting(kept, carrier);
  state.refuses = undefined;
  await sendWaiting(kept, carrier);
  expect(taken.size).toBe(0);
  await sendWaiting(kept, { ...carrier, now: () => new Date('2026-11-23T01:21:00.000Z') });
  expect(taken.size).toBe(1);
});

test('a photo the province would not have is marked; one it forgot is sent again', async () => {
  const kept = inMemory(), { carrier, state, taken, uploads } = province();
  await post(kept, written, now);
  state.refusesPhoto = refusal('file-type-mismatch', 422);
  await sendWaiting(kept, carrier);
  const [refused] = await kept.all<Waiting>(OUTBOX);
  expect(refused?.draft.shots.map((one) => one.problem?.code)).toEqual(['file-type-mismatch', undefined]);
  if (refused === undefined) throw new Error('lost');
  await kept.change({}, [OUTBOX + refused.id]);
  state.refusesPhoto = undefined;
  await post(kept, written, now);
  state.refuses = refusal('upload-unknown', 422);
  await sendWaiting(kept, carrier);
  state.refuses = undefined;
  await sendWaiting(kept, carrier);
  expect(taken.size).toBe(1);
  expect(uploads).toHaveLength(4);
  expect(new Set(uploads).size, 'a forgotten place gets a new key').toBe(4);
});

test('with a broken province what waits keeps waiting', async () => {
  const kept = inMemory(), { carrier, state } = province();
  await post(kept, written, now);
  for (const [code, status] of [['unexpected', 500], ['busy', 503], ['upload-not-checked', 409], ['offline', 0]] as const) {
    state.refuses = refusal(code, status);
    await sendWaiting(kept, carrier);
    expect(await kept.all<Waiting>(OUTBOX), code).toMatchObject([{ draft: { text: written.text } }]);
    expect((await kept.all<Waiting>(OUTBOX))[0]?.problem, code).toBeUndefined();
  }
});
