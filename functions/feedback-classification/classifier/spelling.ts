import { eachPlain } from './features.ts';
import { hashTable } from './hash-table.ts';
import { mostWords } from './read-text.ts';
import type { ReadText } from './read-text.ts';

/**
 * How words are written with their accents, for texts that have none: `cho` is most often `cho`, beside `thả` it is `chó`.
 * All are hashes of features: words without accents in rising order, the forms of each with accents (from `begins[n]` on, the
 * most frequent first; 0: none that matters), and pairs of words whose neighbours say another form than the most frequent.
 */
export interface Spelling { readonly words: Uint32Array; readonly begins: Uint32Array; readonly forms: Uint32Array; readonly pairs: Uint32Array; readonly codes: Uint8Array }

/** Of a pair in one byte: which form its first word has and which its last, counted from 1 (0: it does not say), and how sure that is. */
export const pairCode = (first: number, last: number, sure: number): number => (first << 5) | (last << 2) | sure;
export const mostForms = 7, mostSure = 3;

/** Visits the words of a text without accents by what they would be with them: by what their neighbours say most surely, else by what they are most often. */
export const spellerOf = ({ words, begins, forms, pairs, codes }: Spelling): ((text: ReadText, visit: (hash: number, word: number) => void) => void) => {
  const wordAt = hashTable(words), pairAt = hashTable(pairs);
  const known = new Int32Array(mostWords), form = new Uint8Array(mostWords), sureness = new Int8Array(mostWords);
  const hold = (word: number, said: number, sure: number): void => {
    if (said === 0 || sure <= (sureness[word] ?? 0)) return;
    form[word] = said; sureness[word] = sure;
  };
  return (text, visit) => {
    known.fill(-1, 0, text.words); form.fill(1, 0, text.words); sureness.fill(-1, 0, text.words);
    eachPlain(text, (hash, first, last) => {
      if (first === last) { known[first] = wordAt(hash); return; }
      const pair = pairAt(hash);
      if (pair === -1) return;
      const code = codes[pair] ?? 0;
      hold(first, code >> 5, code & 3); hold(last, (code >> 2) & 7, code & 3);
    });
    for (let word = 0; word < text.words; word++) {
      const n = known[word] ?? -1, at = (begins[n] ?? 0) + (form[word] ?? 1) - 1;
      if (n === -1 || at >= (begins[n + 1] ?? 0)) continue;
      const hash = forms[at] ?? 0;
      if (hash !== 0) visit(hash, word);
    }
  };
};
