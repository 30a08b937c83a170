import { eachFeature, eachPhrase, typedWeight } from './features.ts';
import { hashTable } from './hash-table.ts';
import { categories, phraseRows } from './labels.ts';
import { rarityStep } from './model-file.ts';
import type { Model } from './model-file.ts';
import type { ReadText } from './read-text.ts';
import { spellerOf } from './spelling.ts';

/** Rows of the model that a text touches, what each counts and the words it lies in; written over by the next text. */
export interface PresentRows { count: number; readonly rows: Int32Array; readonly values: Float32Array; readonly firsts: Uint16Array; readonly lasts: Uint16Array }

/** More rows than this of one text are left out; the part of a text that is read has fewer. */
export const mostPresent = 16_384;

/** What so many signs of danger count beside all phrases of a category. */
export const signShare = (count: number): number => Math.min(count, 4);

/**
 * Finds the rows of a text, each once: features by rarity, together of length 1; phrases of a category together by the
 * root of their share among all phrases, signs of danger by the root of how many there are, times the weight the model gives
 * phrases.
 */
export const presentRowsOf = (model: Model): ((text: ReadText) => PresentRows) => {
  const known = hashTable(model.hashes);
  const seen = new Uint32Array(phraseRows + model.header.features);
  const counts = new Float32Array(phraseRows);
  const present: PresentRows = { count: 0, rows: new Int32Array(mostPresent), values: new Float32Array(mostPresent), firsts: new Uint16Array(mostPresent), lasts: new Uint16Array(mostPresent) };
  const { rows, values, firsts, lasts } = present;
  let turn = 0, count = 0, squares = 0, phraseWords = 0;
  // made when it is first needed: most texts have their accents
  let spelled: ReturnType<typeof spellerOf> | undefined;

  const add = (row: number, value: number, first: number, last: number): void => {
    if (count === mostPresent) return;
    rows[count] = row; values[count] = value; firsts[count] = first; lasts[count] = last;
    count++;
  };
  const addFeature = (hash: number, weight: number, first: number, last: number): void => {
    const feature = known(hash), row = phraseRows + feature;
    if (feature === -1 || seen[row] === turn) return;
    seen[row] = turn;
    const value = weight * rarityStep * (model.rarity[feature] ?? 0);
    squares += value * value;
    add(row, value, first, last);
  };
  const addSpelled = (hash: number, word: number): void => { addFeature(hash, typedWeight, word, word); };
  const addPhrase = (row: number, first: number, last: number): void => {
    const words = row < categories.length ? 1 + last - first : 1;
    counts[row] = (counts[row] ?? 0) + words;
    if (row < categories.length) phraseWords += words;
    add(row, words, first, last);
  };

  return (text) => {
    turn++; count = 0; squares = 0; phraseWords = 0;
    eachFeature(text, addFeature);
    if (!text.accented) (spelled ??= spellerOf(model.spelling))(text, addSpelled);
    const length = 1 / (Math.sqrt(squares) || 1), features = count;
    for (let i = 0; i < features; i++) values[i] = (values[i] ?? 0) * length;
    counts.fill(0);
    eachPhrase(text, model.phrases, addPhrase);
    for (let i = features; i < count; i++) {
      const row = rows[i] ?? 0, together = counts[row] ?? 1, share = row < categories.length ? together / phraseWords : signShare(together);
      values[i] = model.header.phraseWeight * Math.sqrt(share) * (values[i] ?? 0) / together;
    }
    present.count = count;
    return present;
  };
};
