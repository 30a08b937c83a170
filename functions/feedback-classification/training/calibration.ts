import { highest, sharesOf } from '../classifier/classifier-of.ts';
import { labelsOf } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';
import { readText } from '../classifier/read-text.ts';
import type { Judged } from './judge.ts';
import { lowerBound } from './lower-bound.ts';

/** What was answered about a text, as positions of labels. */
export interface Answered { readonly guess: number; readonly confidence: number; readonly right: boolean; readonly style: string; readonly own: number }

/** Labels that are right for a text. */
const rightOnes = ({ text }: Judged, question: Question): number[] => {
  const known: readonly string[] = labelsOf[question];
  return question === 'category' ? text.accepted.map((category) => known.indexOf(category)) : [known.indexOf(text.labels[question])];
};

const lossAt = (judged: readonly Judged[], question: Question, temperature: number): number => judged.reduce((sum, each) => {
  const shares = sharesOf(each.scores[question], temperature);
  return sum - Math.log(Math.max(rightOnes(each, question).reduce((all, k) => all + (shares[k] ?? 0), 0), 1e-9));
}, 0);

/** One number that makes confidences honest (Guo et al. 2017, On Calibration of Modern Neural Networks): golden section on the loss. */
export const temperatureOf = (judged: readonly Judged[], question: Question): number => {
  let low = Math.log(0.05), high = Math.log(5);
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 24; step++) {
    const a = high - golden * (high - low), b = low + golden * (high - low);
    if (lossAt(judged, question, Math.exp(a)) < lossAt(judged, question, Math.exp(b))) high = b; else low = a;
  }
  return Math.exp((low + high) / 2);
};

export const answered = (judged: readonly Judged[], question: Question, temperature: number): Answered[] => judged.map((each) => {
  const shares = sharesOf(each.scores[question], temperature), guess = highest(shares), right = rightOnes(each, question);
  return { guess, confidence: shares[guess] ?? 0, right: right.includes(guess), style: each.text.style, own: (labelsOf[question] as readonly string[]).indexOf(each.text.labels[question]) };
});

export const shareRight = (answers: readonly { readonly right: boolean }[]): number => answers.filter(({ right }) => right).length / Math.max(1, answers.length);
/** Of the same texts without accents, what was right. */
export const plainAnswers = (judged: readonly Judged[]): { readonly right: boolean }[] => judged.map((each) => ({ right: rightOnes(each, 'category').includes(highest(each.plain)) }));

/** What accents are worth where there are any: texts written without them lose nothing, and would make the loss look smaller. */
export const lostWithoutAccents = (judged: readonly Judged[], answers: readonly Answered[]): number => {
  const plain = plainAnswers(judged), accented = judged.map((_, n) => n).filter((n) => readText(judged[n]?.text.text ?? '').accented);
  return (accented.filter((n) => answers[n]?.right).length - accented.filter((n) => plain[n]?.right).length) / Math.max(1, accented.length);
};

/** Above every confidence: a person always decides. */
export const never = 1.01;

/** Lowest confidence from which on the lower bound of what was right reaches `wanted`. */
const thresholdOf = (answers: readonly Answered[], wanted: number): number => {
  let right = 0, found = never;
  for (const [n, answer] of answers.toSorted((a, b) => b.confidence - a.confidence).entries()) {
    if (answer.right) right++;
    if (lowerBound(right, n + 1) >= wanted) found = answer.confidence;
  }
  return found;
};

/** A threshold a label: half its own, half that of all together, since one label's answers are few to tell by. */
export const thresholdsOf = (answers: readonly Answered[], labels: number, wanted: number): number[] => {
  const overall = thresholdOf(answers, wanted);
  return Array.from({ length: labels }, (_, label) => {
    const own = thresholdOf(answers.filter(({ guess }) => guess === label), wanted);
    return Number(((Math.min(own, 0.95) + overall) / 2).toFixed(3));
  });
};

export interface Covered { readonly coverage: number; readonly accuracy: number }
/** What is right among those that are answered rather than left to a person. */
export const covered = (answers: readonly Answered[], thresholds: readonly number[]): Covered => {
  const kept = answers.filter(({ guess, confidence }) => confidence >= (thresholds[guess] ?? 1));
  return { coverage: kept.length / Math.max(1, answers.length), accuracy: shareRight(kept) };
};
/** What is right among the share of answers that are surest. */
export const surest = (answers: readonly Answered[], share: number): number => shareRight(answers.toSorted((a, b) => b.confidence - a.confidence).slice(0, Math.round(share * answers.length)));

export interface Band { readonly from: number; readonly count: number; readonly confidence: number; readonly accuracy: number }
/** Ten bands of confidence: how many, how sure on average, how many right. */
export const bandsOf = (answers: readonly Answered[]): Band[] => Array.from({ length: 10 }, (_, band) => {
  const inside = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band);
  return { from: band / 10, count: inside.length, confidence: inside.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inside.length), accuracy: shareRight(inside) };
});
/** Expected calibration error: how far confidence and accuracy lie apart, by band. */
export const calibrationError = (answers: readonly Answered[]): number => bandsOf(answers).reduce((sum, { count, confidence, accuracy }) => sum + count * Math.abs(confidence - accuracy), 0) / Math.max(1, answers.length);

export interface LabelFigures { readonly label: string; readonly texts: number; readonly precision: number; readonly recall: number }
/** A guess that was accepted counts as the label it was accepted for. */
export const figuresOf = (answers: readonly Answered[], question: Question): LabelFigures[] => labelsOf[question].map((label, k) => {
  const truly = (answer: Answered): number => (answer.right ? answer.guess : answer.own);
  const guessed = answers.filter(({ guess }) => guess === k), own = answers.filter((answer) => truly(answer) === k);
  return { label, texts: own.length, precision: shareRight(guessed), recall: shareRight(own) };
});
