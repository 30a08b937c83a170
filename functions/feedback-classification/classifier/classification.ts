import * as z from 'zod';
import { categories, outOfScopeKinds, urgencies } from './labels.ts';

const Confidence = z.number().min(0).max(1);

/** What the classifier says of a text. It suggests and routes; a person decides where it abstains, and closing is never its business. */
export const Classification = z.strictObject({
  category: z.enum(categories),
  confidence: Confidence.meta({ description: 'Calibrated: of suggestions with 0.8 about four in five are right.' }),
  abstained: z.boolean().meta({ description: 'Too little speaks for any category: a person decides.' }),
  alternatives: z.array(z.strictObject({ category: z.enum(categories), confidence: Confidence })).max(3),
  urgency: z.enum(urgencies),
  outOfScope: z.enum(outOfScopeKinds),
  because: z.array(z.string().min(1)).max(5).meta({ description: 'Words of the text that weighed most for the category, as written (NFC).' }),
});
export type Classification = z.infer<typeof Classification>;
export type Classify = (text: string) => Classification;
