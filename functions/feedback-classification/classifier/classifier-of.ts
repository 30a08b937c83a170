import type { Classification, Classify } from './classification.ts';
import { begins, labelsOf, outputs } from './labels.ts';
import type { Question } from './labels.ts';
import type { Model } from './model-file.ts';
import { mostPresent, presentRowsOf } from './present-rows.ts';
import type { PresentRows } from './present-rows.ts';
import { readText } from './read-text.ts';
import type { ReadText } from './read-text.ts';
import { wordsBehind } from './words-behind.ts';

/** An alternative less likely than this is not worth a tap. */
const leastAlternative = 0.05;

export const highest = (values: readonly number[]): number => values.reduce((best, value, n) => (value > (values[best] ?? -Infinity) ? n : best), 0);

export const sharesOf = (scores: readonly number[], temperature: number): number[] => {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** What a text scores on each question, before shares are made of it. */
export interface Scored { readonly read: ReadText; readonly present: PresentRows; readonly scores: (question: Question) => number[] }

/** Holds until the next text is scored. */
export const scorerOf = (model: Model): ((text: string) => Scored) => {
  const { header: { heads }, weights } = model;
  const rowsOf = presentRowsOf(model);
  const sums = new Float64Array(outputs), rowBegins = new Int32Array(mostPresent);
  return (text) => {
    const read = readText(text), present = rowsOf(read), { count, rows, values } = present;
    for (let i = 0; i < count; i++) rowBegins[i] = (rows[i] ?? 0) * outputs;
    // three labels at a time, so that their sums stay in registers: a third of the time of row after row
    for (let k = 0; k < outputs; k += 3) {
      let first = 0, second = 0, third = 0;
      for (let i = 0; i < count; i++) {
        const at = (rowBegins[i] ?? 0) + k, value = values[i] ?? 0;
        first += value * (weights[at] ?? 0); second += value * (weights[at + 1] ?? 0); third += value * (weights[at + 2] ?? 0);
      }
      sums[k] = first; sums[k + 1] = second; sums[k + 2] = third;
    }
    return { read, present, scores: (question) => heads[question].bias.map((own, k) => own + (sums[begins[question] + k] ?? 0) * (heads[question].scales[k] ?? 0)) };
  };
};

/** A classifier of a model: pure, some tens of microseconds a text. */
export const classifierOf = (model: Model): Classify => {
  const { header: { heads, thresholds }, weights } = model;
  const score = scorerOf(model);
  return (text): Classification => {
    const { read, present, scores } = score(text);
    const likely = sharesOf(scores('category'), heads.category.temperature), best = highest(likely), sure = likely[best] ?? 0;
    const alternatives = likely.map((confidence, k) => ({ category: labelsOf.category[k] ?? 'other', confidence: rounded(confidence), k }))
      .filter(({ k, confidence }) => k !== best && confidence >= leastAlternative).toSorted((a, b) => b.confidence - a.confidence).slice(0, 3);
    // where nothing was read there is nothing to say of it
    const said = present.count > 0;
    return {
      category: labelsOf.category[best] ?? 'other', confidence: rounded(sure), abstained: !said || sure < (thresholds[best] ?? 1),
      alternatives: alternatives.map(({ category, confidence }) => ({ category, confidence })),
      urgency: said ? labelsOf.urgency[highest(scores('urgency'))] ?? 'ordinary' : 'ordinary', outOfScope: said ? labelsOf.outOfScope[highest(scores('outOfScope'))] ?? 'none' : 'none',
      because: wordsBehind(read, present, (row) => weights[row * outputs + best] ?? 0),
    };
  };
};
