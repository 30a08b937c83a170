import { describe, expect, it } from 'vitest';
import { classify, modelFile } from '../../functions/feedback-classification/classifier/classify.ts';
import { typedHash } from '../../functions/feedback-classification/classifier/features.ts';
import { readModel } from '../../functions/feedback-classification/classifier/model-file.ts';
import { readText } from '../../functions/feedback-classification/classifier/read-text.ts';
import { spellerOf } from '../../functions/feedback-classification/classifier/spelling.ts';
import { phrasesOf, readLexicon } from '../../functions/feedback-classification/training/lexicon.ts';
import { metIn, phrasesMeantIn, spellingOf } from '../../functions/feedback-classification/training/spellings.ts';
import { readingOf } from '../../functions/feedback-classification/training/vocabulary.ts';

const texts = ['con chó dữ', 'con chó vàng', 'cho tôi hỏi', 'cho tôi biết', 'cho tôi xin', 'gửi cho tôi', 'đi chợ sớm', 'đi chợ khuya'];
const met = metIn(texts);
const hashOf = (word: string): number => typedHash(readText(word), 0);
/** Of a text without accents the words that were taken for one of these. */
const spelledAs = (text: string, forms: readonly string[], spelled = spellerOf(spellingOf(met))): string[] => {
  const names = new Map(forms.map((form) => [hashOf(form), form])), found: string[] = [];
  spelled(readText(text), (hash) => { found.push(names.get(hash) ?? '?'); });
  return found;
};

describe('a text without accents', () => {
  it('is read as its words are written beside their neighbours, and else as they are most often', () => {
    const forms = ['con', 'chó', 'cho', 'chợ', 'tôi', 'đi'];
    expect(spelledAs('con cho', forms)).toEqual(['con', 'chó']);
    expect(spelledAs('cho toi', forms)).toEqual(['cho', 'tôi']);
    expect(spelledAs('di cho', forms)).toEqual(['đi', 'chợ']);
    expect(spelledAs('xxx cho', forms)).toEqual(['cho']);
    // met once, or never
    expect(spelledAs('khuya drone', [...forms, 'khuya'])).toEqual([]);
  });

  it('is told nothing of forms that no feature stands for', () => {
    const known = new Set(['chó', 'tôi'].map(hashOf)), spelled = spellerOf(spellingOf(met, (form) => known.has(form)));
    expect(spelledAs('con cho', ['chó'], spelled)).toEqual(['chó']);
    expect(spelledAs('di cho', ['chó'], spelled)).toEqual([]);
    expect(spelledAs('cho toi', ['chó', 'tôi'], spelled)).toEqual(['tôi']);
  });

  it('is taken for no phrase that is most often another without accents', () => {
    const all = phrasesOf(readLexicon()), kept = phrasesMeantIn(texts, all), unspelled = (): void => undefined;
    const said = (text: string, phrases: Pick<typeof all, 'typed' | 'plain'>): number => readingOf(text, phrases, unspelled).phrases.length;
    expect([said('cho', all), said('cho', kept), said('chó', kept), said('cho tha rong', kept)]).toEqual([1, 0, 1, 1]);
  });

  it('is read by the published model as what it means', () => {
    const { spelling, hashes } = readModel(modelFile()), known = new Set(hashes);
    expect(spelling.pairs.length).toBeGreaterThan(5000);
    expect(spelling.forms.every((form) => form === 0 || known.has(form))).toBe(true);
    expect(spelling.begins.at(-1)).toBe(spelling.forms.length);
    for (const [text, category] of [['cho cua nha ben can nguoi', 'animals'], ['cho hoi chua thay ai don dep cai cho nay', 'waste']] as const) expect([text, [classify(text).category, ...classify(text).alternatives.map((other) => other.category)].includes(category)]).toEqual([text, true]);
  });
});

describe('a sign of danger', () => {
  it('stands beside what a phrase says of its category, and counts with each more', () => {
    const phrases = phrasesOf(readLexicon()), rows = (text: string): (readonly [number, number])[] => readingOf(text, phrases, () => undefined).phrases.toSorted((a, b) => a[0] - b[0]).map(([row, share]) => [row, share] as const);
    // 'đuối nước' speaks for a category and is a sign; 'bất tỉnh' is a sign alone
    expect(rows('đuối nước').map(([row]) => row)).toEqual([21, 23]);
    expect(rows('bất tỉnh, bất tỉnh')).toEqual([[23, 2]]);
  });
});
