import { eachFeature, eachPhrase } from './features.ts';
import { categories } from './labels.ts';
import { rarityStep } from './model-file.ts';
import type { Model } from './model-file.ts';
import type { ReadText } from './read-text.ts';

/** Rows of the model that a text touches, what each counts and the words it lies in; written over by the next text. */
export interface PresentRows { count: number; readonly rows: Int32Array; readonly values: Float32Array; readonly firsts: Uint16Array; readonly lasts: Uint16Array }

/** More rows than this of one text are left out; the part of a text that is read has fewer. */
export const mostPresent = 16_384;

/**
 * Features to their rows, -1 where unknown: open addressing over two bytes a slot, which stays in the processor's cache
 * (a Map of fourteen thousand numbers is five times slower to read, and most features of a text are unknown).
 */
const rowTable = (hashes: Uint32Array, offset: number): ((hash: number) => number) => {
  const slots = 1 << Math.ceil(Math.log2(hashes.length * 4 + 2)), mask = slots - 1;
  // 0 is an empty slot, n + 1 the n-th feature
  const features = new Uint16Array(slots);
  for (let n = 0; n < hashes.length; n++) {
    let slot = (hashes[n] ?? 0) & mask;
    while (features[slot] !== 0) slot = (slot + 1) & mask;
    features[slot] = n + 1;
  }
  return (hash) => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const feature = features[slot] ?? 0;
      if (feature === 0) return -1;
      if (hashes[feature - 1] === hash) return feature - 1 + offset;
    }
  };
};

/**
 * Finds the rows of a text, each once: features by rarity, together of length 1; phrases of a category together by the
 * root of their share among all phrases, times the weight the model gives phrases.
 */
export const presentRowsOf = (model: Model): ((text: ReadText) => PresentRows) => {
  const known = rowTable(model.hashes, categories.length);
  const seen = new Uint32Array(categories.length + model.header.features);
  const counts = new Float32Array(categories.length);
  const present: PresentRows = { count: 0, rows: new Int32Array(mostPresent), values: new Float32Array(mostPresent), firsts: new Uint16Array(mostPresent), lasts: new Uint16Array(mostPresent) };
  const { rows, values, firsts, lasts } = present;
  let turn = 0, count = 0, squares = 0, phraseWords = 0;

  const add = (row: number, value: number, first: number, last: number): void => {
    if (count === mostPresent) return;
    rows[count] = row; values[count] = value; firsts[count] = first; lasts[count] = last;
    count++;
  };
  const addFeature = (hash: number, weight: number, first: number, last: number): void => {
    const row = known(hash);
    if (row === -1 || seen[row] === turn) return;
    seen[row] = turn;
    const value = weight * rarityStep * (model.rarity[row - categories.length] ?? 0);
    squares += value * value;
    add(row, value, first, last);
  };
  const addPhrase = (category: number, first: number, last: number): void => {
    const words = 1 + last - first;
    counts[category] = (counts[category] ?? 0) + words;
    phraseWords += words;
    add(category, words, first, last);
  };

  return (text) => {
    turn++; count = 0; squares = 0; phraseWords = 0;
    eachFeature(text, addFeature);
    const length = 1 / (Math.sqrt(squares) || 1), features = count;
    for (let i = 0; i < features; i++) values[i] = (values[i] ?? 0) * length;
    counts.fill(0);
    eachPhrase(text, model.phrases, addPhrase);
    for (let i = features; i < count; i++) {
      const together = counts[rows[i] ?? 0] ?? 1;
      values[i] = model.header.phraseWeight * Math.sqrt(together / phraseWords) * (values[i] ?? 0) / together;
    }
    present.count = count;
    return present;
  };
};
