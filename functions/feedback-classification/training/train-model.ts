import { createHash } from 'node:crypto';
import { categories } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';
import { answered, bandsOf, calibrationError, covered, figuresOf, lostWithoutAccents, plainAnswers, shareRight, surest, temperatureOf, thresholdsOf } from './calibration.ts';
import type { Band, Covered, LabelFigures } from './calibration.ts';
import { confusionsOf } from './compare.ts';
import type { LabelledText } from './corpus.ts';
import { fit, lessonsOf } from './fit.ts';
import type { Lesson } from './fit.ts';
import { foldsByStyle, judgeByFold } from './judge.ts';
import type { Judged } from './judge.ts';
import type { Phrasebook } from './lexicon.ts';
import { shifted, shiftsOf } from './shifts.ts';
import { encodeModel, modelOf } from './write-model.ts';

/**
 * What is to be right, by its lower 95 % bound, among the answers of a category that are not left to a person. Styles of
 * the corpus are harder than what portals receive, so more is answered there than here, and more of it is right.
 */
export const wanted = 0.92;

/** What was found on texts that were not learned from. */
export interface HeldOut {
  readonly texts: number; readonly accuracy: number; readonly plain: number;
  /** Of texts that have accents, the share that is right with them less the share that is right without. */
  readonly lost: number;
  readonly surest70: number; readonly calibrationError: number;
  readonly covered: Covered; readonly byStyle: readonly { readonly style: string; readonly texts: number; readonly accuracy: number }[];
}
export interface Details {
  readonly labels: Readonly<Record<Question, readonly LabelFigures[]>>; readonly bands: readonly Band[];
  readonly confusions: readonly { readonly from: string; readonly to: string; readonly count: number }[];
}

const share = (value: number): number => Number(value.toFixed(4));

/** Temperature, thresholds and figures that follow from what was judged. */
export const heldOutOf = (judged: readonly Judged[]): { readonly figures: HeldOut; readonly temperature: number; readonly thresholds: number[] } => {
  const temperature = temperatureOf(judged, 'category'), answers = answered(judged, 'category', temperature), thresholds = thresholdsOf(answers, categories.length, wanted);
  const kept = covered(answers, thresholds), styles = [...new Set(answers.map(({ style }) => style))].toSorted();
  return {
    temperature, thresholds, figures: {
      texts: judged.length, accuracy: share(shareRight(answers)), plain: share(shareRight(plainAnswers(judged))), lost: share(lostWithoutAccents(judged, answers)), surest70: share(surest(answers, 0.7)), calibrationError: share(calibrationError(answers)),
      covered: { coverage: share(kept.coverage), accuracy: share(kept.accuracy) },
      byStyle: styles.map((style) => {
        const own = answers.filter((answer) => answer.style === style);
        return { style, texts: own.length, accuracy: share(shareRight(own)) };
      }),
    },
  };
};

export const detailsOf = (judged: readonly Judged[], temperature: number): Details => {
  const figures = (question: Question): LabelFigures[] => figuresOf(answered(judged, question, question === 'category' ? temperature : 1), question)
    .map((each) => ({ ...each, precision: share(each.precision), recall: share(each.recall) }));
  const bands = bandsOf(answered(judged, 'category', temperature)).map((band) => ({ ...band, confidence: share(band.confidence), accuracy: share(band.accuracy) }));
  return { labels: { category: figures('category'), urgency: figures('urgency'), outOfScope: figures('outOfScope') }, bands, confusions: confusionsOf(judged).slice(0, 25) };
};

export interface Trained { readonly file: Uint8Array; readonly lessons: readonly Lesson[]; readonly judged: readonly Judged[]; readonly heldOut: HeldOut; readonly temperature: number }

/** The texts a model learned from, as one number. */
export const corpusHash = (texts: readonly LabelledText[]): string => {
  const hash = createHash('sha256');
  for (const { text, labels, accepted } of texts) hash.update(`${JSON.stringify([text, labels, accepted])}\n`);
  return hash.digest('hex');
};

/**
 * Learns from everything; what it says of itself comes from models that had not seen the style they were asked about.
 * Corrected examples are learned from by all of those, and none of them is judged on: figures of two models stay comparable.
 */
export const trainModel = (authored: readonly LabelledText[], phrases: Phrasebook, corrected: readonly LabelledText[] = []): Trained => {
  const texts = [...authored, ...corrected], lessons = lessonsOf(texts, phrases), styles = foldsByStyle(authored), own = new Set(corrected);
  const unlifted = judgeByFold(lessons, phrases, (text) => (own.has(text) ? undefined : styles(text)));
  const shifts = shiftsOf(unlifted), judged = shifted(unlifted, shifts);
  const { figures, temperature, thresholds } = heldOutOf(judged);
  const model = modelOf(fit(lessons, phrases), {
    corpus: { sha256: corpusHash(texts), authored: corpusHash(authored), texts: texts.length, corrections: corrected.length }, thresholds, shifts, temperatures: { category: temperature, urgency: 1, outOfScope: 1 },
    heldOut: { accuracy: figures.accuracy, coverage: figures.covered.coverage, covered: figures.covered.accuracy },
  });
  return { file: encodeModel(model), lessons, judged, heldOut: figures, temperature };
};
