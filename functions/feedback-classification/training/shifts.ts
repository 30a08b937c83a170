import { highest } from '../classifier/classifier-of.ts';
import { labelsOf } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';
import type { Judged } from './judge.ts';

/** What is added to the score of a label. */
export type Shifts = Readonly<Partial<Record<Question, readonly number[]>>>;

const steps = Array.from({ length: 25 }, (_, n) => n / 4 - 3);
/** How much more an overlooked text of a label weighs than one wrongly called so; an emergency is never to be overlooked. */
const recallCounts: Readonly<Record<string, number>> = { emergency: 1.5 };

/** Recall and precision of a label in one number (van Rijsbergen 1979). */
const measure = (judged: readonly Judged[], question: Question, { label, shifts }: { readonly label: number; readonly shifts: readonly number[] }): number => {
  const name = labelsOf[question][label] ?? '', beta = (recallCounts[name] ?? 1) ** 2;
  let hits = 0, called = 0, own = 0;
  for (const { text, scores } of judged) {
    const is = text.labels[question] === name, said = highest(scores[question].map((score, k) => score + (shifts[k] ?? 0))) === label;
    if (is) own++;
    if (said) called++;
    if (is && said) hits++;
  }
  return (1 + beta) * hits / Math.max(1, beta * own + called);
};

/** Rare labels are called too seldom by what learned from few of them: each is lifted to where recall and precision together are best. */
export const shiftsOf = (judged: readonly Judged[]): Shifts => {
  const of = (question: Question): number[] => {
    const shifts = labelsOf[question].map(() => 0);
    for (let label = 1; label < shifts.length; label++) {
      const found = steps.map((step) => ({ step, worth: measure(judged, question, { label, shifts: shifts.with(label, step) }) }));
      // of equals the one that changes least
      shifts[label] = found.toSorted((a, b) => b.worth - a.worth || Math.abs(a.step) - Math.abs(b.step))[0]?.step ?? 0;
    }
    return shifts;
  };
  return { urgency: of('urgency'), outOfScope: of('outOfScope') };
};

export const shifted = (judged: readonly Judged[], shifts: Shifts): Judged[] => judged.map((each) => {
  const lifted = (question: Question): readonly number[] => each.scores[question].map((score, k) => score + (shifts[question]?.[k] ?? 0));
  return { ...each, scores: { category: each.scores.category, urgency: lifted('urgency'), outOfScope: lifted('outOfScope') } };
});
