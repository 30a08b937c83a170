import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import { scorerOf } from '../classifier/classifier-of.ts';
import { categories, questions } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';
import type { Model } from '../classifier/model-file.ts';
import type { LabelledText } from './corpus.ts';
import { fit } from './fit.ts';
import type { Lesson } from './fit.ts';
import type { Phrasebook } from './lexicon.ts';
import { modelOf } from './write-model.ts';

/** What a model that had not learned from a text scored on it, and on it without accents. */
export interface Judged { readonly text: LabelledText; readonly scores: Readonly<Record<Question, readonly number[]>>; readonly plain: readonly number[] }

/** A model by whose scores alone somebody is judged: nothing of its header is known yet. */
export const unsaid = {
  corpus: { sha256: '0'.repeat(64), authored: '0'.repeat(64), texts: 1, corrections: 0 }, heldOut: { accuracy: 0, coverage: 0, covered: 0 }, thresholds: categories.map(() => 0), temperatures: { category: 1, urgency: 1, outOfScope: 1 },
};

/** Judged by the very code that runs in the function, weights in their whole steps. */
export const judge = (model: Model, texts: readonly LabelledText[]): Judged[] => {
  const score = scorerOf(model);
  return texts.map((text) => {
    const { scores } = score(text.text), own = { category: scores('category'), urgency: scores('urgency'), outOfScope: scores('outOfScope') };
    return { text, scores: own, plain: score(fold(text.text)).scores('category') };
  });
};

/** Which fold holds a text out; `undefined`: it is always learned from. */
export type FoldOf = (text: LabelledText) => number | undefined;

/** Styles dealt out to `count` folds in the order they come, so that authors are mixed in each. */
export const foldsByStyle = (texts: readonly LabelledText[], count = 5): FoldOf => {
  const styles = [...new Set(texts.map(({ style }) => style))];
  return ({ style }) => styles.indexOf(style) % count;
};
/** One fold for all the styles of one author: the hardest split there is here. */
export const foldsByAuthor = (texts: readonly LabelledText[]): FoldOf => {
  const authors = [...new Set(texts.map(({ author }) => author))];
  return ({ author }) => authors.indexOf(author);
};

export interface Fold { readonly learned: readonly Lesson[]; readonly held: readonly LabelledText[] }
export const foldsOf = (lessons: readonly Lesson[], foldOf: FoldOf): Fold[] => {
  const numbers = new Set(lessons.map(({ text }) => foldOf(text)));
  numbers.delete(undefined);
  return [...numbers].map((number) => ({ learned: lessons.filter(({ text }) => foldOf(text) !== number), held: lessons.filter(({ text }) => foldOf(text) === number).map(({ text }) => text) }));
};

/** Every text judged by a model that learned from the other folds only. */
export const judgeByFold = (lessons: readonly Lesson[], phrases: Phrasebook, foldOf: FoldOf, only: readonly Question[] = questions): Judged[] =>
  foldsOf(lessons, foldOf).flatMap(({ learned, held }) => judge(modelOf(fit(learned, phrases, only), unsaid), held));
