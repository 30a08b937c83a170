import { eachFeature, eachPhrase, hashBits } from '../classifier/features.ts';
import type { Phrases } from '../classifier/features.ts';
import { categories } from '../classifier/labels.ts';
import { rarityStep } from '../classifier/model-file.ts';
import { readText } from '../classifier/read-text.ts';

/** A text read once for all trainings: its features and what each weighs, and per category of the lexicon its share of phrases. */
export interface Reading { readonly hashes: Uint32Array; readonly weights: Float32Array; readonly phrases: readonly (readonly [category: number, share: number])[] }

export const readingOf = (text: string, phrases: Phrases): Reading => {
  const read = readText(text), features = new Map<number, number>(), counts = new Map<number, number>();
  eachFeature(read, (hash, weight) => { if (!features.has(hash)) features.set(hash, weight); });
  let all = 0;
  eachPhrase(read, phrases, (category, first, last) => {
    counts.set(category, (counts.get(category) ?? 0) + 1 + last - first);
    all += 1 + last - first;
  });
  return { hashes: Uint32Array.from(features.keys()), weights: Float32Array.from(features.values()), phrases: [...counts].map(([category, words]) => [category, words / all]) };
};

/** Rows of a model and what they count: first one a category of the lexicon, then features in the order of their hashes. */
export interface Vocabulary { readonly rowOf: ReadonlyMap<number, number>; readonly hashes: Uint32Array; readonly rarity: Float32Array }

const vocabularyFrom = (features: readonly { readonly hash: number; readonly rarity: number }[]): Vocabulary => {
  const sorted = features.toSorted((a, b) => a.hash - b.hash);
  return { rowOf: new Map(sorted.map(({ hash }, n) => [hash, categories.length + n])), hashes: Uint32Array.from(sorted, ({ hash }) => hash), rarity: Float32Array.from(sorted, ({ rarity }) => rarity) };
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
  const order = Array.from(hashes.keys()).map((n) => ({ n, worth: worth(categories.length + n) })).toSorted((a, b) => b.worth - a.worth).slice(0, count);
  return vocabularyFrom(order.map(({ n }) => ({ hash: hashes[n] ?? 0, rarity: rarity[n] ?? 0 })));
};

/** Rows a text touches and their values: the same as `presentRowsOf` finds at run time. */
export interface Vector { readonly rows: Uint32Array; readonly values: Float32Array }

export const vectorOf = ({ hashes, weights, phrases }: Reading, vocabulary: Vocabulary, phraseWeight: number): Vector => {
  const rows: number[] = [], values: number[] = [];
  let squares = 0;
  for (const [n, hash] of hashes.entries()) {
    const row = vocabulary.rowOf.get(hash);
    if (row === undefined) continue;
    const value = (weights[n] ?? 0) * (vocabulary.rarity[row - categories.length] ?? 0);
    rows.push(row); values.push(value);
    squares += value * value;
  }
  const length = 1 / (Math.sqrt(squares) || 1);
  for (const [n, value] of values.entries()) values[n] = value * length;
  for (const [category, share] of phrases) { rows.push(category); values.push(phraseWeight * Math.sqrt(share)); }
  return { rows: Uint32Array.from(rows), values: Float32Array.from(values) };
};
