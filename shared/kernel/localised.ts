import * as z from 'zod';

/** A text in the two languages of the screens; Vietnamese is the source. */
export const Localised = /* @__PURE__ */ z
  .object({ vi: z.string().min(1), en: z.string().min(1) })
  .meta({ title: 'Localised text', description: 'The same text in Vietnamese and in English.', examples: [{ vi: 'Hồ sơ', en: 'Dossier' }] });
export type Localised = z.infer<typeof Localised>;

export type Language = keyof Localised;
