import { expect, test } from 'vitest';
import { AcceptFeedback, ListDeskNearby, MergeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, dispatcher, fieldOfficer, inWard } from './support/desk.ts';

test('whoever sorts sees what lies near with its words, before anything of it is public, and joins by what is named', async () => {
  const table = memoryDynamo().table('feedback');
  const call = apiOn(depsOn(table));
  const desk = deskOf(table, call);
  const first = await desk.report();
  const second = await desk.report({ text: 'Rác đổ đầy lề đường trước chợ, hôi lắm', place: { lat: inWard.lat + 20 / 111_195, long: inWard.long } });
  const wordsOnly = await desk.report({ place: { words: 'trước chợ' } });
  const nearby = async (feedbackId: string) => (await call(ListDeskNearby, dispatcher, { params: { feedbackId } })).body['items'] as { feedbackId: string; excerpt: string; metres: number; likeness: number; fullText?: string }[];
  const [found, ...more] = await nearby(second.feedbackId);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ feedbackId: first.feedbackId, excerpt: 'Rác đổ đầy lề đường trước chợ, bốc mùi mấy ngày nay.', metres: 20 });
  expect(found?.likeness).toBeGreaterThan(0.5);
  expect(found).not.toHaveProperty('fullText');
  expect(await nearby(wordsOnly.feedbackId)).toEqual([]);
  await desk.act(AcceptFeedback, dispatcher, first.feedbackId, { category: 'waste' });
  expect(await desk.act(MergeFeedback, dispatcher, second.feedbackId, { into: found?.feedbackId ?? '' })).toMatchObject({ state: 'REJECTED', mergedInto: first.trackingCode });
  expect(await nearby(second.feedbackId)).toHaveLength(1);
  expect((await call(ListDeskNearby, fieldOfficer, { params: { feedbackId: first.feedbackId } })).status).toBe(403);
});
