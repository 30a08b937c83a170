import * as z from 'zod';

/** The longest number anywhere: what fits a line of the receipt, and a key. */
export const longestNumber = 60;

/** No controls, no line breaks, no characters that cannot be seen. */
const seen = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;

/**
 * The public number of a dossier, as it was drawn or as another side issued it. How an own one is written is
 * configuration (`number-pattern.ts`), so nothing can be read out of a number: a dossier says by itself what it is.
 */
export const DossierNumber = /* @__PURE__ */ z
  .string()
  .min(1, 'dossier-number.malformed')
  .max(longestNumber, 'dossier-number.malformed')
  .regex(seen, 'dossier-number.malformed')
  .meta({ title: 'Dossier number', examples: ['000.00.07.H30-261122-0001'] });
export type DossierNumber = z.infer<typeof DossierNumber>;
