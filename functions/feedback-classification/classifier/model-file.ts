import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import * as z from 'zod';
import { DomainError } from '../../../shared/kernel/domain-error.ts';
import type { Phrases } from './features.ts';
import { categories, labelsOf, outputs, phraseRows, questions } from './labels.ts';
import type { Spelling } from './spelling.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Share = z.number().min(0).max(1);

/** How one question is answered: score = bias + scale x weights, shares = softmax of score / temperature. */
const Head = z.strictObject({ labels: z.array(z.string()), bias: z.array(z.number()), scales: z.array(z.number().positive()), temperature: z.number().positive() });

const headsOf = z.strictObject({ category: Head, urgency: Head, outOfScope: Head }).refine(
  (heads) => questions.every((question) => heads[question].labels.join() === labelsOf[question].join()
    && heads[question].bias.length === labelsOf[question].length && heads[question].scales.length === labelsOf[question].length),
  'the heads answer other labels than this program knows',
);

/** First line of a model's file, as JSON. */
export const ModelHeader = z.strictObject({
  format: z.literal('feedback-classifier/2'),
  /** Everything learned from; `authored`: the part of it that is authored. */
  corpus: z.strictObject({ sha256: Sha256, authored: Sha256, texts: z.int().positive(), corrections: z.int().min(0) }),
  /** What was right on styles not learned from; a successor has to reach it. */
  heldOut: z.strictObject({ accuracy: Share, coverage: Share, covered: Share }),
  features: z.int().positive().max(65_000),
  phrases: z.strictObject({ typed: z.int().positive(), plain: z.int().positive() }),
  phraseWeight: z.number().positive(),
  /** How words are written with accents: words, their forms that are features, and pairs of words that tell. */
  spelling: z.strictObject({ words: z.int().min(0), forms: z.int().min(0), pairs: z.int().min(0) }),
  heads: headsOf,
  /** Below it a person decides, one a category in the order of the labels; above 1 where a person always decides. */
  thresholds: z.array(z.number().min(0).max(2)).length(categories.length),
  payload: z.strictObject({ bytes: z.int().positive(), sha256: Sha256 }),
  /** Of the header without this member, so that no byte of the file can change unseen. */
  sha256: Sha256,
});
export type ModelHeader = z.infer<typeof ModelHeader>;

/**
 * A model in memory. Rows of `weights` are first what the lexicon says (categories, then signs), then the features in the
 * order of `hashes`; a row has a weight for every label of every question.
 */
export interface Model {
  readonly header: ModelHeader;
  readonly hashes: Uint32Array;
  readonly rarity: Uint8Array;
  readonly weights: Int8Array;
  readonly phrases: Phrases;
  readonly spelling: Spelling;
}

/** One step of `rarity`: a feature in every text has 0, one in 1 of 100,000 has 11.5. */
export const rarityStep = 12 / 255;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
/** Hash of a header; its own hash is not a part of it. */
export const headerHash = (header: Omit<ModelHeader, 'sha256'>): string => sha256(JSON.stringify({ ...header, sha256: undefined }));

/**
 * Parts of the payload, one after the other, with their lengths: steps between hashes in three planes of bytes, rarities, weights,
 * phrases as typed and without accents; of the spelling its words, how many forms each has, the features those are (one more than
 * their position, in two planes; 0: none), its pairs and their codes.
 */
const partsOf = ({ features, phrases, spelling }: ModelHeader): Readonly<Record<'hashes' | 'rarity' | 'weights' | 'typed' | 'plain' | 'words' | 'sizes' | 'forms' | 'pairs' | 'codes', number>> => ({
  hashes: features * 3, rarity: features, weights: (phraseRows + features) * outputs, typed: phrases.typed * 5, plain: phrases.plain * 5,
  words: spelling.words * 3, sizes: spelling.words, forms: spelling.forms * 2, pairs: spelling.pairs * 3, codes: spelling.pairs,
});

const unusable = (why: string): DomainError => new DomainError('classifier-model-unusable', why);

const headerOf = (line: Uint8Array): ModelHeader => {
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(line).toString());
  } catch {
    throw unusable('the header is no JSON');
  }
  const parsed = ModelHeader.safeParse(said);
  if (!parsed.success) throw unusable(z.prettifyError(parsed.error));
  if (headerHash(parsed.data) !== parsed.data.sha256) throw unusable('the header is not the one that was written');
  return parsed.data;
};

/** What a model says of itself. Throws `classifier-model-unusable` where the header is not the one that was written. */
export const readHeader = (file: Uint8Array): ModelHeader => {
  const end = file.indexOf(10);
  if (end < 0) throw unusable('no header');
  return headerOf(file.subarray(0, end));
};

/** Phrases: their 32-bit hashes, then their categories. */
const phrasesIn = (bytes: Uint8Array): ReadonlyMap<number, number> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), count = bytes.length / 5;
  const phrases = new Map<number, number>();
  for (let n = 0; n < count; n++) phrases.set(view.getUint32(4 * n, true), bytes[4 * count + n] ?? 0);
  return phrases;
};

/** Rising numbers by the steps between them, in three planes of bytes. */
const hashesIn = (bytes: Uint8Array): Uint32Array => {
  const count = bytes.length / 3, hashes = new Uint32Array(count);
  for (let n = 0, hash = 0; n < count; n++) {
    hash += (bytes[n] ?? 0) | ((bytes[count + n] ?? 0) << 8) | ((bytes[2 * count + n] ?? 0) << 16);
    hashes[n] = hash;
  }
  return hashes;
};

const spellingIn = (parts: Readonly<Record<'words' | 'sizes' | 'forms' | 'pairs' | 'codes', Uint8Array>>, hashes: Uint32Array): Spelling => {
  const begins = new Uint32Array(parts.sizes.length + 1), forms = new Uint32Array(parts.forms.length / 2);
  for (const [n, size] of parts.sizes.entries()) begins[n + 1] = (begins[n] ?? 0) + size;
  for (let n = 0; n < forms.length; n++) forms[n] = hashes[((parts.forms[n] ?? 0) | ((parts.forms[forms.length + n] ?? 0) << 8)) - 1] ?? 0;
  return { words: hashesIn(parts.words), begins, forms, pairs: hashesIn(parts.pairs), codes: parts.codes };
};

/** Bytes of the payload before it is compressed. */
export const payloadLength = (header: ModelHeader): number => Object.values(partsOf(header)).reduce((sum, length) => sum + length, 0);

/** Throws `classifier-model-unusable` where the file is cut, altered or of another format: nothing half-read decides. */
export const readModel = (file: Uint8Array): Model => {
  const header = readHeader(file), payload = file.subarray(file.indexOf(10) + 1);
  if (payload.length !== header.payload.bytes || sha256(payload) !== header.payload.sha256) throw unusable('the payload is not the one the header names');
  const raw = zstdDecompressSync(payload), lengths = Object.entries(partsOf(header));
  if (raw.length !== payloadLength(header)) throw unusable('the payload has not the length its header implies');
  let at = 0;
  const parts = Object.fromEntries(lengths.map(([name, length]) => [name, raw.subarray(at, at += length)])) as unknown as Readonly<Record<keyof ReturnType<typeof partsOf>, Uint8Array>>;
  const hashes = hashesIn(parts.hashes), { rarity, weights } = parts;
  return { header, hashes, rarity, weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length), phrases: { typed: phrasesIn(parts.typed), plain: phrasesIn(parts.plain) }, spelling: spellingIn(parts, hashes) };
};
