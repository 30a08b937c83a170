/**
 * A text as the features read it: words in small letters, as typed and without accents, numbers as one `0`. Buffers are
 * made once and written over by the next text, so that reading a report costs some microseconds and leaves no garbage.
 */

/** Of a long text its beginning and its end are read: the point stands in one of the two. Units: UTF-16. */
export const readLimit = { head: 1600, tail: 800 };

const size = readLimit.head + readLimit.tail + 8;
const space = 32;
const digit = 48;

/** Base letter and small letter of each sign of Latin writing; 0 for what parts words. */
const readLetters = () => {
  const base = new Uint16Array(0x1f00), small = new Uint16Array(0x1f00);
  for (let code = digit; code < 0x1f00; code++) {
    const sign = String.fromCharCode(code);
    // between the Latin letters and those with two marks lie writings nobody reports in: they read as themselves
    const latin = code < 0x250 || code >= 0x1e00;
    if (code <= digit + 9) base[code] = small[code] = digit;
    else if (/\p{L}/u.test(sign)) {
      small[code] = sign.toLowerCase().charCodeAt(0);
      base[code] = latin ? sign.normalize('NFD').toLowerCase().replace('đ', 'd').charCodeAt(0) : small[code] ?? code;
    }
  }
  return { bases: base, smalls: small };
};
/** Read with the first text: who starts without one has no use for it. */
let letters: ReturnType<typeof readLetters> | undefined;

export interface ReadText {
  /** The composed (NFC) part of the text that was read; `places` and `closes` speak of it. */
  source: string;
  readonly typed: Uint16Array;
  readonly plain: Uint16Array;
  /** Units used of `typed` and `plain`: a space, then each word with a space behind it. */
  length: number;
  /** Of word n: first unit and the one after its last in `typed`/`plain`, and the same in `source`. */
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
  readonly places: Uint16Array;
  readonly closes: Uint16Array;
  /** 1 where a word belongs to a proper name (`đường Nguyễn Trãi`): who it is named after says nothing of what is broken. */
  readonly names: Uint8Array;
  words: number;
  accented: boolean;
}

const half = size / 2;
/** No text that is read has more. */
export const mostWords = half;
const buffer: ReadText = {
  source: '', typed: new Uint16Array(size), plain: new Uint16Array(size), length: 0, starts: new Uint16Array(half), ends: new Uint16Array(half),
  places: new Uint16Array(half), closes: new Uint16Array(half), names: new Uint8Array(half), words: 0, accented: false,
};
const capitals = new Uint8Array(half);
const opens = new Uint8Array(half);

/** After these a single capitalised word is a name: `cầu Xáng`, `chợ Rạch`. Compared without accents. */
const placeNouns = new Set(['duong', 'cau', 'cho', 'truong', 'kenh', 'rach', 'hem', 'kiet', 'phuong', 'xa', 'huyen', 'tinh', 'quan', 'ap', 'thon', 'vien', 'vuc', 'to', 'song', 'nga', 'thi', 'tran', 'tp']);

const wordOf = (units: Uint16Array, word: number): string => {
  let said = '';
  for (let at = buffer.starts[word] ?? 0; at < (buffer.ends[word] ?? 0); at++) said += String.fromCharCode(units[at] ?? 0);
  return said;
};

/** Marks proper names by their capitals, unless the text is capitals anyhow. */
const markNames = (): void => {
  const { words, names, plain } = buffer;
  let large = 0;
  for (let word = 0; word < words; word++) large += capitals[word] ?? 0;
  names.fill(0, 0, words);
  if (large * 2 > words) return;
  const capital = (word: number): boolean => capitals[word] === 1 && opens[word] === 0;
  for (let word = 0; word < words; word++) {
    if (!capital(word)) continue;
    if ((word > 0 && (capital(word - 1) || placeNouns.has(wordOf(plain, word - 1)))) || (word + 1 < words && capital(word + 1))) names[word] = 1;
  }
};

/** The part that is read, composed. Cut before composing, so that a text of any length costs the same. */
const composedPart = (text: string): string => {
  const whole = text.length > 4 * size ? `${text.slice(0, 2 * size)} ${text.slice(-2 * size)}` : text;
  const composed = whole.normalize('NFC');
  return composed.length > size - 8 ? `${composed.slice(0, readLimit.head)} ${composed.slice(1 - readLimit.tail)}` : composed;
};

/** Ends a sentence: `. ! ? : …` and a new line; what follows is capitalised whatever it is. */
const endsSentence = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 58 || code === 10 || code === 0x2026;

/** Reads a text. The result is the same object each time and holds until the next text is read. */
export const readText = (text: string): ReadText => {
  const source = composedPart(text);
  const { typed, plain, starts, ends, places, closes } = buffer, { bases, smalls } = letters ??= readLetters();
  let at = 1, words = 0, inside = false, accented = false, opening = 1;
  typed[0] = plain[0] = space;
  const close = (place: number): void => {
    ends[words] = at; closes[words] = place; words++;
    typed[at] = plain[at] = space; at++;
    inside = false;
  };
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    const base = code < 0x1f00 ? bases[code] ?? 0 : 0;
    if (base === 0) {
      if (inside) close(i);
      if (endsSentence(code)) opening = 1;
      continue;
    }
    const small = smalls[code] ?? 0;
    if (!inside) {
      starts[words] = at; places[words] = i; capitals[words] = base !== digit && small !== code ? 1 : 0; opens[words] = opening;
      inside = true; opening = 0;
    } else if (base === digit && plain[at - 1] === digit) continue;
    if (base !== small) accented = true;
    typed[at] = small; plain[at] = base; at++;
  }
  if (inside) close(source.length);
  buffer.source = source; buffer.length = at; buffer.words = words; buffer.accented = accented;
  markNames();
  return buffer;
};
