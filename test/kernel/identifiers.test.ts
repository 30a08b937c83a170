import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AgencyCode, agencyLevel, fromOldCode, OldAgencyCode, toOldCode } from '../../shared/kernel/agency-code.ts';
import { DossierNumberV1 } from '../../events/procedure-submission/dossier-number.v1.ts';
import { DossierNumber } from '../../shared/kernel/dossier-number.ts';
import { nationalCode, ProcedureCode, provincialCode } from '../../shared/kernel/procedure-code.ts';

describe('agency codes', () => {
  test.each([
    ['000.00.00.H30', 'H30', 1],
    ['000.00.07.H30', 'H30.07', 2],
    ['000.01.07.H30', 'H30.07.01', 3],
    ['001.01.07.H30', 'H30.07.01.001', 4],
    ['000.01.00.H30', 'H30.00.01', 3],
  ])('%s is %s, level %i', (old, code, level) => {
    expect(fromOldCode(old)).toBe(code);
    expect(toOldCode(code)).toBe(old);
    expect(agencyLevel(code)).toBe(level);
    expect(AgencyCode.parse(code)).toBe(code);
    expect(OldAgencyCode.parse(old)).toBe(old);
  });

  test.each(['H37.DN.001', 'H30.07.001', 'H30.07.01.0001', 'H30.07.01.001.01', 'H30.00'])('%s has no old form', (code) => {
    expect(AgencyCode.safeParse(code).success).toBe(true);
    expect(toOldCode(code)).toBeUndefined();
  });

  test('a group of one digit is padded', () => expect(toOldCode('H30.7')).toBe('000.00.07.H30'));

  test.each(['', 'h30', 'H3', 'H30.', 'H30..07', 'H30.07 ', '000.00.07.H30', 'H30.đ', `H30${'.01'.repeat(11)}`, 'H30\n'])('%j is no code', (code) => {
    expect(AgencyCode.safeParse(code).success).toBe(false);
  });

  test.each(['', 'H30', '00.00.07.H30', '000.00.07.30H', '000.00.07.H30.'])('%j is no old code', (old) => {
    expect(() => fromOldCode(old)).toThrow('agency-code.malformed');
  });

  test('every old code comes back', () => {
    const digits = (width: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: 10 ** width - 1 }).map((n) => String(n).padStart(width, '0'));
    const oldCode = fc.tuple(digits(3), digits(2), digits(2), digits(2)).map(([l4, l3, l2, top]) => `${l4}.${l3}.${l2}.H${top}`);
    fc.assert(fc.property(oldCode, (old) => toOldCode(fromOldCode(old)) === old), { seed: 13, numRuns: 1000 });
  });
});

describe('procedure codes', () => {
  test('the instance of the province and the national code', () => {
    expect(provincialCode('1.001193', '000.00.00.H30')).toBe('1.001193.000.00.00.H30');
    expect(nationalCode('1.001193.000.00.00.H30')).toBe('1.001193');
    expect(nationalCode('1.001193')).toBe('1.001193');
    expect(nationalCode('1.001193.000.00.00.H35')).toBe(nationalCode('1.001193.000.00.00.H30'));
  });

  test.each(['4.001193', '1.00119', '1.0011933', '1001193', '1.001193.H30', '__proto__', '1.00119٣', '1.001193\n'])('%j is none', (code) => {
    expect(ProcedureCode.safeParse(code).success).toBe(false);
    expect(() => nationalCode(code)).toThrow('procedure-code.malformed');
  });
});

describe('dossier numbers', () => {
  test.each(['000.00.07.H30-201002-0001', 'H30.07-20260609-0092637', 'G09.20-20260609-0092637', '0001/2026', 'Đ-17', '1'])('%s', (number) => {
    expect(DossierNumber.parse(number)).toBe(number);
  });

  test.each(['', 'a\nb', 'a\u0000', 'a\u202eb', 'a\u200b', 'x'.repeat(61), 'x'.repeat(65_536)])('%.40j is none', (text) => {
    expect(DossierNumber.safeParse(text).success).toBe(false);
  });

  test.each(['000.00.07.H30-201002-0001', '000.00.07.H30-261122-10000', 'H30.07-20260609-0092637', 'G09.20-20260609-0092637'])('the first versions of events know %s', (number) => {
    expect(DossierNumberV1.parse(number)).toBe(number);
  });

  test.each(['000.00.07.H30-260230-0001', '000.00.07.H30-261122-0000', '000.00.07.H30-261122-001', 'H30.07-261122-0001', '', '000.00.07.H30-261122-0001 ', '0001/2026', 'x'.repeat(65_536)])('and never %.40s', (text) => {
    expect(DossierNumberV1.safeParse(text).success).toBe(false);
  });
});
