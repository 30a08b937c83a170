import { describe, expect, test } from 'vitest';
import { cleanText, compareNames, fold, givenName } from '../../shared/kernel/vietnamese-text.ts';

const issues = (schema: ReturnType<typeof cleanText>, text: unknown): string[] => schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

describe('typed text', () => {
  const decomposed = 'Đăng ký khai sinh'.normalize('NFD');

  test('decomposed letters are composed', () => {
    expect(decomposed).not.toBe('Đăng ký khai sinh');
    expect(cleanText(100).parse(decomposed)).toBe('Đăng ký khai sinh');
  });

  test('the length is that of the composed text', () => expect(cleanText(17).safeParse(decomposed).success).toBe(true));

  test('edges, tabs and hard spaces become plain', () => expect(cleanText(20).parse('  Vị\tThanh\u00A0I ')).toBe('Vị Thanh I'));

  test.each([
    ['NUL', 'a\u0000b'], ['escape', 'a\u001Bb'], ['C1', 'a\u0085b'], ['right-to-left override', 'a\u202Eb'], ['isolate', 'a\u2066b'], ['mark', 'a\u200Fb'],
    ['zero-width space', 'a\u200Bb'], ['joiner', 'a\u200Db'], ['byte order mark', 'a\uFEFFb'], ['soft hyphen', 'a\u00ADb'], ['line separator', 'a\u2028b'],
    ['lone surrogate', 'a\uD800b'], ['non-character', 'a\uFFFEb'], ['tag', 'a\u{E0041}b'], ['line break', 'a\nb'],
  ])('%s is refused', (_, text) => {
    expect(issues(cleanText(100), text)).toEqual(['text.control']);
  });

  test('line breaks are allowed where asked for, other controls are not', () => {
    expect(cleanText(100, { multiline: true }).parse('dòng một\r\ndòng hai')).toBe('dòng một\ndòng hai');
    expect(issues(cleanText(100, { multiline: true }), 'a\u0000\nb')).toEqual(['text.control']);
    expect(issues(cleanText(100, { multiline: true }), 'a\u202E')).toEqual(['text.control']);
  });

  test('too long, empty, missing, not a text', () => {
    expect(issues(cleanText(3), 'abcd')).toEqual(['text.too-long']);
    expect(issues(cleanText(100), 'x'.repeat(65_536))).toEqual(['text.too-long']);
    expect(issues(cleanText(3), '   ')).toEqual(['text.empty']);
    expect(issues(cleanText(3), undefined)).toEqual(['text.missing']);
    expect(issues(cleanText(3), 7)).toEqual(['text.missing']);
    expect(cleanText(3, { optional: true }).parse(' ')).toBe('');
  });

  test('ordinary texts pass', () => {
    for (const text of ['__proto__', 'Nguyễn', '12/3 Trần Hưng Đạo, khu vực 2', 'e-mail: a@b.vn', '😀']) expect(cleanText(100).parse(text)).toBe(text);
  });
});

describe('folding', () => {
  test.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['Đăng ký khai sinh'.normalize('NFD'), 'dang ky khai sinh'],
    ['HÒA BÌNH', 'hoa binh'], ['hoà bình', 'hoa binh'], ['Phường Ngã Bảy', 'phuong nga bay'], ['ưỡn ẹo', 'uon eo'],
  ])('%s is found by %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('đ is not left over, whatever the form', () => expect(fold('đĐ'.normalize('NFD'))).toBe('dd'));
});

describe('names of people', () => {
  test('the given name is last', () => {
    expect(givenName('Trần Thị  Bé ')).toBe('Bé');
    expect(givenName('')).toBe('');
  });

  test('a list goes by given name', () => {
    expect(['Họ Ba Ấn', 'Họ An', 'Đ Bé', 'B Bé', 'N Ân'].toSorted(compareNames)).toEqual(['Họ An', 'N Ân', 'Họ Ba Ấn', 'B Bé', 'Đ Bé']);
  });
});
