import type { CategoryCorrections, Corrections } from './settled.ts';
import { lowerBound } from './training/lower-bound.ts';

/** Fewer answers than this before, and nothing is known to have risen. */
const leastBefore = 30;
/** A share that rose by less is not worth a call, however sure it is. */
const leastRise = 0.05;
export const all = 'all';

const sumOf = (parts: readonly CategoryCorrections[]): CategoryCorrections =>
  ({ category: all, answered: parts.reduce((sum, { answered }) => sum + answered, 0), corrected: parts.reduce((sum, { corrected }) => sum + corrected, 0) });

/**
 * The categories, and `all` of them together, whose share of corrections rose: its lower 95 % bound in the week lies above
 * the share of the weeks before. Chance alone rarely brings that about, and one correction of two never does.
 */
export const risen = (week: Corrections, before: readonly Corrections[]): string[] => {
  const earlier = before.flatMap((each) => each.categories);
  return [...week.categories, sumOf(week.categories)].filter(({ category, answered, corrected }) => {
    const past = sumOf(category === all ? earlier : earlier.filter((each) => each.category === category));
    return past.answered >= leastBefore && lowerBound(corrected, answered) > past.corrected / past.answered + leastRise;
  }).map(({ category }) => category);
};
