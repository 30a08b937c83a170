import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import figures from '../../functions/feedback-classification/classifier/figures.json' with { type: 'json' };
import { Classification } from '../../functions/feedback-classification/classifier/classification.ts';
import { readCorpus } from '../../functions/feedback-classification/training/corpus.ts';
import { answered, shareRight } from '../../functions/feedback-classification/training/calibration.ts';
import { headsOn, lessonsOf, schooled, siftedVocabulary } from '../../functions/feedback-classification/training/fit.ts';
import { foldsByStyle, foldsOf, judge, unsaid } from '../../functions/feedback-classification/training/judge.ts';
import { phrasesOf, readLexicon } from '../../functions/feedback-classification/training/lexicon.ts';
import { modelOf } from '../../functions/feedback-classification/training/write-model.ts';

describe('the corpus', () => {
  it('has many styles, nearly every category in each of them, and no style in two hands', () => {
    const corpus = readCorpus(), styles = new Map(corpus.map(({ style, author }) => [style, author]));
    expect(corpus.length).toBeGreaterThan(4500);
    expect(styles.size).toBe(new Set(corpus.map(({ style, author }) => `${author} ${style}`)).size);
    for (const style of styles.keys()) expect(new Set(corpus.filter((text) => text.style === style).map(({ labels }) => labels.category)).size, style).toBeGreaterThanOrEqual(20);
  });
});

describe('training', () => {
  it('gives the figures of the card on a fold of styles it has not seen', () => {
    const phrases = phrasesOf(readLexicon()), corpus = readCorpus(), lessons = lessonsOf(corpus, phrases);
    const [fold] = foldsOf(lessons, foldsByStyle(corpus));
    if (fold === undefined) throw new Error('no fold');
    const school = schooled(fold.learned, phrases), vocabulary = siftedVocabulary(school), heads = headsOn(vocabulary, school, { method: 'logistic+bayes', only: ['category'] });
    const answers = answered(judge(modelOf({ school, vocabulary, heads }, unsaid), fold.held), 'category', 1);
    const styles = new Set(answers.map(({ style }) => style));
    expect(styles.size).toBeGreaterThanOrEqual(4);
    for (const style of styles) {
      const said = figures.byStyle.byStyle.find((each) => each.style === style);
      expect(Math.abs(shareRight(answers.filter((answer) => answer.style === style)) - (said?.accuracy ?? 0)), style).toBeLessThan(0.015);
    }
  });
});

describe('npm run classify', () => {
  it('answers each line', () => {
    const run = join(import.meta.dirname, '../../infra/local/run.mjs'), lines = ['Đèn đường không sáng', '', 'nap ho ga bi mat\r', '\0', 'a'.repeat(65_536), 'không xuống dòng'];
    const said = execFileSync(process.execPath, [run, 'functions/feedback-classification/classifier/classify-lines.ts'], { cwd: join(import.meta.dirname, '../..'), input: Buffer.concat([Buffer.from(lines.join('\n')), Buffer.of(0xff)]) });
    const answers = said.toString().trimEnd().split('\n').map((line) => Classification.parse(JSON.parse(line)));
    expect(answers).toHaveLength(lines.length);
    expect(answers.map(({ category }) => category).slice(0, 3)).toEqual(['lighting', expect.any(String), 'drainage']);
  });
});
