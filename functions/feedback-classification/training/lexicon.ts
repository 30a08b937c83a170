import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { longestPhrase, phraseHash } from '../classifier/features.ts';
import type { Phrases } from '../classifier/features.ts';
import { categories } from '../classifier/labels.ts';
import { readText } from '../classifier/read-text.ts';

/** Phrases that speak for a category, as written with accents; none stands in two categories. */
const Lexicon = z.record(z.enum(categories), z.array(z.string().min(1)));
export type Lexicon = z.infer<typeof Lexicon>;

export const readLexicon = (): Lexicon => Lexicon.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'lexicon.json'), 'utf8')));

/**
 * Hashes of the phrases. Without accents a phrase may be two (`dê`, `đê`): then it says nothing. Throws where a phrase stands twice or is longer than the classifier looks.
 */
export const phrasesOf = (lexicon: Lexicon): Phrases => {
  const typed = new Map<number, number>(), plain = new Map<number, number>(), ambiguous = new Set<number>();
  for (const [category, name] of categories.entries()) for (const phrase of lexicon[name]) {
    const read = readText(phrase), hash = phraseHash(read, true);
    if (typed.has(hash) || read.words > longestPhrase) throw new Error(`${name}: "${phrase}" stands twice or is too long`);
    typed.set(hash, category);
    const bare = phraseHash(read, false);
    if ((plain.get(bare) ?? category) !== category) ambiguous.add(bare);
    plain.set(bare, category);
  }
  for (const bare of ambiguous) plain.delete(bare);
  return { typed, plain };
};
