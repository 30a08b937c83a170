import { categories } from './labels.ts';
import type { ReadText } from './read-text.ts';

/**
 * What a linear model sees of a text: words and pairs of words without accents, words as typed beside them, and runs of three and four
 * letters across them (typos, Telex left-overs, words written together). Everything is a 24-bit hash: no string is made,
 * and of twelve thousand known features one in a thousand unknown ones is taken for a known one.
 */
export const hashBits = 24;

/** What a feature weighs beside a word: there are many runs of letters for one word, and a pair says what a word without accents leaves open. */
const runWeight = 0.25, pairWeight = 1.3;
/** Of a word as typed, or as it would have been with accents: the lighter it is, the less a text without accents loses, and the less accents help. */
export const typedWeight = 0.65;

const seeds = { typed: 0x811c9dc5, plain: 0x2f0b4c47, runs: 0x6b8b4567, phrase: 0x1b873593 };

const mixed = (hash: number): number => {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> (32 - hashBits);
};

const span = (units: Uint16Array, from: number, to: number, seed: number): number => {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] ?? 0), 0x01000193);
  return hash;
};

export const typedHash = ({ typed, starts, ends }: ReadText, word: number): number => mixed(span(typed, starts[word] ?? 0, ends[word] ?? 0, seeds.typed));

/** Visits each word and each pair of words without accents: of the features those that say how it would be written with them. */
export const eachPlain = ({ plain, starts, ends, names, words }: ReadText, visit: (hash: number, first: number, last: number) => void): void => {
  for (let word = 0; word < words; word++) {
    for (let last = word; last <= word + 1 && last < words && names[word] === 0 && names[last] === 0; last++) visit(mixed(span(plain, starts[word] ?? 0, ends[last] ?? 0, seeds.plain)), word, last);
  }
};

/** Visits each feature with its hash, what it weighs and the words it lies in, repeats included. Proper names are passed over. */
export const eachFeature = (text: ReadText, visit: (hash: number, weight: number, first: number, last: number) => void): void => {
  const { plain, starts, ends, names, words, accented } = text;
  for (let word = 0; word < words; word++) {
    if (names[word] === 1) continue;
    const from = starts[word] ?? 0;
    for (let last = word; last <= word + 1 && last < words && names[last] === 0; last++) {
      const to = ends[last] ?? 0;
      visit(mixed(span(plain, from, to, seeds.plain)), last === word ? 1 : pairWeight, word, last);
      if (accented && last === word) visit(typedHash(text, word), typedWeight, word, last);
    }
    // runs begin at the space before the word or inside it and may reach into the words behind
    const stop = word + 1 < words && names[word + 1] === 1 ? (ends[word] ?? 0) + 1 : text.length;
    for (let begin = from - 1; begin < (ends[word] ?? 0); begin++) {
      let hash = seeds.runs;
      for (let at = begin; at < begin + 4 && at < stop; at++) {
        hash = Math.imul(hash ^ (plain[at] ?? 0), 0x01000193);
        if (at >= begin + 2) visit(mixed(hash), runWeight, word, word);
      }
    }
  }
};

/** Phrases of the lexicon by their hash, as typed, and without accents for texts that have none: each with what it says, a category and a sign of danger in one byte. */
export interface Phrases { readonly typed: ReadonlyMap<number, number>; readonly plain: ReadonlyMap<number, number> }

/** What a phrase says as a byte: the position of its category (`noCategory`: of none) and, from bit 5 on, one more than that of its sign. */
export const noCategory = 31;
export const meaning = { category: (byte: number): number => byte & 31, sign: (byte: number): number => (byte >> 5) - 1 } as const;

/** Words in the longest phrase a lexicon may hold. */
export const longestPhrase = 6;

const phraseSeed = (accents: boolean): number => (accents ? seeds.phrase : ~seeds.phrase);

/** Hash of the phrase from word to word, all 32 bits. */
export const phraseHash = ({ typed, plain, starts, ends }: ReadText, accents: boolean, { first, last }: { readonly first: number; readonly last: number }): number =>
  span(accents ? typed : plain, starts[first] ?? 0, ends[last] ?? 0, phraseSeed(accents)) >>> 0;

/**
 * Visits the phrases that stand in a text, from each word on the longest of a category and the longest that is a sign, by their
 * rows. A text with accents is read with them (`chợ` is no `chó`), one without is read without.
 */
export const eachPhrase = ({ typed, plain, starts, ends, words, accented }: ReadText, phrases: Phrases, visit: (row: number, first: number, last: number) => void): void => {
  const known = accented ? phrases.typed : phrases.plain, units = accented ? typed : plain, seed = phraseSeed(accented);
  for (let word = 0; word < words; word++) {
    let hash = seed, from = starts[word] ?? 0, category = noCategory, end = word, sign = -1, signEnd = word;
    for (let last = word; last < words && last < word + longestPhrase; last++) {
      const to = ends[last] ?? 0;
      hash = span(units, from, to, hash);
      from = to;
      const said = known.get(hash >>> 0);
      if (said === undefined) continue;
      if (meaning.category(said) !== noCategory) { category = meaning.category(said); end = last; }
      if (meaning.sign(said) !== -1) { sign = meaning.sign(said); signEnd = last; }
    }
    if (category !== noCategory) visit(category, word, end);
    if (sign !== -1) visit(categories.length + sign, word, signEnd);
  }
};
