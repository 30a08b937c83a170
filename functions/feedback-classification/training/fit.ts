import type { Phrases } from '../classifier/features.ts';
import { labelsOf, phraseRows, questions } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';
import type { LabelledText } from './corpus.ts';
import { readText } from '../classifier/read-text.ts';
import { spellerOf } from '../classifier/spelling.ts';
import { added, complementBayes, learn } from './linear.ts';
import type { Example, Linear, Settings } from './linear.ts';
import type { Phrasebook } from './lexicon.ts';
import { leastMet, metIn, phrasesMeantIn, spellingOf } from './spellings.ts';
import type { Met } from './spellings.ts';
import { variantsOf } from './variants.ts';
import { narrowed, readingOf, vectorOf, vocabularyOf } from './vocabulary.ts';
import type { Reading, Speller, Vector, Vocabulary } from './vocabulary.ts';

/** A text and every way it is learned from: with accents read once however often it is trained on, without them still to be read, because how words are written is learned too. */
export interface Lesson { readonly text: LabelledText; readonly accented: readonly Reading[]; readonly unaccented: readonly string[] }

const unspelled: Speller = () => undefined;

export const lessonsOf = (texts: readonly LabelledText[], phrases: Phrases): Lesson[] => variantsOf(texts).map((variants, n) => {
  const ways = variants.map(({ text }) => ({ text, accented: readText(text).accented }));
  return {
    text: texts[n] as LabelledText, accented: ways.filter(({ accented }) => accented).map(({ text }) => readingOf(text, phrases, unspelled)),
    unaccented: ways.filter(({ accented }) => !accented).map(({ text }) => text),
  };
});

/** Lessons with all their readings, and what their texts tell of how words are written. */
export interface Schooled { readonly met: Met; readonly phrases: Phrases; readonly readings: readonly { readonly text: LabelledText; readonly reading: Reading }[] }

/** Reads what has no accents by what these lessons alone tell of accents: a text held out has no part in it. */
export const schooled = (lessons: readonly Lesson[], lexicon: Phrasebook): Schooled => {
  // a phrase of the lexicon is as good as one met as often as it has to be
  const texts = lessons.map(({ text }) => text.text), met = metIn([...texts, ...Array.from({ length: leastMet }, () => lexicon.written).flat()]), phrases = phrasesMeantIn(texts, lexicon), spelled = spellerOf(spellingOf(met));
  return { met, phrases, readings: lessons.flatMap(({ text, accented, unaccented }) => [...accented, ...unaccented.map((way) => readingOf(way, phrases, spelled))].map((reading) => ({ text, reading }))) };
};

/** Everything about learning that was chosen by trying; the table of models (`compare.ts`) differs from it in `category` alone. */
export const recipe = {
  leastTexts: 3,
  features: 13_700,
  phraseWeight: 0.5,
  /** passes over the whole vocabulary, to see which features are worth keeping, and what a question counts in that */
  sifted: { category: 1, urgency: 0.45, outOfScope: 0.45 },
  sifting: { loss: 'logistic', epochs: 3, rate: 0.2, decay: 1e-5, dropped: 0.3 },
  settings: { loss: 'logistic', epochs: 8, rate: 0.15, decay: 1e-5, dropped: 0.4 },
  bayes: { share: 3, smoothing: 0.3 },
} as const satisfies { readonly sifting: Settings; readonly settings: Settings; readonly [other: string]: unknown };

/** How the category is learned; urgency and scope are always learned by logistic regression. */
export type Method = 'logistic+bayes' | 'logistic' | 'hinge' | 'bayes';

export interface Fitted { readonly school: Schooled; readonly vocabulary: Vocabulary; readonly heads: Readonly<Record<Question, Linear>> }

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

const seenBy = ({ readings }: Schooled, vocabulary: Vocabulary): Seen[] => readings.map(({ text, reading }) => ({ text, vector: vectorOf(reading, vocabulary, recipe.phraseWeight) }));

/** All features that stand in enough texts, narrowed to those whose weights are large where they are common, for one of the questions. */
export const siftedVocabulary = (school: Schooled, only: readonly Question[] = questions): Vocabulary => {
  const whole = vocabularyOf(school.readings.map(({ reading }) => reading), recipe.leastTexts);
  const rows = phraseRows + whole.hashes.length;
  const seen = seenBy(school, whole), sifted = only.map((question) => ({ counts: recipe.sifted[question], ...learn(examplesOf(seen, question), rows, recipe.sifting) }));
  return narrowed(whole, recipe.features, (row) => {
    let top = 0;
    for (const { counts, weights, labels } of sifted) for (let k = 0; k < labels; k++) top = Math.max(top, counts * Math.abs(weights[row * labels + k] ?? 0));
    const rarity = whole.rarity[row - phraseRows] ?? 0;
    return top * rarity * Math.exp(-rarity / 2);
  });
};

/** Learns each question on a given vocabulary; a question not asked for has no weights. */
export const headsOn = (vocabulary: Vocabulary, school: Schooled, { method, only }: { readonly method: Method; readonly only: readonly Question[] }): Fitted['heads'] => {
  const rows = phraseRows + vocabulary.hashes.length, seen = seenBy(school, vocabulary);
  const head = (question: Question): Linear => {
    if (!only.includes(question)) return { rows, labels: labelsOf[question].length, weights: new Float32Array(rows * labelsOf[question].length), bias: new Float32Array(labelsOf[question].length) };
    const examples = examplesOf(seen, question);
    return question === 'category' ? learnCategory(examples, rows, method) : learn(examples, rows, recipe.settings);
  };
  return { category: head('category'), urgency: head('urgency'), outOfScope: head('outOfScope') };
};

/** Learns all questions, or those named, on the features that move the category most. */
export const fit = (lessons: readonly Lesson[], phrases: Phrasebook, only: readonly Question[] = questions): Fitted => {
  const school = schooled(lessons, phrases), vocabulary = siftedVocabulary(school, only);
  return { school, vocabulary, heads: headsOn(vocabulary, school, { method: 'logistic+bayes', only }) };
};
