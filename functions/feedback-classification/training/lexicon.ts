import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { longestPhrase, meaning, noCategory, phraseHash } from '../classifier/features.ts';
import type { Phrases } from '../classifier/features.ts';
import { categories, signs } from '../classifier/labels.ts';
import { readText } from '../classifier/read-text.ts';

/** Phrases that speak for a category or are signs of danger, as written with accents; none stands in two categories, nor among both signs. */
const Lexicon = z.record(z.enum([...categories, ...signs]), z.array(z.string().min(1)));
export type Lexicon = z.infer<typeof Lexicon>;

export const readLexicon = (): Lexicon => Lexicon.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'lexicon.json'), 'utf8')));

/** All of the lexicon's phrases, each with what it says: a category in the lowest five bits, a sign in those above. */
const meant = (lexicon: Lexicon): readonly (readonly [phrase: string, byte: number, part: string])[] => [
  ...categories.flatMap((name, n) => lexicon[name].map((phrase) => [phrase, n, name] as const)),
  ...signs.flatMap((name, n) => lexicon[name].map((phrase) => [phrase, noCategory | ((n + 1) << 5), name] as const)),
];
/** What two say together; `undefined` where they contradict each other. */
const together = (a: number, b: number): number | undefined => {
  if (meaning.category(a) !== noCategory && meaning.category(b) !== noCategory && meaning.category(a) !== meaning.category(b)) return undefined;
  if (meaning.sign(a) !== -1 && meaning.sign(b) !== -1 && meaning.sign(a) !== meaning.sign(b)) return undefined;
  return Math.min(a & 31, b & 31) | Math.max(a >> 5, b >> 5) << 5;
};

/** Hashes of the phrases, and the phrases as they are written. */
export interface Phrasebook extends Phrases { readonly written: readonly string[] }

/**
 * Hashes of the phrases. Without accents a phrase may be two (`dê`, `đê`): then it says nothing. Throws where a phrase stands twice or is longer than the classifier looks.
 */
export const phrasesOf = (lexicon: Lexicon): Phrasebook => {
  const typed = new Map<number, number>(), plain = new Map<number, number>(), ambiguous = new Set<number>();
  for (const [phrase, byte, part] of meant(lexicon)) {
    const read = readText(phrase), whole = { first: 0, last: read.words - 1 }, hash = phraseHash(read, true, whole), bare = phraseHash(read, false, whole);
    const before = typed.get(hash), said = before === undefined ? byte : together(before, byte);
    // a phrase of a category may be a sign too, no more
    if (said === undefined || said === before || read.words > longestPhrase) throw new Error(`${part}: "${phrase}" stands twice or is too long`);
    typed.set(hash, said);
    const saidBare = together(plain.get(bare) ?? noCategory, byte);
    if (saidBare === undefined) ambiguous.add(bare); else plain.set(bare, saidBare);
  }
  for (const bare of ambiguous) plain.delete(bare);
  return { typed, plain, written: meant(lexicon).map(([phrase]) => phrase) };
};
