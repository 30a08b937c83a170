import type { PresentRows } from './present-rows.ts';
import type { ReadText } from './read-text.ts';

/** A word longer than `letters` is a web address or a slip of the hand. */
const most = { words: 8, runs: 4, letters: 30 };

/** Positions of the greatest weights above 0, greatest first. */
const heaviest = (weights: Float32Array): number[] => {
  const found: number[] = [];
  for (let word = 0; word < weights.length; word++) {
    const weight = weights[word] ?? 0;
    if (weight <= 0 || (found.length === most.words && weight <= (weights[found.at(-1) ?? 0] ?? 0))) continue;
    if (found.length === most.words) found.pop();
    let at = found.length;
    while (at > 0 && (weights[found[at - 1] ?? 0] ?? 0) < weight) at--;
    found.splice(at, 0, word);
  }
  return found;
};

/**
 * The words that weighed most, as they were written; neighbours are given together (`nắp hố ga`), and only words that
 * weighed a tenth of the heaviest or more.
 */
export const wordsBehind = (text: ReadText, present: PresentRows, weightOf: (row: number) => number): string[] => {
  const { source, places, closes } = text;
  const weighed = new Float32Array(text.words);
  for (let i = 0; i < present.count; i++) {
    const first = present.firsts[i] ?? 0, last = present.lasts[i] ?? 0;
    const part = (present.values[i] ?? 0) * weightOf(present.rows[i] ?? 0) / (1 + last - first);
    for (let word = first; word <= last; word++) if ((closes[word] ?? 0) - (places[word] ?? 0) <= most.letters) weighed[word] = (weighed[word] ?? 0) + part;
  }
  const weight = (word: number): number => weighed[word] ?? 0;
  const heavy = heaviest(weighed);
  const least = weight(heavy[0] ?? 0) / 10;
  const runs: { first: number; last: number; weight: number }[] = [];
  for (const word of heavy.filter((each) => weight(each) >= least).toSorted((a, b) => a - b)) {
    const before = runs.at(-1);
    // one space between them and nothing else: a run is a part of the text
    if (before !== undefined && before.last === word - 1 && source.slice(closes[word - 1], places[word]) === ' ') {
      before.last = word; before.weight += weight(word);
    } else runs.push({ first: word, last: word, weight: weight(word) });
  }
  const said = runs.toSorted((a, b) => b.weight - a.weight).map(({ first, last }) => source.slice(places[first], closes[last]));
  return [...new Map(said.map((words) => [words.toLowerCase(), words])).values()].slice(0, most.runs);
};
