import type { CategoryCorrections, Corrections } from './settled.ts';
import { lowerBound } from './training/lower-bound.ts';

/** Fewer answers than this before, and nothing is known to have risen. */
const leastBefore = 30;
/** A share that rose by less is not worth a call, however sure it is. */
const leastRise = 0.05;
/** How far back a week is held against. */
export const weeksBefore = 8;
export const all = 'all';

type Share = Pick<CategoryCorrections, 'answered' | 'corrected'>;
/** A category in a week, against the weeks before. `callsFrom`: with so many corrected, somebody is called; absent where nothing can be known. */
export type Against = CategoryCorrections & { readonly before: Share; readonly callsFrom?: number };

const sumOf = (parts: readonly CategoryCorrections[]): Share =>
  ({ answered: parts.reduce((sum, { answered }) => sum + answered, 0), corrected: parts.reduce((sum, { corrected }) => sum + corrected, 0) });

/** Of so many answers, with how many corrections the share's lower 95 % bound lies above the one before. */
const callsFrom = (answered: number, before: Share): number | undefined => {
  if (before.answered < leastBefore) return undefined;
  const most = before.corrected / before.answered + leastRise;
  for (let corrected = 1; corrected <= answered; corrected++) if (lowerBound(corrected, answered) > most) return corrected;
  return undefined;
};

/** The categories of a week, and `all` of them together, against the weeks before. */
export const against = (week: Corrections, before: readonly Corrections[]): Against[] => {
  const earlier = before.flatMap(({ categories }) => categories);
  return [...week.categories, { category: all, ...sumOf(week.categories) }].map((own) => {
    const past = sumOf(own.category === all ? earlier : earlier.filter(({ category }) => category === own.category)), from = callsFrom(own.answered, past);
    return { ...own, before: past, ...(from === undefined ? {} : { callsFrom: from }) };
  });
};

/** Those whose share of corrections rose. Chance alone rarely brings that about, and one correction of two never does. */
export const risen = (week: Corrections, before: readonly Corrections[]): string[] =>
  against(week, before).filter(({ corrected, callsFrom: from }) => from !== undefined && corrected >= from).map(({ category }) => category);
