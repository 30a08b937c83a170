import { describe, expect, it } from 'vitest';
import { answered, bandsOf, calibrationError, covered, never, surest, temperatureOf, thresholdsOf } from '../../functions/feedback-classification/training/calibration.ts';
import { lowerBound } from '../../functions/feedback-classification/training/lower-bound.ts';
import type { Answered } from '../../functions/feedback-classification/training/calibration.ts';
import type { Judged } from '../../functions/feedback-classification/training/judge.ts';
import { categories } from '../../functions/feedback-classification/classifier/labels.ts';
import { seeded } from '../../functions/feedback-classification/training/seeded.ts';
import { shifted, shiftsOf } from '../../functions/feedback-classification/training/shifts.ts';
import { phrasesOf, readLexicon } from '../../functions/feedback-classification/training/lexicon.ts';

/** Answers of a model that is right as often as it says, in the given shares of sureness. */
const honest = (count: number): Answered[] => {
  const random = seeded(3);
  return Array.from({ length: count }, (_, n) => {
    const confidence = 0.3 + 0.7 * random();
    return { guess: n % 2, confidence, right: random() < confidence, style: 's', own: n % 2 };
  });
};

/** Scores whose shares are right as often as they say once they are divided by `heat`. */
const overheated = (heat: number): Judged[] => {
  const random = seeded(5);
  return Array.from({ length: 1200 }, () => {
    const wins = random() * 3, share = Math.exp(wins) / (Math.exp(wins) + 21), own = random() < share ? 0 : 1 + Math.floor(random() * 21), category = categories[own] ?? 'other';
    return {
      text: { text: '', labels: { category, urgency: 'ordinary', outOfScope: 'none' }, accepted: [category], style: 's', author: 'a' },
      scores: { category: categories.map((_, k) => (k === 0 ? wins * heat : 0)), urgency: [1, 0, 0], outOfScope: [1, 0, 0, 0, 0, 0, 0, 0] }, plain: [],
    };
  });
};

describe('confidence', () => {
  it('is brought back to what is right by one temperature', () => {
    for (const heat of [0.5, 2]) {
      const judged = overheated(heat), temperature = temperatureOf(judged, 'category');
      expect(temperature / heat).toBeGreaterThan(0.87);
      expect(temperature / heat).toBeLessThan(1.15);
      expect(calibrationError(answered(judged, 'category', temperature))).toBeLessThan(0.04);
    }
  });

  it('falls into bands whose counts add up', () => {
    const answers = honest(5000), bands = bandsOf(answers);
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    for (const { count, confidence, accuracy } of bands.filter(({ count }) => count > 0)) expect(Math.abs(confidence - accuracy) * Math.sqrt(count)).toBeLessThan(2);
  });
});

describe('leaving to a person', () => {
  it('begins where the lower bound of what was right falls under what is wanted', () => {
    const answers = honest(8000), thresholds = thresholdsOf(answers, 2, 0.9), { accuracy, coverage } = covered(answers, thresholds);
    expect(accuracy).toBeGreaterThanOrEqual(0.9);
    expect(coverage).toBeGreaterThan(0.15);
    expect(surest(answers, coverage)).toBeCloseTo(accuracy, 1);
  });

  it('is for every answer where none may be trusted', () => {
    const wrong = honest(500).map((answer) => ({ ...answer, right: false }));
    for (const threshold of thresholdsOf(wrong, 2, 0.9)) expect(threshold).toBeCloseTo((0.95 + never) / 2, 2);
  });

  it('knows the bounds of Wilson’s table', () => {
    // Wilson 1927, 95 %: 8 of 10, 80 of 100, 0 of 10, all of 20
    for (const [right, all, bound] of [[8, 10, 0.4902], [80, 100, 0.7112], [0, 10, 0], [20, 20, 0.8389]] as const) expect(lowerBound(right, all)).toBeCloseTo(bound, 3);
    expect(lowerBound(0, 0)).toBe(0);
  });
});

describe('rare labels', () => {
  it('are lifted to where they are overlooked least, an emergency before all, and others stay', () => {
    // of thirty emergencies half score a little too low; nothing else comes near
    const judged = Array.from({ length: 300 }, (_, n): Judged => {
      const urgency = n < 30 ? 'emergency' : 'ordinary';
      return { text: { text: '', labels: { category: 'other', urgency, outOfScope: 'none' }, accepted: ['other'], style: 's', author: 'a' }, scores: { category: [], urgency: [1, -5, n < 15 ? 2 : n < 30 ? 0.4 : -3], outOfScope: [1, 0, 0, 0, 0, 0, 0, 0] }, plain: [] };
    });
    const shifts = shiftsOf(judged), called = (all: readonly Judged[]): number => answered(all, 'urgency', 1).filter(({ guess }) => guess === 2).length;
    expect(shifts).toEqual({ urgency: [0, 0, 0.75], outOfScope: [0, 0, 0, 0, 0, 0, 0, 0] });
    expect([called(judged), called(shifted(judged, shifts))]).toEqual([15, 30]);
  });
});

describe('the lexicon', () => {
  it('takes a phrase once, and none that is two without accents', () => {
    const lexicon = { ...Object.fromEntries(categories.map((category) => [category, [category]])), urgent: [], emergency: [] } as unknown as ReturnType<typeof readLexicon>;
    const { typed, plain } = phrasesOf({ ...lexicon, animals: ['dê', 'chó'], 'disaster-irrigation': ['đê'] });
    expect([typed.size, plain.size]).toEqual([categories.length + 1, categories.length - 1]);
    expect(() => phrasesOf({ ...lexicon, animals: ['chó'], noise: ['chó'] })).toThrow('stands twice');
    expect(() => phrasesOf({ ...lexicon, animals: ['một hai ba bốn năm sáu bảy'] })).toThrow('too long');
  });
});
