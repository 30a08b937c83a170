import { eachFeature, eachPhrase, hashBits, typedWeight } from '../classifier/features.ts';
import type { Phrases } from '../classifier/features.ts';
import { hashTable } from '../classifier/hash-table.ts';
import { categories, phraseRows } from '../classifier/labels.ts';
import { rarityStep } from '../classifier/model-file.ts';
import { signShare } from '../classifier/present-rows.ts';
import { readText } from '../classifier/read-text.ts';
import type { ReadText } from '../classifier/read-text.ts';

/** A text read once for all trainings: its features and what each weighs, and by row of the lexicon the share of its phrases. */
export interface Reading { readonly hashes: Uint32Array; readonly weights: Float32Array; readonly phrases: readonly (readonly [row: number, share: number])[] }

/** Visits the words of a text without accents by what they would be with them. */
export type Speller = (text: ReadText, visit: (hash: number, word: number) => void) => void;

export const readingOf = (text: string, phrases: Phrases, spelled: Speller): Reading => {
  const read = readText(text), features = new Map<number, number>(), counts = new Map<number, number>();
  eachFeature(read, (hash, weight) => { if (!features.has(hash)) features.set(hash, weight); });
  if (!read.accented) spelled(read, (hash) => { if (!features.has(hash)) features.set(hash, typedWeight); });
  let all = 0;
  eachPhrase(read, phrases, (row, first, last) => {
    const words = row < categories.length ? 1 + last - first : 1;
    counts.set(row, (counts.get(row) ?? 0) + words);
    if (row < categories.length) all += words;
  });
  return { hashes: Uint32Array.from(features.keys()), weights: Float32Array.from(features.values()), phrases: [...counts].map(([row, count]) => [row, row < categories.length ? count / all : signShare(count)]) };
};

/** Rows of a model and what they count: first what the lexicon says, then features in the order of their hashes, which is their place (-1: unknown). */
export interface Vocabulary { readonly placeOf: (hash: number) => number; readonly hashes: Uint32Array; readonly rarity: Float32Array }

const vocabularyFrom = (features: readonly { readonly hash: number; readonly rarity: number }[]): Vocabulary => {
  const sorted = features.toSorted((a, b) => a.hash - b.hash);
  const hashes = Uint32Array.from(sorted, ({ hash }) => hash);
  return { placeOf: hashTable(hashes), hashes, rarity: Float32Array.from(sorted, ({ rarity }) => rarity) };
};

// 64 MB, made once: each use leaves it empty
let counted: Uint32Array | undefined;

/** Features that stand in `least` texts or more and in less than two of five, by inverse document frequency in whole steps. */
export const vocabularyOf = (readings: readonly Reading[], least: number): Vocabulary => {
  const counts = (counted ??= new Uint32Array(1 << hashBits));
  for (const { hashes } of readings) for (const hash of hashes) counts[hash] = (counts[hash] ?? 0) + 1;
  const features: { hash: number; rarity: number }[] = [];
  for (const { hashes } of readings) for (const hash of hashes) {
    const count = counts[hash] ?? 0;
    counts[hash] = 0;
    if (count >= least && count < readings.length * 0.4) features.push({ hash, rarity: rarityStep * Math.min(255, Math.round(Math.log(readings.length / count) / rarityStep)) });
  }
  return vocabularyFrom(features);
};

/** The `count` features with the greatest worth. */
export const narrowed = ({ hashes, rarity }: Vocabulary, count: number, worth: (row: number) => number): Vocabulary => {
  const order = Array.from(hashes.keys()).map((n) => ({ n, worth: worth(phraseRows + n) })).toSorted((a, b) => b.worth - a.worth).slice(0, count);
  return vocabularyFrom(order.map(({ n }) => ({ hash: hashes[n] ?? 0, rarity: rarity[n] ?? 0 })));
};

/** Rows a text touches and their values: the same as `presentRowsOf` finds at run time. */
export interface Vector { readonly rows: Uint32Array; readonly values: Float32Array }

export const vectorOf = ({ hashes, weights, phrases }: Reading, vocabulary: Vocabulary, phraseWeight: number): Vector => {
  const rows: number[] = [], values: number[] = [];
  let squares = 0;
  for (const [n, hash] of hashes.entries()) {
    const place = vocabulary.placeOf(hash);
    if (place === -1) continue;
    const value = (weights[n] ?? 0) * (vocabulary.rarity[place] ?? 0);
    rows.push(phraseRows + place); values.push(value);
    squares += value * value;
  }
  const length = 1 / (Math.sqrt(squares) || 1);
  for (const [n, value] of values.entries()) values[n] = value * length;
  for (const [row, share] of phrases) { rows.push(row); values.push(phraseWeight * Math.sqrt(share)); }
  return { rows: Uint32Array.from(rows), values: Float32Array.from(values) };
};
