import * as z from 'zod';
import type { Language } from './localised.ts';

/** A whole number beyond what is counted exactly is a number all the same: who typed 19 digits is told of their count. */
const wrongAmount = ({ code }: { readonly code?: string | undefined }): string => (code === 'too_big' ? 'money.too-large' : code === 'too_small' ? 'money.negative' : 'money.malformed');

/** An amount in đồng: whole, not negative, beyond 2^31 where fees of projects are. */
export const Vnd = /* @__PURE__ */ z.int({ error: wrongAmount, abort: true }).min(0, 'money.negative').meta({ title: 'Amount in đồng', examples: [8000] });
export type Vnd = z.infer<typeof Vnd>;

/** `8.000 đồng` or `VND 8,000`. */
export const formatVnd = (amount: Vnd, language: Language): string => {
  const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  return language === 'vi' ? `${grouped} đồng` : `VND ${grouped}`;
};

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const word = (digit: number): string => digits[digit] ?? '';

/** One, four and five change their sound after a ten: hai mươi mốt, hai mươi tư, mười lăm. */
const unitsAfterTens = (tens: number, units: number): string => {
  if (units === 0) return '';
  if (units === 1) return tens === 1 ? ' một' : ' mốt';
  if (units === 4) return tens === 1 ? ' bốn' : ' tư';
  if (units === 5) return ' lăm';
  return ` ${word(units)}`;
};

/** Three digits; `full` says the hundreds even when they are zero, as inside a longer number. */
const hundredsInWords = (value: number, full: boolean): string => {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const units = value % 10;
  const head = hundreds > 0 || full ? `${word(hundreds)} trăm` : '';
  if (tens === 0) {
    if (units === 0) return head;
    return head === '' ? word(units) : `${head} lẻ ${word(units)}`;
  }
  const ten = tens === 1 ? 'mười' : `${word(tens)} mươi`;
  return `${head === '' ? '' : `${head} `}${ten}${unitsAfterTens(tens, units)}`;
};

const scales = [
  { size: 1_000_000, name: 'triệu' },
  { size: 1_000, name: 'nghìn' },
] as const;

/** Below one tỷ, and above it by counting tỷ: nine million tỷ is `chín triệu tỷ`. */
const numberInWords = (value: number, full: boolean): string => {
  const words: string[] = [];
  let rest = value;
  if (rest >= 1_000_000_000) {
    words.push(`${numberInWords(Math.floor(rest / 1_000_000_000), full)} tỷ`);
    rest %= 1_000_000_000;
  }
  for (const scale of scales) {
    const count = Math.floor(rest / scale.size);
    if (count > 0) words.push(`${hundredsInWords(count, full || words.length > 0)} ${scale.name}`);
    rest %= scale.size;
  }
  if (rest > 0) words.push(hundredsInWords(rest, full || words.length > 0));
  return words.join(' ');
};

/** The amount as a receipt spells it: `Tám nghìn đồng`, `Một triệu không trăm lẻ năm nghìn đồng`. */
export const vndInWords = (amount: Vnd): string => {
  const words = amount === 0 ? word(0) : numberInWords(amount, false);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
};
