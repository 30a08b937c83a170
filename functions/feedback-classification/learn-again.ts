import type { Figures, Run } from '../../shared/runtime/schedule.ts';
import { sha256 } from './classifier/model-file.ts';
import type { ClassifierStore } from './classifier.repository.ts';
import type { ModelStore } from './model.store.ts';
import type { FeedbackStore } from './ports.ts';
import { successor } from './published-classifier.ts';
import { leastJudged, retrainClassifier } from './retrain-classifier.ts';
import type { RetrainClassifierDeps } from './retrain-classifier.ts';
import { examplesOf } from './settled.ts';

/** Half a year of the latest reports: more would outweigh the corpus, and how people write changes. */
const learnedDays = 180;
const mostExamples = 5000;

type Deps = Pick<RetrainClassifierDeps, 'corpus' | 'phrases'> & {
  readonly feedback: Pick<FeedbackStore, 'reportedSince'>; readonly classifier: Pick<ClassifierStore, 'keepRun'>; readonly models: ModelStore;
  readonly shipped: () => Uint8Array;
  /** a published model that was altered: it is judged against no more, and gives way to the next that is better than the shipped one */
  readonly refused: (error: unknown) => void;
};

/** Learns again from the reports dispatchers sorted, and puts a better model in the place of the one in force. */
export const learnAgain = ({ feedback, classifier, models, shipped, refused, corpus, phrases }: Deps) => async ({ now }: Pick<Run, 'now'>): Promise<Figures> => {
  const stored = await models.read();
  const inForce = (): Uint8Array => {
    try {
      if (stored !== undefined && successor(stored, shipped()) !== undefined) return stored.file;
    } catch (error) {
      refused(error);
    }
    return shipped();
  };
  const outcome = await retrainClassifier({
    corpus, phrases, publishedModel: () => Promise.resolve(inForce()),
    corrections: async () => examplesOf(await feedback.reportedSince(new Date(now.getTime() - learnedDays * 86_400_000), now, mostExamples)),
    publishModel: async (file, _by, card) => {
      // the card first: a model in force always has one
      await models.keepCard(sha256(file), card);
      return models.replace(file, stored?.mark);
    },
  })();
  const { judgedOn, right, heldOut, stylesBefore } = outcome.published ? outcome.by : outcome;
  await classifier.keepRun({
    at: now.toISOString(), published: outcome.published, judgedOn, needed: leastJudged, ...(outcome.published ? {} : { why: outcome.why }), ...right,
    ...(heldOut === undefined || stylesBefore === undefined ? {} : { styles: { before: stylesBefore, after: heldOut.accuracy } }),
  });
  return { published: outcome.published ? 1 : 0, ...(outcome.published ? {} : { why: outcome.why }), judgedOn, before: right?.before ?? 0, after: right?.after ?? 0 };
};
