import * as z from 'zod';

/**
 * A key for searching without accents: `Đăng ký khai sinh` -> `dang ky khai sinh`. Decomposition strips every
 * mark but leaves đ, which is a letter of its own and needs its own rule.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

/** Controls, bidirectional and zero-width controls, line separators, lone surrogates, non-characters. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;
const forbiddenBesideNewline = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** What a paste from a spreadsheet or a web page brings along without meaning harm. */
const tidy = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').replace(/[\t\u00A0]/g, ' ').trim();

export interface CleanTextOptions {
  /** Line breaks are allowed. */
  readonly multiline?: boolean;
  /** The empty text is allowed. */
  readonly optional?: boolean;
}

/**
 * Text typed by a person: NFC, trimmed, at most `max` UTF-16 units. The issue messages are stable codes:
 * `text.control` (NUL, controls, bidirectional and zero-width characters are refused, not removed: removing them
 * would change what was signed), `text.too-long`, `text.empty`.
 */
export const cleanText = (max: number, options: CleanTextOptions = {}) =>
  z
    .string('text.missing')
    // at once: each further call would make the schema again
    .check(
      z.overwrite(tidy), z.minLength(options.optional === true ? 0 : 1, 'text.empty'), z.maxLength(max, 'text.too-long'),
      z.refine((text) => !(options.multiline === true ? forbiddenBesideNewline : forbidden).test(text), 'text.control'),
    );

/** The given name is the last word of a Vietnamese full name. */
export const givenName = (fullName: string): string => fullName.trim().split(/\s+/u).at(-1) ?? '';

/** Made on first use: building a collator loads its tables, and most who import this file sort nothing. */
let collator: Intl.Collator | undefined;

/** Order of a Vietnamese list of people: by given name, then by the whole name. */
export const compareNames = (a: string, b: string): number => {
  collator ??= new Intl.Collator('vi');
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
};
