import { highest } from '../classifier/classifier-of.ts';
import { categories } from '../classifier/labels.ts';
import { answered, covered, plainAnswers, shareRight, surest, temperatureOf, thresholdsOf } from './calibration.ts';
import { headsOn, schooled, siftedVocabulary } from './fit.ts';
import type { Fitted, Lesson, Method } from './fit.ts';
import { foldsOf, judge, unsaid } from './judge.ts';
import type { FoldOf, Judged } from './judge.ts';
import type { LabelledText } from './corpus.ts';
import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import type { Phrasebook } from './lexicon.ts';
import { readingOf } from './vocabulary.ts';
import { modelOf } from './write-model.ts';

/** A model of the table: how it judges texts when it may learn from these lessons; the vocabulary is the same for all. */
interface Contender { readonly name: string; readonly judge: (learned: Learned, texts: readonly LabelledText[]) => Judged[] }
type Learned = Pick<Fitted, 'school' | 'vocabulary'>;

const linear = (name: string, method: Method): Contender => ({
  name, judge: ({ school, vocabulary }, texts) => judge(modelOf({ school, vocabulary, heads: headsOn(vocabulary, school, { method, only: ['category'] }) }, unsaid), texts),
});

/** What a list of words without any learning makes of it: the category with most words of its phrases in the text. */
const keywords: Contender = {
  name: 'keyword rules (the lexicon alone)',
  judge: ({ school: { phrases } }, texts) => {
    const scores = (text: string): number[] => {
      const found = new Map(readingOf(text, phrases, () => undefined).phrases);
      return categories.map((category, k) => 5 * (found.get(k) ?? (category === 'other' ? 0.01 : 0)));
    };
    return texts.map((text) => ({ text, scores: { category: scores(text.text), urgency: [1, 0, 0], outOfScope: [1, 0, 0, 0, 0, 0, 0, 0] }, plain: scores(fold(text.text)) }));
  },
};

const contenders: readonly Contender[] = [
  keywords, linear('complement naive Bayes', 'bayes'), linear('linear SVM (squared hinge, one against the rest)', 'hinge'), linear('logistic regression', 'logistic'),
  linear('logistic regression + complement naive Bayes (published)', 'logistic+bayes'),
];

export interface Compared { readonly name: string; readonly accuracy: number; readonly plain: number; readonly surest70: number; readonly coverage: number; readonly covered: number }

/** The figures by which models are compared, all on texts not learned from. `wanted`: what is to be right among those answered. */
export const comparedBy = (name: string, judged: readonly Judged[], wanted: number): Compared => {
  const answers = answered(judged, 'category', temperatureOf(judged, 'category')), { coverage, accuracy } = covered(answers, thresholdsOf(answers, categories.length, wanted));
  return { name, accuracy: shareRight(answers), plain: shareRight(plainAnswers(judged)), surest70: surest(answers, 0.7), coverage, covered: accuracy };
};

/** All contenders on the same folds. */
export const compare = (lessons: readonly Lesson[], phrases: Phrasebook, { foldOf, wanted }: { readonly foldOf: FoldOf; readonly wanted: number }): Compared[] => {
  const judged = contenders.map((): Judged[] => []);
  for (const { learned, held } of foldsOf(lessons, foldOf)) {
    const school = schooled(learned, phrases), vocabulary = siftedVocabulary(school);
    for (const [n, contender] of contenders.entries()) judged[n]?.push(...contender.judge({ school, vocabulary }, held));
  }
  return contenders.map(({ name }, n) => comparedBy(name, judged[n] ?? [], wanted));
};

/** Confusions that are none: guesses nobody would call a mistake are left out. */
export const confusionsOf = (judged: readonly Judged[]): { readonly from: string; readonly to: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const { text, scores } of judged) {
    const guess = categories[highest(scores.category)] ?? 'other';
    if (!text.accepted.includes(guess)) counts.set(`${text.labels.category} ${guess}`, (counts.get(`${text.labels.category} ${guess}`) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([pair, count]) => ({ from: pair.split(' ')[0] ?? '', to: pair.split(' ')[1] ?? '', count }));
};
