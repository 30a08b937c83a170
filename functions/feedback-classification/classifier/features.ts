import type { ReadText } from './read-text.ts';

/**
 * What a linear model sees of a text: words and pairs of words without accents, words as typed beside them, and runs of three and four
 * letters across them (typos, Telex left-overs, words written together). Everything is a 24-bit hash: no string is made,
 * and of twelve thousand known features one in a thousand unknown ones is taken for a known one.
 */
export const hashBits = 24;

/** What a feature weighs beside a word: there are many runs of letters for one word, and a pair says what a word without accents leaves open. */
const runWeight = 0.25, pairWeight = 1.3, typedWeight = 0.8;

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

/** Visits each feature with its hash, what it weighs and the words it lies in, repeats included. Proper names are passed over. */
export const eachFeature = (text: ReadText, visit: (hash: number, weight: number, first: number, last: number) => void): void => {
  const { typed, plain, starts, ends, names, words, accented } = text;
  for (let word = 0; word < words; word++) {
    if (names[word] === 1) continue;
    const from = starts[word] ?? 0;
    for (let last = word; last <= word + 1 && last < words && names[last] === 0; last++) {
      const to = ends[last] ?? 0;
      visit(mixed(span(plain, from, to, seeds.plain)), last === word ? 1 : pairWeight, word, last);
      if (accented && last === word) visit(mixed(span(typed, from, to, seeds.typed)), typedWeight, word, last);
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

/** Phrases of the lexicon by their hash: as typed, and without accents for texts that have none. */
export interface Phrases { readonly typed: ReadonlyMap<number, number>; readonly plain: ReadonlyMap<number, number> }

/** Words in the longest phrase a lexicon may hold. */
export const longestPhrase = 6;

const phraseSeed = (accents: boolean): number => (accents ? seeds.phrase : ~seeds.phrase);

/** Hash of a phrase that is the whole text, all 32 bits. */
export const phraseHash = ({ typed, plain, starts, ends, words }: ReadText, accents: boolean): number =>
  span(accents ? typed : plain, starts[0] ?? 0, ends[words - 1] ?? 0, phraseSeed(accents)) >>> 0;

/**
 * Visits the phrases that stand in a text, the longest from each word on. A text with accents is read with them
 * (`chợ` is no `chó`), one without is read without.
 */
export const eachPhrase = ({ typed, plain, starts, ends, words, accented }: ReadText, phrases: Phrases, visit: (category: number, first: number, last: number) => void): void => {
  const known = accented ? phrases.typed : phrases.plain, units = accented ? typed : plain, seed = phraseSeed(accented);
  for (let word = 0; word < words; word++) {
    let hash = seed, from = starts[word] ?? 0, found = -1, end = word;
    for (let last = word; last < words && last < word + longestPhrase; last++) {
      const to = ends[last] ?? 0;
      hash = span(units, from, to, hash);
      from = to;
      const category = known.get(hash >>> 0);
      if (category !== undefined) { found = category; end = last; }
    }
    if (found !== -1) visit(found, word, end);
  }
};
