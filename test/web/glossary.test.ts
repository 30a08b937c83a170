import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problems } from '../../shared/contracts/problems.ts';
import { dossierStatuses } from '../../shared/kernel/dossier-status.ts';
import { glossary } from '../../shared/kernel/glossary.ts';
import { transitions } from '../../functions/procedure-submission/transitions.ts';

const root = join(import.meta.dirname, '../..');
const languages = ['vi', 'en'] as const;
type Language = (typeof languages)[number];
type Term = { readonly vi: string; readonly en: string; readonly never?: { readonly vi?: readonly string[]; readonly en?: readonly string[] } };
const terms: readonly (readonly [string, Term])[] = Object.entries(glossary);

/** Every text of the catalogues of the three front ends; of a text with a gap, its source. */
const catalogues = globSync('web/**/*.{vi,en}.ts', { cwd: root });
const textsOf = async (language: Language): Promise<string[]> => {
  const own = catalogues.filter((file) => file.endsWith(`.${language}.ts`));
  const modules = await Promise.all(own.map(async (file) => ((await import(join(root, file))) as Record<Language, Record<string, unknown>>)[language]));
  const told = [...Object.values(problems), ...dossierStatuses.map(({ name }) => name), ...transitions.map(({ name }) => name)].map((text) => text[language]);
  return [...modules.flatMap((texts) => Object.values(texts).map(String)), ...told];
};

/** What functions and components say beside the catalogues: forms, mails, tiles, names of roles. Vietnamese stands in texts only, never in names. */
const sources = globSync(['web/**/*.{ts,tsx}', 'functions/**/*.ts', 'shared/contracts/*.ts'], { cwd: root });
const isWithin = (text: string, words: string): boolean => new RegExp(`(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])`, 'iu').test(text);

describe('one glossary between code and screens', () => {
  test('the catalogues of all front ends are read', () => { expect(catalogues.length).toBeGreaterThan(30); });

  test.each(terms)('%s is on a screen in exactly its words', async (_, term) => {
    for (const language of languages) {
      const texts = await textsOf(language);
      expect(texts.some((text) => text.toLowerCase().includes(term[language].toLowerCase())), `nobody says ${term[language]}`).toBe(true);
    }
  });

  test('no text uses another word for a term', async () => {
    const english = await textsOf('en');
    const vietnamese = sources.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
    const deviations = terms.flatMap(([name, { never = {} }]) => [
      ...(never.en ?? []).flatMap((word) => english.filter((text) => isWithin(text, word)).map((text) => `${name}: ${text}`)),
      ...(never.vi ?? []).flatMap((word) => vietnamese.filter(({ text }) => isWithin(text, word)).map(({ file }) => `${name}: ${word} in ${file}`)),
    ]);
    expect(deviations).toEqual([]);
  });

  test('and the check would notice one', () => {
    expect(isWithin("late: 'Trễ hạn',", 'trễ hạn')).toBe(true);
    expect(isWithin('workdays', 'work day')).toBe(false);
  });
});
