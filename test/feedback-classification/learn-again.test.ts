import { S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { classifierOf } from '../../functions/feedback-classification/classifier/classifier-of.ts';
import { readModel, sha256 } from '../../functions/feedback-classification/classifier/model-file.ts';
import type { ClassifierRun } from '../../functions/feedback-classification/classifier.repository.ts';
import type { Feedback } from '../../functions/feedback-classification/feedback.ts';
import { learnAgain } from '../../functions/feedback-classification/learn-again.ts';
import { modelStore, type ModelStore } from '../../functions/feedback-classification/model.store.ts';
import { publishedClassifier } from '../../functions/feedback-classification/published-classifier.ts';
import { examplesOf } from '../../functions/feedback-classification/settled.ts';
import { trainModel } from '../../functions/feedback-classification/training/train-model.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { authored, examples, matters, newMatter, phrases } from './support/small-corpus.ts';

const now = new Date('2026-11-23T02:00:00Z');
/** A bucket of one model, as far as conditional writes go. */
const bucket = () => {
  const objects = new Map<string, { Body: Uint8Array | string; ETag: string }>();
  const refusal = (status: number): Error => new S3ServiceException({ name: 'Refused', $fault: 'client', $metadata: { httpStatusCode: status } });
  const send = ({ input }: { input: { Key: string; Body?: Uint8Array | string; IfMatch?: string; IfNoneMatch?: string } }): Promise<unknown> => {
    const there = objects.get(input.Key);
    if (input.Body === undefined) return there === undefined ? Promise.reject(refusal(403)) : Promise.resolve({ ETag: there.ETag, Body: { transformToByteArray: () => Promise.resolve(Buffer.from(there.Body as Uint8Array)) } });
    if (input.IfMatch !== undefined && there?.ETag !== input.IfMatch) return Promise.reject(refusal(412));
    if (input.IfNoneMatch !== undefined && there !== undefined) return Promise.reject(refusal(412));
    objects.set(input.Key, { Body: input.Body, ETag: sha256(input.Body) });
    return Promise.resolve({});
  };
  return { objects, models: modelStore({ send } as unknown as S3Client, 'models') };
};
const altered = (file: Uint8Array, place: number): Uint8Array => file.with(place, (file[place] ?? 0) ^ 1);
const report = (feedbackId: string, text: string, category: string | undefined, changes: Partial<Feedback['standing']> = {}): Feedback => ({
  report: { feedbackId, trackingCode: '', channel: 'web', text, place: {}, reportedAt: now.toISOString(), flags: [] },
  standing: { revision: 1, state: category === undefined ? 'NEW' : 'ASSIGNED', ...(category === undefined ? {} : { category }), urgency: 'normal', complex: false, visibility: 'public', historyHead: '', ...changes },
});
const reportsOf = (all: ReturnType<typeof examples>): Feedback[] => all.map(({ feedbackId, text, category }) => report(feedbackId, text, category));

let shipped: Uint8Array;
beforeAll(() => { shipped = trainModel(authored, phrases).file; });

const learning = (reports: readonly Feedback[], { models = bucket().models }: { models?: ModelStore } = {}) => {
  const runs: ClassifierRun[] = [], refused: unknown[] = [], asked: number[] = [];
  const run = learnAgain({
    models, shipped: () => shipped, refused: (error) => { refused.push(error); }, corpus: () => authored, phrases: () => phrases,
    feedback: { reportedSince: (from) => { asked.push(now.getTime() - from.getTime()); return Promise.resolve(reports); } }, classifier: { keepRun: (each) => { runs.push(each); return Promise.resolve(); } },
  });
  return { run: () => run({ now }), runs, refused, asked };
};

describe('learning again, every week', () => {
  it('puts a better model with its card into the store, and not a second time', async () => {
    const { objects, models } = bucket(), { run, runs } = learning(reportsOf(examples(210, newMatter)), { models });
    expect(await run()).toMatchObject({ published: 1 });
    const { file, mark } = await models.read() ?? { file: new Uint8Array(), mark: '' };
    expect(readModel(file).header.corpus.corrections).toBeGreaterThan(100);
    expect(objects.get(`classifier/cards/${sha256(file)}.md`)?.Body).toContain('In the place of another');
    expect(await run()).toMatchObject({ published: 0 });
    expect((await models.read())?.mark).toBe(mark);
    expect(runs).toEqual([expect.objectContaining({ published: true, at: now.toISOString() }), expect.objectContaining({ published: false, why: 'not-better' })]);
  });

  it('publishes no model that is worse, and tells why', async () => {
    const wrongly = examples(270, (n) => ({ text: `${matters.waste[n % 3]} ${n}`, category: 'roads' })), { objects, models } = bucket(), { run, runs } = learning(reportsOf(wrongly), { models });
    expect(await run()).toMatchObject({ published: 0 });
    expect([...objects.keys()]).toEqual([]);
    expect(runs).toMatchObject([{ published: false, why: 'worse-on-styles', needed: 60, styles: { before: readModel(shipped).header.heldOut.accuracy } }]);
    expect(runs[0]?.styles?.after).toBeLessThan(runs[0]?.styles?.before ?? 0);
  });

  it('gives way where another model was put there meanwhile', async () => {
    const { models } = bucket(), { run, runs } = learning(reportsOf(examples(210, newMatter)), { models: { ...models, replace: () => models.replace(shipped, 'another') } });
    await run();
    expect(runs).toMatchObject([{ published: false, why: 'overtaken' }]);
  });

  it('is judged against the model of the release where the published one was altered, and takes its place', async () => {
    const { models } = bucket();
    await models.replace(altered(shipped, shipped.length - 5), undefined);
    const { run, refused } = learning(reportsOf(examples(210, newMatter)), { models });
    expect(await run()).toMatchObject({ published: 1 });
    expect(refused).toEqual([expect.objectContaining({ code: 'classifier-model-unusable' })]);
    expect(readModel((await models.read())?.file ?? new Uint8Array()).header.corpus.texts).toBeGreaterThan(authored.length);
  });

  it('waits for enough examples, of half a year', async () => {
    const { run, runs, asked } = learning(reportsOf(examples(20, newMatter)));
    await run();
    expect(runs).toMatchObject([{ published: false, why: 'too-few-examples' }]);
    expect(asked.map((milliseconds) => milliseconds / 86_400_000)).toEqual([180]);
  });
});

describe('reports as examples', () => {
  it('are those a dispatcher let in, in the words that may be read, without numbers and addresses', () => {
    expect(examplesOf([
      report('fbk_1', 'Rác đầy đường, gọi tôi 0912 345 678 hay a@b.vn', 'waste'), report('fbk_2', 'Nhà ông nọ mở nhạc ồn', 'noise', { publicText: 'Mở nhạc ồn, số 079123456789' }), report('fbk_3', 'chưa xem', undefined),
      report('fbk_4', 'quảng cáo', 'other', { state: 'REJECTED' }), report('fbk_5', '', 'roads'), report('fbk_6', 'Cháy bãi rác', 'waste', { urgency: 'emergency' }),
    ])).toEqual([
      { feedbackId: 'fbk_1', text: 'Rác đầy đường, gọi tôi ••• hay •••', category: 'waste', urgency: 'ordinary', outOfScope: 'none' }, { feedbackId: 'fbk_2', text: 'Mở nhạc ồn, số •••', category: 'noise', urgency: 'ordinary', outOfScope: 'none' },
      { feedbackId: 'fbk_6', text: 'Cháy bãi rác', category: 'waste', urgency: 'emergency', outOfScope: 'none' },
    ]);
  });
});

describe('the classifier in use', () => {
  const text = newMatter(1).text;
  const inUse = (read: ModelStore['read'], lookEveryMs = 0) => {
    const refused: unknown[] = [];
    return { refused, ...publishedClassifier({ shipped: { file: () => shipped, classify: classifierOf(readModel(shipped)) }, models: { read, mark: async () => (await read())?.mark }, lookEveryMs, refused: (error) => { refused.push(error); } }) };
  };
  const stored = (file: Uint8Array) => () => Promise.resolve({ file, mark: '1' });
  let successor: Uint8Array;
  beforeAll(() => { successor = trainModel(authored, phrases, examples(140, newMatter).map((each) => ({ text: each.text, labels: { category: each.category, urgency: 'ordinary', outOfScope: 'none' }, accepted: [each.category], style: 'corrected', author: 'corrected' }))).file; });

  it('is the shipped one until a published one is loaded', async () => {
    const { classify, load, refused } = inUse(stored(successor)), before = classify(text);
    await load();
    expect([before.category === 'noise' && before.confidence > 0.9, classify(text).category]).toEqual([false, 'noise']);
    expect(refused).toEqual([]);
  });

  it('stays the shipped one where none was published, or what was published belongs to another corpus', async () => {
    const elsewhere = trainModel(authored.slice(3), phrases).file;
    for (const read of [() => Promise.resolve(undefined), stored(elsewhere)]) {
      const { classify, load, refused } = inUse(read), before = classify(text);
      await load();
      expect([classify(text), refused]).toEqual([before, []]);
    }
  });

  it('goes over to what is published while it runs, and back where that is taken away, and says what it is', async () => {
    const { models, objects } = bucket(), { classify, inUse: is, keepUp, refused } = inUse(models.read);
    expect(is()).toMatchObject({ version: sha256(shipped), shipped: true, header: { corpus: { corrections: 0 } } });
    await models.replace(successor, undefined);
    await keepUp();
    expect([classify(text).category, is()]).toEqual(['noise', expect.objectContaining({ version: sha256(successor), shipped: false })]);
    objects.clear();
    await keepUp();
    expect([is().shipped, refused]).toEqual([true, []]);
  });

  it('looks no more often than it is told to, and makes no report wait for a store that does not answer', async () => {
    let asked = 0;
    const { keepUp, load } = inUse(() => { asked++; return Promise.resolve(undefined); }, 60_000);
    for (const look of [keepUp, keepUp, load, keepUp]) await look();
    expect(asked).toBe(2);
    const silent = inUse(() => new Promise(() => undefined), 60_000), before = performance.now();
    await silent.keepUp();
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('stays the shipped one, and tells, where the published one was altered or cannot be fetched', async () => {
    const gone = new Error('no answer');
    for (const [read, why] of [...[3, 200, successor.indexOf(10) + 9, successor.length - 1].map((place) => [stored(altered(successor, place)), expect.any(DomainError) as unknown] as const), [stored(new Uint8Array()), expect.any(DomainError) as unknown] as const, [() => Promise.reject(gone), gone] as const]) {
      const { classify, load, refused } = inUse(read), before = classify(text);
      await load();
      expect([classify(text), refused]).toEqual([before, [why]]);
    }
  });
});
