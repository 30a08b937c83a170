/** What a report is about: codes of the province's default categories. A province renames them; codes are stable. */
export const categories = [
  'roads', 'drainage', 'lighting', 'power-telecom', 'water-supply', 'waste', 'pollution', 'noise', 'trees-parks', 'encroachment', 'traffic',
  'construction', 'security', 'animals', 'food-safety', 'health', 'education', 'public-service', 'land', 'disaster-irrigation', 'consumer', 'other',
] as const;

/** `emergency`: life or limb now; `urgent`: danger soon, or public life stands still. */
export const urgencies = ['ordinary', 'urgent', 'emergency'] as const;

/** What is answered with guidance instead of a form: 113/114/115, the laws on denunciations and complaints, the national site for rules. */
export const outOfScopeKinds = ['none', 'emergency-call', 'denunciation', 'complaint', 'regulation-proposal', 'dossier-question', 'spam', 'praise'] as const;

/** The three questions put to a text; the first label of each is what holds when nothing speaks for another. */
export const labelsOf = { category: categories, urgency: urgencies, outOfScope: outOfScopeKinds } as const;
export type Question = keyof typeof labelsOf;
export const questions = ['category', 'urgency', 'outOfScope'] as const satisfies readonly Question[];

/** Signs of danger a lexicon knows beside phrases of the categories. Each is a row of the model: first categories, then signs, then features. */
export const signs = ['urgent', 'emergency'] as const satisfies readonly (typeof urgencies)[number][];
export const phraseRows = categories.length + signs.length;

/** Answers to all questions lie beside each other in one row of weights, the first question's from `begins.category` on. */
export const outputs = categories.length + urgencies.length + outOfScopeKinds.length;
export const begins: Readonly<Record<Question, number>> = { category: 0, urgency: categories.length, outOfScope: categories.length + urgencies.length };
