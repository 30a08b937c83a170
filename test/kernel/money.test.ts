import { describe, expect, test } from 'vitest';
import { formatVnd, Vnd, vndInWords } from '../../shared/kernel/money.ts';

describe('money', () => {
  test.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [25, 'Hai mươi lăm đồng'],
    [40, 'Bốn mươi đồng'],
    [101, 'Một trăm lẻ một đồng'],
    [110, 'Một trăm mười đồng'],
    [115, 'Một trăm mười lăm đồng'],
    [1000, 'Một nghìn đồng'],
    [1001, 'Một nghìn không trăm lẻ một đồng'],
    [8000, 'Tám nghìn đồng'],
    [800_000, 'Tám trăm nghìn đồng'],
    [1_005_000, 'Một triệu không trăm lẻ năm nghìn đồng'],
    [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
    [2_147_483_648, 'Hai tỷ một trăm bốn mươi bảy triệu bốn trăm tám mươi ba nghìn sáu trăm bốn mươi tám đồng'],
    [17_500_000_000, 'Mười bảy tỷ năm trăm triệu đồng'],
    [1_000_000_001, 'Một tỷ không trăm lẻ một đồng'],
    [1_000_000_000_000, 'Một nghìn tỷ đồng'],
    [Number.MAX_SAFE_INTEGER, 'Chín triệu không trăm lẻ bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt đồng'],
  ])('%i is %s', (amount, words) => {
    expect(vndInWords(amount)).toBe(words);
  });

  test('different amounts have different words', () => {
    const amounts = Array.from({ length: 5000 }, (_, i) => i * 1009);
    expect(new Set(amounts.map(vndInWords)).size).toBe(5000);
  });

  test.each([
    [0, '0 đồng', 'VND 0'],
    [999, '999 đồng', 'VND 999'],
    [8000, '8.000 đồng', 'VND 8,000'],
    [17_500_000_000, '17.500.000.000 đồng', 'VND 17,500,000,000'],
  ])('%i is written %s, %s', (amount, vi, en) => {
    expect(formatVnd(amount, 'vi')).toBe(vi);
    expect(formatVnd(amount, 'en')).toBe(en);
  });

  test.each([
    [-1, 'money.negative'], [-1e18, 'money.negative'], [2 ** 53, 'money.too-large'], [Number('9'.repeat(19)), 'money.too-large'],
    [0.5, 'money.malformed'], [Number.NaN, 'money.malformed'], [Number.POSITIVE_INFINITY, 'money.malformed'], ['8000', 'money.malformed'], [null, 'money.malformed'],
  ])('%s is no amount: %s', (amount, code) => {
    expect(Vnd.safeParse(amount).error?.issues.map(({ message }) => message)).toEqual([code]);
  });
});
