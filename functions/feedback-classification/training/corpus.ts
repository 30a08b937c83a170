import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import { categories, outOfScopeKinds, urgencies } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';

export const corpusFolder = join(import.meta.dirname, 'corpus');

/** One line of the corpus; short keys, since there are thousands. */
const Line = z.strictObject({
  /** the text */
  t: z.string().min(1),
  /** the category a dispatcher would choose, and others another good one could */
  c: z.enum(categories), a: z.array(z.enum(categories)).optional(),
  u: z.enum(urgencies).exclude(['ordinary']).optional(), o: z.enum(outOfScopeKinds).exclude(['none']).optional(),
});

export interface LabelledText {
  readonly text: string;
  readonly labels: Readonly<Record<Question, string>>;
  /** The category and what else is no mistake. */
  readonly accepted: readonly string[];
  /** Whose way of writing it is: a style is learned from or judged on, never both. */
  readonly style: string;
  /** The hand behind several styles. */
  readonly author: string;
}

const textsOf = (file: string, seen: Map<string, string>): LabelledText[] => {
  const name = basename(file, '.jsonl'), [author = '', ...words] = name.split('-');
  return readFileSync(file, 'utf8').split('\n').flatMap((line, n): LabelledText[] => {
    if (line.trim() === '') return [];
    const where = `${name}:${n + 1}`;
    const { t, c, a = [], u, o } = Line.parse(JSON.parse(line), { error: () => where });
    const key = fold(t).replaceAll(/\W+/g, ' ').trim(), before = seen.get(key);
    if (before !== undefined) throw new Error(`${where} repeats ${before}`);
    seen.set(key, where);
    return [{ text: t, labels: { category: c, urgency: u ?? 'ordinary', outOfScope: o ?? 'none' }, accepted: [...new Set([c, ...a])], style: words.join('-'), author }];
  });
};

/** Files `<author>-<style>.jsonl` in the order of their names. Throws with file and line where a line is malformed or stands twice. */
export const readCorpus = (folder = corpusFolder): LabelledText[] => {
  const seen = new Map<string, string>();
  return readdirSync(folder).filter((file) => file.endsWith('.jsonl')).toSorted().flatMap((file) => textsOf(join(folder, file), seen));
};
