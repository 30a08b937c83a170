import { scorerOf, highest } from './classifier/classifier-of.ts';
import { categories } from './classifier/labels.ts';
import { readModel, sha256 } from './classifier/model-file.ts';
import type { Model } from './classifier/model-file.ts';
import type { LabelledText } from './training/corpus.ts';
import type { Phrasebook } from './training/lexicon.ts';
import { modelCard } from './training/model-card.ts';
import { detailsOf, trainModel } from './training/train-model.ts';
import type { HeldOut, Trained } from './training/train-model.ts';

/** A report whose category a dispatcher settled: what it was routed by is its label. */
export interface CorrectedExample { readonly feedbackId: string; readonly text: string; readonly category: string; readonly urgency: string; readonly outOfScope: string }

export interface RetrainClassifierDeps {
  /** The authored corpus and the lexicon, as shipped with the function. */
  readonly corpus: () => readonly LabelledText[];
  readonly phrases: () => Phrasebook;
  readonly corrections: () => Promise<readonly CorrectedExample[]>;
  readonly publishedModel: () => Promise<Uint8Array>;
  /** Puts a model in the place of the one with the given hash; false when another took its place meanwhile. */
  readonly publishModel: (model: Uint8Array, published: PublishedModel, card: string) => Promise<boolean>;
}
/** What two models were held against: of the examples neither learned from, how many each was right about; and styles neither had seen. */
interface Judgement { readonly judgedOn: number; readonly right: { readonly before: number; readonly after: number }; readonly heldOut: HeldOut; /** accuracy on them, as the model in force says of itself */ readonly stylesBefore: number }
export interface PublishedModel extends Judgement { readonly replaces: string; readonly learnedFrom: number }

export type NotPublished = 'too-few-examples' | 'not-better' | 'worse-on-styles' | 'overtaken';
export type Retrained =
  | { readonly published: true; readonly by: PublishedModel }
  | ({ readonly published: false; readonly why: NotPublished; readonly judgedOn: number } & Partial<Judgement>);

/** Fewer examples than this to judge by say nothing. */
export const leastJudged = 60;
/** On styles held out a successor may be this much worse, no more: so much comes of chance. */
const allowedLoss = 0.005;

/** A third of the examples, always the same ones, is never learned from: no model has an advantage on them, today's or tomorrow's. */
const reserved = ({ feedbackId }: CorrectedExample): boolean => Number.parseInt(sha256(feedbackId).slice(0, 8), 16) % 3 === 0;

const asText = ({ text, category, urgency, outOfScope }: CorrectedExample): LabelledText =>
  ({ text, labels: { category, urgency, outOfScope }, accepted: [category], style: 'corrected', author: 'corrected' });

const rightOf = (model: Model, examples: readonly CorrectedExample[]): number => {
  const score = scorerOf(model);
  return examples.filter(({ text, category }) => categories[highest(score(text).scores('category'))] === category).length;
};

const cardOf = ({ file, heldOut, judged, temperature }: Trained, again: PublishedModel): string => modelCard(readModel(file).header, {
  model: { sha256: sha256(file), bytes: file.length }, styles: heldOut.byStyle.length, byStyle: heldOut, details: detailsOf(judged, temperature), again,
});

/**
 * Learns from the corpus and two thirds of the corrected examples, and publishes the model only when it is right more
 * often than the published one on the other third, and not worse than it on styles that neither had seen.
 */
export const retrainClassifier = (deps: RetrainClassifierDeps) => async (): Promise<Retrained> => {
  const known = (await deps.corrections()).filter(({ category }) => (categories as readonly string[]).includes(category));
  const judges = known.filter(reserved), learned = known.filter((example) => !reserved(example));
  if (judges.length < leastJudged) return { published: false, why: 'too-few-examples', judgedOn: judges.length };

  const file = await deps.publishedModel(), published = readModel(file);
  const trained = trainModel(deps.corpus(), deps.phrases(), learned.map(asText));
  const right = { before: rightOf(published, judges), after: rightOf(readModel(trained.file), judges) };
  const { heldOut } = trained, judged = { judgedOn: judges.length, right, heldOut, stylesBefore: published.header.heldOut.accuracy };
  if (right.after <= right.before) return { published: false, why: 'not-better', ...judged };
  if (heldOut.accuracy < judged.stylesBefore - allowedLoss) return { published: false, why: 'worse-on-styles', ...judged };

  const by: PublishedModel = { replaces: sha256(file), learnedFrom: learned.length, ...judged };
  return (await deps.publishModel(trained.file, by, cardOf(trained, by))) ? { published: true, by } : { published: false, why: 'overtaken', ...judged };
};
