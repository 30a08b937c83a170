import { eachPlain, longestPhrase, phraseHash, typedHash } from '../classifier/features.ts';
import type { Phrases } from '../classifier/features.ts';
import { readText } from '../classifier/read-text.ts';
import { mostForms, mostSure, pairCode } from '../classifier/spelling.ts';
import type { Spelling } from '../classifier/spelling.ts';
import { lowerBound } from './lower-bound.ts';

/** How often a word without accents was met in each form with them. */
type Forms = Map<number, number>;
interface Pair { readonly words: readonly [first: number, last: number]; readonly forms: readonly [Forms, Forms]; count: number }
/** What was met in texts with accents: words, and pairs of words. */
export interface Met { readonly words: ReadonlyMap<number, Forms>; readonly pairs: ReadonlyMap<number, Pair> }

/** Fewer than this say nothing: a slip of the hand, a name. */
export const leastMet = 2;

const add = (forms: Forms, form: number): void => { forms.set(form, (forms.get(form) ?? 0) + 1); };
const most = (forms: Forms): { readonly form: number; readonly count: number } => {
  let best = { form: 0, count: 0 };
  for (const [form, count] of forms) if (count > best.count) best = { form, count };
  return best;
};

export const metIn = (texts: readonly string[]): Met => {
  const words = new Map<number, Forms>(), pairs = new Map<number, Pair>();
  for (const text of texts) {
    const read = readText(text);
    if (!read.accented) continue;
    const typed = Array.from({ length: read.words }, (_, word) => typedHash(read, word)), plain = new Uint32Array(read.words);
    eachPlain(read, (hash, first, last) => { if (first === last) plain[first] = hash; });
    eachPlain(read, (hash, first, last) => {
      if (first === last) {
        const forms = words.get(hash) ?? new Map<number, number>();
        words.set(hash, forms);
        add(forms, typed[first] ?? 0);
        return;
      }
      const pair = pairs.get(hash) ?? { words: [plain[first] ?? 0, plain[last] ?? 0], forms: [new Map(), new Map()], count: 0 };
      pairs.set(hash, pair);
      pair.count++;
      add(pair.forms[0], typed[first] ?? 0); add(pair.forms[1], typed[last] ?? 0);
    });
  }
  return { words, pairs };
};

const sum = (forms: Forms): number => [...forms.values()].reduce((all, count) => all + count, 0);

/** What of it tells forms apart, as far as they are known: a pair is kept where a word beside the other has another form than most often. */
export const spellingOf = ({ words, pairs }: Met, known: (form: number) => boolean = () => true): Spelling => {
  const formsOf = new Map<number, readonly number[]>();
  for (const [word, met] of words) {
    if (sum(met) < leastMet) continue;
    const forms = [...new Set([...met].toSorted((a, b) => b[1] - a[1]).map(([form]) => (known(form) ? form : 0)))].slice(0, mostForms);
    if (forms.some((form) => form !== 0)) formsOf.set(word, forms);
  }
  /** Which form it is, from 1; 0 where it is the most frequent or too rare to be one. */
  const said = (word: number, form: number): number => {
    const at = formsOf.get(word)?.indexOf(known(form) ? form : 0) ?? -1;
    return at <= 0 ? 0 : at + 1;
  };
  const codes = new Map<number, number>();
  for (const [hash, { words: [first, last], forms, count }] of pairs) {
    if (count < leastMet) continue;
    const a = most(forms[0]), b = most(forms[1]), saidFirst = said(first, a.form), saidLast = said(last, b.form);
    // as sure as the less sure of its two words
    if (saidFirst + saidLast > 0) codes.set(hash, pairCode(saidFirst, saidLast, Math.floor(mostSure * lowerBound(Math.min(a.count, b.count), count) + 0.5)));
  }
  const sorted = [...formsOf.keys()].toSorted((a, b) => a - b), begins = new Uint32Array(sorted.length + 1), pairsSorted = [...codes.keys()].toSorted((a, b) => a - b);
  for (const [n, word] of sorted.entries()) begins[n + 1] = (begins[n] ?? 0) + (formsOf.get(word)?.length ?? 0);
  return {
    words: Uint32Array.from(sorted), begins, forms: Uint32Array.from(sorted.flatMap((word) => formsOf.get(word) ?? [])),
    pairs: Uint32Array.from(pairsSorted), codes: Uint8Array.from(pairsSorted, (pair) => codes.get(pair) ?? 0),
  };
};

/** Of what a phrase without accents is taken for, this share must have been it: `cho` is a dog once in twenty times. */
const leastMeant = 0.6;

/** The lexicon without those phrases that without accents are most often something else. */
export const phrasesMeantIn = (texts: readonly string[], phrases: Phrases): Phrases => {
  const taken = new Map<number, { meant: number; all: number }>();
  for (const text of texts) {
    const read = readText(text);
    if (!read.accented) continue;
    for (let first = 0; first < read.words; first++) for (let last = first; last < Math.min(read.words, first + longestPhrase); last++) {
      const bare = phraseHash(read, false, { first, last }), said = phrases.plain.get(bare);
      if (said === undefined) continue;
      const counts = taken.get(bare) ?? { meant: 0, all: 0 };
      taken.set(bare, counts);
      counts.all++;
      if (phrases.typed.get(phraseHash(read, true, { first, last })) === said) counts.meant++;
    }
  }
  const plain = new Map(phrases.plain);
  for (const [bare, { meant, all }] of taken) if (meant < all * leastMeant) plain.delete(bare);
  return { typed: phrases.typed, plain };
};
