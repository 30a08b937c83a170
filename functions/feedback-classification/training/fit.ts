import type { Phrases } from '../classifier/features.ts';
import { categories, labelsOf, questions } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';
import type { LabelledText } from './corpus.ts';
import { added, complementBayes, learn } from './linear.ts';
import type { Example, Linear, Settings } from './linear.ts';
import { variantsOf } from './variants.ts';
import { narrowed, readingOf, vectorOf, vocabularyOf } from './vocabulary.ts';
import type { Reading, Vector, Vocabulary } from './vocabulary.ts';

/** A text and every way it is learned from, read once however often it is trained on. */
export interface Lesson { readonly text: LabelledText; readonly readings: readonly Reading[] }

export const lessonsOf = (texts: readonly LabelledText[], phrases: Phrases): Lesson[] =>
  variantsOf(texts).map((variants, n) => ({ text: texts[n] as LabelledText, readings: variants.map(({ text }) => readingOf(text, phrases)) }));

/** Everything about learning that was chosen by trying; the table of models (`compare.ts`) differs from it in `category` alone. */
export const recipe = {
  leastTexts: 3,
  features: 14_000,
  phraseWeight: 0.5,
  /** passes over the whole vocabulary, to see which features are worth keeping, and what a question counts in that */
  sifted: { category: 1, urgency: 0.45, outOfScope: 0.45 },
  sifting: { loss: 'logistic', epochs: 3, rate: 0.2, decay: 1e-5, dropped: 0.3 },
  settings: { loss: 'logistic', epochs: 8, rate: 0.15, decay: 1e-5, dropped: 0.3 },
  bayes: { share: 3, smoothing: 0.3 },
} as const satisfies { readonly sifting: Settings; readonly settings: Settings; readonly [other: string]: unknown };

/** How the category is learned; urgency and scope are always learned by logistic regression. */
export type Method = 'logistic+bayes' | 'logistic' | 'hinge' | 'bayes';

export interface Fitted { readonly vocabulary: Vocabulary; readonly heads: Readonly<Record<Question, Linear>> }

/** Rare labels count more than their number: missing an emergency is worse than calling a person once too often. */
const labelWeights: Readonly<Record<string, number>> = { urgent: 3, emergency: 6 };
const scopeWeight = 6;

/** A category another good dispatcher could have chosen has a part of the target. */
const targetOf = ({ labels, accepted }: LabelledText, question: Question): Float32Array => {
  const known: readonly string[] = labelsOf[question], target = new Float32Array(known.length), own = known.indexOf(labels[question]);
  const others = question === 'category' ? accepted.filter((category) => category !== labels.category) : [];
  target[own] = others.length > 0 ? 0.7 : 1;
  for (const other of others) target[known.indexOf(other)] = 0.3 / others.length;
  return target;
};

const weightOf = ({ labels }: LabelledText, question: Question): number =>
  question === 'urgency' ? labelWeights[labels.urgency] ?? 1 : question === 'outOfScope' && labels.outOfScope !== 'none' ? scopeWeight : 1;

interface Seen { readonly text: LabelledText; readonly vector: Vector }
const examplesOf = (seen: readonly Seen[], question: Question): Example[] =>
  seen.map(({ text, vector }) => ({ vector, target: targetOf(text, question), weight: weightOf(text, question) }));

const learnCategory = (examples: readonly Example[], rows: number, method: Method): Linear => {
  const { settings, bayes } = recipe;
  if (method === 'bayes') return complementBayes(examples, rows, bayes.smoothing);
  const learned = learn(examples, rows, method === 'hinge' ? { ...settings, loss: 'hinge' } : settings);
  return method === 'logistic+bayes' ? added(learned, complementBayes(examples, rows, bayes.smoothing), bayes.share) : learned;
};

const seenBy = (lessons: readonly Lesson[], vocabulary: Vocabulary): Seen[] =>
  lessons.flatMap(({ text, readings }) => readings.map((reading) => ({ text, vector: vectorOf(reading, vocabulary, recipe.phraseWeight) })));

/** All features that stand in enough texts, narrowed to those whose weights are large where they are common, for one of the questions. */
export const siftedVocabulary = (lessons: readonly Lesson[], only: readonly Question[] = questions): Vocabulary => {
  const whole = vocabularyOf(lessons.flatMap(({ readings }) => readings), recipe.leastTexts);
  const rows = categories.length + whole.hashes.length;
  const seen = seenBy(lessons, whole), sifted = only.map((question) => ({ counts: recipe.sifted[question], ...learn(examplesOf(seen, question), rows, recipe.sifting) }));
  return narrowed(whole, recipe.features, (row) => {
    let top = 0;
    for (const { counts, weights, labels } of sifted) for (let k = 0; k < labels; k++) top = Math.max(top, counts * Math.abs(weights[row * labels + k] ?? 0));
    const rarity = whole.rarity[row - categories.length] ?? 0;
    return top * rarity * Math.exp(-rarity / 2);
  });
};

/** Learns each question on a given vocabulary; a question not asked for has no weights. */
export const headsOn = (vocabulary: Vocabulary, lessons: readonly Lesson[], { method, only }: { readonly method: Method; readonly only: readonly Question[] }): Fitted['heads'] => {
  const rows = categories.length + vocabulary.hashes.length, seen = seenBy(lessons, vocabulary);
  const head = (question: Question): Linear => {
    if (!only.includes(question)) return { rows, labels: labelsOf[question].length, weights: new Float32Array(rows * labelsOf[question].length), bias: new Float32Array(labelsOf[question].length) };
    const examples = examplesOf(seen, question);
    return question === 'category' ? learnCategory(examples, rows, method) : learn(examples, rows, recipe.settings);
  };
  return { category: head('category'), urgency: head('urgency'), outOfScope: head('outOfScope') };
};

/** Learns all questions, or those named, on the features that move the category most. */
export const fit = (lessons: readonly Lesson[], only: readonly Question[] = questions): Fitted => {
  const vocabulary = siftedVocabulary(lessons, only);
  return { vocabulary, heads: headsOn(vocabulary, lessons, { method: 'logistic+bayes', only }) };
};
