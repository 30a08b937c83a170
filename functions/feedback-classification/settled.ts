import { categories } from './classifier/labels.ts';
import type { Feedback } from './feedback.ts';
import { maskContacts } from './public-text.ts';
import type { CorrectedExample } from './retrain-classifier.ts';

/** A report a dispatcher sorted: what it was let in under is right, whatever was suggested. */
const isSettled = ({ standing: { category, state } }: Feedback): boolean => category !== undefined && state !== 'NEW' && state !== 'REJECTED';

/**
 * Reports as examples to learn from: in the words a dispatcher let out, or else as sent without telephone numbers,
 * identity numbers and addresses. Read from the reports as they stand, so that whoever was forgotten is not learned from.
 */
export const examplesOf = (reports: readonly Feedback[]): CorrectedExample[] => reports.filter(isSettled).flatMap(({ report, standing }) => {
  const text = maskContacts(standing.publicText ?? report.text).trim();
  return text === '' ? [] : [{ feedbackId: report.feedbackId, text, category: standing.category ?? '', urgency: standing.urgency === 'emergency' ? 'emergency' : 'ordinary', outOfScope: 'none' }];
});

export type CategoryCorrections = { readonly category: string; readonly answered: number; readonly corrected: number };
/** How the suggestions of a week fared, by what was suggested; where it abstained there was nothing to correct. */
export type Corrections = { readonly settled: number; readonly abstained: number; readonly categories: readonly CategoryCorrections[] };

export const correctionsOf = (reports: readonly Feedback[]): Corrections => {
  const settled = reports.filter((report) => isSettled(report) && report.report.suggestion !== undefined);
  const answered = settled.filter(({ report }) => report.suggestion?.abstained === false);
  const of = (category: string): CategoryCorrections => {
    const own = answered.filter(({ report }) => report.suggestion?.category === category);
    return { category, answered: own.length, corrected: own.filter(({ standing }) => standing.category !== category).length };
  };
  return { settled: settled.length, abstained: settled.length - answered.length, categories: categories.map(of).filter((each) => each.answered > 0) };
};
