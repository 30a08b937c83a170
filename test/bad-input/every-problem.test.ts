import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldProblems } from '../../shared/contracts/field-problems.ts';
import { problems } from '../../shared/contracts/problems.ts';

const root = join(import.meta.dirname, '../..');
const textOf = (patterns: string[], without: RegExp): string => globSync(patterns, { cwd: root }).filter((path) => !without.test(path)).map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
const tests = textOf(['test/**/*.ts', 'test/**/*.tsx'], /every-problem\.test|\/support\/|fake-/);
const sources = textOf(['functions/**/*.ts', 'shared/**/*.ts', 'web/**/*.ts', 'web/**/*.tsx'], /(^|\/)(field-|answer-)?problems\.ts$|\.gen\.ts$/);
const codes = [...Object.entries(problems), ...Object.entries(fieldProblems)];
const names = (text: string, code: string): boolean => new RegExp(String.raw`(?<![\w.-])${code.replaceAll('.', String.raw`\.`)}(?![\w.-])`).test(text);

describe(`each of the ${codes.length} codes a refusal can carry`, () => {
  test('is given somewhere, and some test meets it', () => {
    expect({ neverGiven: codes.filter(([code]) => !names(sources, code)).map(([code]) => code), neverMet: codes.filter(([code]) => !names(tests, code)).map(([code]) => code) }).toEqual({ neverGiven: [], neverMet: [] });
  });

  test.each(codes)('%s says how to mend it, in both languages', (_, { vi, en }) => {
    expect(vi).toMatch(/hãy|cần|ví dụ|phải|gồm/i);
    expect(vi).toMatch(/[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]/i);
    expect(en).not.toBe(vi);
    for (const sentence of [vi, en]) expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
  });
});

test('a code that only looks like another does not count', () => {
  expect([names("'money.negative'", 'money.negative'), names('money.negative /body', 'money.negative'), names("'import.code-twice'", 'code-twice'), names("'not-found-here'", 'not-found')]).toEqual([true, true, false, false]);
});
