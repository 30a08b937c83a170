import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DossierNumber } from '../../shared/kernel/dossier-number.ts';
import { canWrite, counterName, counterScopes, patternFault, writeNumber, type CounterScope, type NumberFacts } from '../../shared/kernel/number-pattern.ts';

const facts: NumberFacts = { agency: 'H30.07', procedure: '1.001193', date: '2026-06-09' };

describe('a number', () => {
  test.each([
    ['{agency-old}-{yy}{mm}{dd}-{ordinal:4}', 421, '000.00.07.H30-260609-0421'],
    ['{agency-old}-{yy}{mm}{dd}-{ordinal:4}', 10_000, '000.00.07.H30-260609-10000'],
    ['{agency}-{yyyy}{mm}{dd}-{ordinal:7}', 92_637, 'H30.07-20260609-0092637'],
    ['{ordinal:1}/{yyyy}', 7, '7/2026'],
    ['TTHC.{service}/{ordinal:3}-{mm}.{yyyy}', 12, 'TTHC.1.001193/012-06.2026'],
  ])('by %s', (pattern, ordinal, number) => {
    expect(writeNumber(pattern, facts, ordinal)).toBe(number);
  });

  test('with the old code is for agencies that have one', () => {
    expect(canWrite('{agency-old}-{ordinal:4}', 'H37.DN.001')).toBe(false);
    expect(canWrite('{agency}-{ordinal:4}', 'H37.DN.001')).toBe(true);
  });
});

describe('a counter', () => {
  test('of an agency and a day keeps the name it always had', () => {
    expect(counterName('agency-day', facts)).toBe('H30.07#2026-06-09');
  });

  test('begins again with what its scope names, and with nothing else', () => {
    const others: Record<string, NumberFacts> = {
      agency: { ...facts, agency: 'H30.08' }, service: { ...facts, procedure: '1.001194' },
      day: { ...facts, date: '2026-06-10' }, month: { ...facts, date: '2026-07-09' }, year: { ...facts, date: '2027-06-09' },
    };
    const moves = (scope: CounterScope): string[] => Object.keys(others).filter((one) => counterName(scope, others[one] ?? facts) !== counterName(scope, facts));
    expect(Object.fromEntries(counterScopes.map((scope) => [scope, moves(scope)]))).toEqual({
      'agency-day': ['agency', 'day', 'month', 'year'], 'agency-month': ['agency', 'month', 'year'], 'agency-year': ['agency', 'year'], agency: ['agency'],
      day: ['day', 'month', 'year'], month: ['month', 'year'], year: ['year'], service: ['service'], 'service-day': ['service', 'day', 'month', 'year'],
    });
    expect(new Set(counterScopes.map((scope) => counterName(scope, facts))).size).toBe(counterScopes.length);
  });
});

describe('a pattern is refused', () => {
  test.each([
    ['number-pattern-malformed', 'agency-day', ['{agency-new}-{ordinal:4}', '{ordinal:0}', '{ordinal}', '{ordinal:4', 'a-{ordinal:4}', '{ordinal:4} ', '#{ordinal:4}', '{ordinal:4}-{ordinal:4}', '{dd}-{dd}-{ordinal:4}', '{__proto__}-{ordinal:4}', '\u202e{ordinal:4}']],
    ['number-pattern-without-ordinal', 'agency-day', ['', '{agency}-{yyyy}{mm}{dd}', 'HS']],
    ['number-pattern-runs-together', 'agency-day', ['{agency-old}-{yyyy}{mm}{dd}{ordinal:4}', '{agency}{yyyy}{mm}{dd}-{ordinal:4}', '{agency}-{yyyy}{mm}{dd}-{ordinal:4}HS', '1{ordinal:4}']],
    ['number-pattern-repeats', 'agency-day', ['{yyyy}{mm}{dd}-{ordinal:4}', '{agency}-{mm}{dd}-{ordinal:4}', '{agency}-{yyyy}{dd}-{ordinal:4}', '{agency}-{yyyy}{mm}-{ordinal:4}']],
    ['number-pattern-repeats', 'day', ['{agency}-{ordinal:4}']],
    ['number-pattern-repeats', 'month', ['{yyyy}-{ordinal:4}']],
    ['number-pattern-repeats', 'agency', ['{yyyy}{mm}{dd}-{ordinal:4}']],
    ['number-pattern-repeats', 'service-day', ['{yyyy}{mm}{dd}-{ordinal:4}']],
    ['number-pattern-too-long', 'year', [`${'X'.repeat(50)}-{yyyy}-{ordinal:4}`, '{agency}-{agency-old}-{yyyy}-{ordinal:4}']],
  ] as const)('%s, counted by %s', (problem, scope, patterns) => {
    expect(patterns.map((pattern) => patternFault(pattern, scope))).toEqual(patterns.map(() => problem));
  });
});

const placeholders = ['{agency}', '{agency-old}', '{service}', '{dd}', '{mm}', '{yy}', '{yyyy}', '{ordinal:1}', '{ordinal:4}'];
const patterns = fc.tuple(fc.shuffledSubarray(placeholders, { minLength: 2 }), fc.array(fc.constantFrom('-', '.', '/', '', 'HS-', '-1'), { minLength: 9, maxLength: 9 }))
  .map(([parts, between]) => parts.map((part, at) => (at === 0 ? part : `${between[at] ?? ''}${part}`)).join(''));
const someFacts: fc.Arbitrary<NumberFacts> = fc.record({
  agency: fc.constantFrom('H30', 'H30.1', 'H30.11', 'H30.01.1', 'H30.01.11', 'H30.01'), procedure: fc.constantFrom('1.001193', '1.001194', '2.001193'),
  date: fc.constantFrom('2026-01-11', '2026-11-01', '2026-11-11', '2027-01-11', '2026-01-01'),
});

test('a pattern without fault gives two dossiers the same number only where they drew the same ordinal of the same counter', () => {
  let sound = 0;
  fc.assert(fc.property(patterns, fc.constantFrom(...counterScopes), fc.array(fc.tuple(someFacts, fc.constantFrom(1, 11, 111, 1111, 11_111)), { minLength: 2, maxLength: 30 }), (pattern, scope, dossiers) => {
    if (patternFault(pattern, scope) !== undefined) return;
    sound++;
    const drawnBy = new Map<string, string>();
    for (const [about, ordinal] of dossiers.filter(([{ agency }]) => canWrite(pattern, agency))) {
      const number = writeNumber(pattern, about, ordinal);
      const draw = `${counterName(scope, about)} ${ordinal}`;
      expect(DossierNumber.safeParse(number).success).toBe(true);
      expect(drawnBy.get(number) ?? draw, number).toBe(draw);
      drawnBy.set(number, draw);
    }
  }), { seed: 20_261_122, numRuns: 20_000 });
  expect(sound).toBeGreaterThan(500);
});
