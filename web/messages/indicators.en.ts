import type { CatalogueOf } from './translator.ts';
import type { vi } from './indicators.vi.ts';

export const en: CatalogueOf<typeof vi> = {
  title: (p) => `Service indicators, ${p.month}`,
  description: (p) => `The indicators of Decision 766/QĐ-TTg that can be computed for Hậu Giang in ${p.month}, with formulas and the numbers behind them.`,
  lead: 'The six groups of Decision 766/QĐ-TTg of 23 June 2022. What can be computed is shown with its formula, numerator and denominator; what cannot is named with the reason.',
  noScore: 'No points are given here: the scale from ratios to points has not been checked against the original text.',
  weight: (p) => `${p.points} of 100 points (mark ${p.mark})`,
  formula: 'Formula',
  mark: (p) => `Mark of the formula: ${p.mark}`,
  none: 'None yet',
  ratio: (p) => `${p.part} of ${p.whole}`,
  missing: 'Cannot be computed yet',
  marks: 'C: read in an official source or the code of a national system. S: from a secondary text. M: from professional memory, to be verified. Officials may correct these marks.',
  back: 'Figures of the month',
};
