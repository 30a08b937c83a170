import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import figures from '../../functions/feedback-classification/classifier/figures.json' with { type: 'json' };
import { Classification } from '../../functions/feedback-classification/classifier/classification.ts';
import { classifierOf } from '../../functions/feedback-classification/classifier/classifier-of.ts';
import { classify, modelFile } from '../../functions/feedback-classification/classifier/classify.ts';
import { linesOf, longestLine } from '../../functions/feedback-classification/classifier/lines.ts';
import { headerHash, ModelHeader, readModel, sha256 } from '../../functions/feedback-classification/classifier/model-file.ts';
import { readText } from '../../functions/feedback-classification/classifier/read-text.ts';
import { classifierAims, classifierLimits } from '../budgets/limits.ts';
import { readCorpus } from '../../functions/feedback-classification/training/corpus.ts';
import type { LabelledText } from '../../functions/feedback-classification/training/corpus.ts';
import { modelCard } from '../../functions/feedback-classification/training/model-card.ts';
import type { Figures } from '../../functions/feedback-classification/training/model-card.ts';
import { corpusHash } from '../../functions/feedback-classification/training/train-model.ts';

const card = readFileSync(new URL('../../functions/feedback-classification/classifier/MODEL-CARD.md', import.meta.url), 'utf8');

let corpus: LabelledText[];
/** Every seventh text: all styles and categories, in a tenth of a second. */
let sample: LabelledText[];
beforeAll(() => {
  corpus = readCorpus();
  sample = corpus.filter((_, n) => n % 7 === 0);
});

const hostile = [
  '', ' ', '\n', 'a', '🙂🙂🙂', '\0', 'rác\0đầy\0đường', '\uD800 đèn', '\u202Erác', '١٢٣', '漢字', 'Ж', '.'.repeat(70_000), 'a'.repeat(70_000), 'rác '.repeat(20_000), 'ĐÈN ĐƯỜNG KHÔNG SÁNG', '0'.repeat(65_536),
  'đèn đường'.normalize('NFD'), 'ế'.repeat(5000).normalize('NFD'), '\u0301\u0301\u0301', '<script>alert(1)</script>', '{"category":"roads"}',
];

describe('an answer', () => {
  it('is a classification whatever the text', () => {
    for (const text of hostile) expect(Classification.safeParse(classify(text)).error, JSON.stringify(text.slice(0, 30))).toBeUndefined();
    for (const { text } of sample) expect(Classification.safeParse(classify(text)).success).toBe(true);
  });

  it('is left to a person when nothing can be read', () => {
    for (const text of ['', ' ', '🙂🙂🙂', '\0', '漢字 漢字']) expect(classify(text)).toMatchObject({ abstained: true, because: [], urgency: 'ordinary', outOfScope: 'none' });
  });

  it('gives words that stand in the text as they were written', () => {
    for (const { text } of sample) {
      const { because } = classify(text);
      for (const words of because) expect(text.normalize('NFC')).toContain(words);
    }
    expect(classify('Nắp hố ga trước nhà tôi bị bể').because.join(' ')).toContain('Nắp hố ga');
  });

  it('does not depend on accents, capitals or how accents are encoded', () => {
    const same = sample.filter(({ text }) => classify(text).category === classify(fold(text)).category);
    expect(same.length / sample.length).toBeGreaterThanOrEqual(0.98);
    for (const { text } of sample.slice(0, 50)) expect(classify(text.normalize('NFD'))).toEqual(classify(text));
    for (const text of ['đèn đường không sáng', 'ĐÈN ĐƯỜNG KHÔNG SÁNG', 'den duong khong sang', 'DEN DUONG KHONG SANG']) expect(classify(text).category).toBe('lighting');
  });

  it('does not depend on what was asked before', () => {
    const before = sample.slice(0, 40).map(({ text }) => classify(text));
    expect(sample.slice(0, 40).toReversed().map(({ text }) => classify(text)).toReversed()).toEqual(before);
  });

  it('orders alternatives, never the category itself, by a confidence below its own', () => {
    for (const { text } of sample) {
      const { category, confidence, alternatives } = classify(text), said = alternatives.map((other) => other.confidence);
      expect(alternatives.map((other) => other.category)).not.toContain(category);
      expect(said).toEqual(said.toSorted((a, b) => b - a));
      expect(Math.max(0, ...said)).toBeLessThanOrEqual(confidence);
    }
  });
});

describe('reading a text', () => {
  it('takes words apart, folds them and passes over proper names', () => {
    const { words, names, source, places, closes } = readText('Rác ở đường Nguyễn Trãi. Kênh 12 bốc mùi, gần cầu Xáng');
    const named = Array.from({ length: words }, (_, n) => n).filter((n) => names[n] === 1).map((n) => source.slice(places[n], closes[n]));
    expect(named).toEqual(['Nguyễn', 'Trãi', 'Xáng']);
    expect(words).toBe(12);
  });

  it('takes no word for a name where all is written in capitals', () => {
    const { names, words } = readText('CẦU XÁNG BỊ GÃY');
    expect(Array.from(names.subarray(0, words))).toEqual([0, 0, 0, 0]);
  });

  it('reads beginning and end of a long text', () => {
    const middle = 'tôi ở đây lâu rồi. '.repeat(400);
    expect(classify(`${middle}Nay bãi rác trước nhà không ai thu gom, rác thải chất đống.`).category).toBe('waste');
    expect(classify(`Bãi rác trước nhà không ai thu gom, rác thải chất đống. ${middle}`).category).toBe('waste');
  });
});

describe('the model’s file', () => {
  it('is small, and is what its card and figures speak of', () => {
    const file = modelFile(), { header } = readModel(file);
    expect(file.length).toBeLessThanOrEqual(classifierLimits.kilobytes * 1024);
    expect({ sha256: sha256(file), bytes: file.length }).toEqual(figures.model);
    expect(card).toBe(modelCard(header, figures as unknown as Figures));
  });

  it('is right as often as was asked on styles it has not seen, and nearly as often without accents', () => {
    for (const { accuracy, surest70 } of [figures.byStyle, figures.byAuthor]) {
      expect(accuracy).toBeGreaterThanOrEqual(classifierAims.right);
      expect(surest70).toBeGreaterThanOrEqual(classifierAims.surest70);
    }
    expect(figures.byStyle.accuracy - figures.byStyle.plain).toBeLessThanOrEqual(classifierAims.lost);
  });

  it('was learned from the corpus that lies here', () => {
    expect(readModel(modelFile()).header.corpus).toEqual({ sha256: corpusHash(corpus), authored: corpusHash(corpus), texts: corpus.length, corrections: 0 });
  });

  const refusal = (file: Uint8Array): string => {
    try {
      readModel(file);
    } catch (error) {
      if (error instanceof DomainError) return error.code;
    }
    return 'was read';
  };

  it('is refused when any byte of it is another, or it is cut or empty', () => {
    const file = modelFile(), end = file.indexOf(10);
    const places = [0, 1, 40, 200, end - 70, end - 2, end, end + 1, end + 5000, file.length - 1, ...Array.from({ length: 40 }, (_, n) => Math.floor(n * end / 40))];
    for (const place of places) {
      const altered = Uint8Array.from(file);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(refusal(altered), `byte ${place}`).toBe('classifier-model-unusable');
    }
    for (const cut of [file.subarray(0, file.length - 1), file.subarray(0, end), new Uint8Array(), new Uint8Array(500)]) expect(refusal(cut)).toBe('classifier-model-unusable');
  });

  it('is refused when its header is whole but speaks of other labels or lengths', () => {
    const file = modelFile(), end = file.indexOf(10), header = readModel(file).header;
    const resigned = (change: Partial<ModelHeader>): Uint8Array => {
      const said = { ...header, ...change };
      return Buffer.concat([Buffer.from(`${JSON.stringify({ ...said, sha256: headerHash(said) })}\n`), file.subarray(end + 1)]);
    };
    expect(refusal(resigned({}))).toBe('was read');
    expect(refusal(resigned({ features: header.features + 1 }))).toBe('classifier-model-unusable');
    expect(refusal(resigned({ thresholds: header.thresholds.slice(1) }))).toBe('classifier-model-unusable');
    expect(refusal(resigned({ heads: { ...header.heads, urgency: header.heads.outOfScope } }))).toBe('classifier-model-unusable');
  });

  it('loads a second time to the same answers', () => {
    const again = classifierOf(readModel(modelFile()));
    for (const { text } of sample.slice(0, 30)) expect(again(text)).toEqual(classify(text));
  });
});

describe('lines from standard input', () => {
  const chunked = async function* (bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const linesFrom = async (bytes: Uint8Array, size: number): Promise<string[]> => {
    const all: string[] = [];
    for await (const lines of linesOf(chunked(bytes, size))) all.push(...lines);
    return all;
  };

  it.each([1, 2, 3, 7, 1000])('are whole however the bytes arrive, %i at a time', async (size) => {
    const text = '\uFEFFĐường hư\r\n\nrác\0\u2028đầy\n🙂 không xuống dòng';
    expect(await linesFrom(Buffer.from(text), size)).toEqual(['Đường hư', '', 'rác\0\u2028đầy', '🙂 không xuống dòng']);
  });

  it('survive what is no UTF-8, nothing at all and a line of many megabytes', async () => {
    expect(await linesFrom(Uint8Array.of(0xff, 0x72, 0xc3, 10, 0xe1), 2)).toEqual(['\uFFFDr\uFFFD', '\uFFFD']);
    expect(await linesFrom(new Uint8Array(), 1)).toEqual([]);
    const [line = '', next] = await linesFrom(Buffer.concat([Buffer.alloc(4_000_000, 'a'), Buffer.from('\nrác')]), 65_536);
    expect(line.length).toBeLessThanOrEqual(2 * longestLine + 65_536);
    expect(next).toBe('rác');
  });
});
