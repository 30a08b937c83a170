import { beforeAll, describe, expect, it } from 'vitest';
import { leastJudged, retrainClassifier } from '../../functions/feedback-classification/retrain-classifier.ts';
import type { CorrectedExample, PublishedModel, RetrainClassifierDeps } from '../../functions/feedback-classification/retrain-classifier.ts';
import { readModel, sha256 } from '../../functions/feedback-classification/classifier/model-file.ts';
import { trainModel } from '../../functions/feedback-classification/training/train-model.ts';
import { authored, examples, matters, newMatter, phrases } from './support/small-corpus.ts';

let first: Uint8Array;
beforeAll(() => { first = trainModel(authored, phrases).file; });

const world = (corrections: readonly CorrectedExample[], before: Uint8Array = first) => {
  const published: { model: Uint8Array; by: PublishedModel }[] = [];
  const deps: RetrainClassifierDeps = {
    corpus: () => authored, phrases: () => phrases, corrections: () => Promise.resolve(corrections), publishedModel: () => Promise.resolve(published.at(-1)?.model ?? before),
    publishModel: (model, by) => { published.push({ model, by }); return Promise.resolve(true); },
  };
  return { deps, published };
};

describe('learning again from corrected examples', () => {
  it('publishes what is right more often on examples no model learned from, in the place of the model it was held against', async () => {
    const { deps, published } = world(examples(210, newMatter));
    const answer = await retrainClassifier(deps)();
    expect(answer).toMatchObject({ published: true, by: { replaces: sha256(first) } });
    const [{ model, by }] = published as [{ model: Uint8Array; by: PublishedModel }];
    expect(by.right.after).toBe(by.judgedOn);
    expect(by.right.before).toBeLessThan(by.judgedOn);
    expect(by.learnedFrom + by.judgedOn).toBe(210);
    expect(readModel(model).header.corpus).toMatchObject({ texts: authored.length + by.learnedFrom, corrections: by.learnedFrom });

    // a second time there is nothing left to be better at
    expect(await retrainClassifier(deps)()).toMatchObject({ published: false, why: 'not-better' });
    expect(published).toHaveLength(1);
  });

  it('waits until there are enough examples to judge by', async () => {
    const { deps } = world(examples(leastJudged, newMatter));
    expect(await retrainClassifier(deps)()).toMatchObject({ published: false, why: 'too-few-examples' });
  });

  it('leaves out examples whose category is no longer one of its own', async () => {
    const { deps } = world(examples(210, (n) => ({ ...newMatter(n), category: 'drones' })));
    expect(await retrainClassifier(deps)()).toEqual({ published: false, why: 'too-few-examples', judgedOn: 0 });
  });

  it('publishes nothing that unlearns what the corpus says, however many examples say otherwise', async () => {
    const wrongly = (n: number) => ({ text: `${matters.waste[n % 3]} ${n}`, category: 'roads' });
    const { deps, published } = world(examples(270, wrongly));
    expect(await retrainClassifier(deps)()).toMatchObject({ published: false, why: 'worse-on-styles' });
    expect(published).toEqual([]);
  });

  it('gives way to a model that was published meanwhile', async () => {
    const { deps } = world(examples(210, newMatter));
    expect(await retrainClassifier({ ...deps, publishModel: () => Promise.resolve(false) })()).toMatchObject({ published: false, why: 'overtaken' });
  });
});
