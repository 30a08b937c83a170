import { constants, zstdCompressSync } from 'node:zlib';
import { begins, labelsOf, outputs, phraseRows, questions } from '../classifier/labels.ts';
import type { Question } from '../classifier/labels.ts';
import { headerHash, ModelHeader, payloadLength, rarityStep, sha256 } from '../classifier/model-file.ts';
import type { Model } from '../classifier/model-file.ts';
import { recipe } from './fit.ts';
import type { Fitted } from './fit.ts';
import type { Shifts } from './shifts.ts';
import { spellingOf } from './spellings.ts';

/** What a model says of itself beside its weights. */
export type Said = Pick<ModelHeader, 'corpus' | 'heldOut' | 'thresholds'> & { readonly temperatures: Readonly<Record<Question, number>>; readonly shifts?: Shifts };

/** Steps of a weight to either side of 0: coarse, because hundreds of weights are added up, and coarse numbers compress. */
const weightSteps = 18;
/** Weights beyond so many standard deviations are cut to it; a finer step for all others is worth more than their excess. */
const widest = 6;

const inSteps = ({ heads, vocabulary }: Fitted): { readonly weights: Int8Array; readonly scales: Readonly<Record<Question, number[]>> } => {
  const rows = phraseRows + vocabulary.hashes.length, whole = new Int8Array(rows * outputs);
  const scales = { category: [] as number[], urgency: [] as number[], outOfScope: [] as number[] };
  for (const question of questions) {
    const { weights, labels } = heads[question];
    for (let k = 0; k < labels; k++) {
      let squares = 0;
      for (let row = 0; row < rows; row++) squares += (weights[row * labels + k] ?? 0) ** 2;
      const scale = Math.max(1e-6, widest * Math.sqrt(squares / rows) / weightSteps);
      scales[question].push(Number(scale.toPrecision(6)));
      for (let row = 0; row < rows; row++) whole[row * outputs + begins[question] + k] = Math.max(-127, Math.min(127, Math.round((weights[row * labels + k] ?? 0) / scale)));
    }
  }
  return { weights: whole, scales };
};

/** The model as it will be read again; its header names a payload that `encode` makes. */
export const modelOf = (fitted: Fitted, said: Said): Model => {
  const { phrases, met } = fitted.school, spelling = spellingOf(met, (form) => fitted.vocabulary.placeOf(form) !== -1), { weights, scales } = inSteps(fitted), none = '0'.repeat(64);
  const head = (question: Question): ModelHeader['heads'][Question] => ({
    labels: [...labelsOf[question]], bias: Array.from(fitted.heads[question].bias, (bias, k) => Number((bias + (said.shifts?.[question]?.[k] ?? 0)).toFixed(5))), scales: scales[question], temperature: Number(said.temperatures[question].toFixed(4)),
  });
  return {
    header: {
      format: 'feedback-classifier/2', corpus: said.corpus, heldOut: said.heldOut, features: fitted.vocabulary.hashes.length, phrases: { typed: phrases.typed.size, plain: phrases.plain.size }, phraseWeight: recipe.phraseWeight, spelling: { words: spelling.words.length, forms: spelling.forms.length, pairs: spelling.pairs.length },
      heads: { category: head('category'), urgency: head('urgency'), outOfScope: head('outOfScope') }, thresholds: [...said.thresholds], payload: { bytes: 1, sha256: none }, sha256: none,
    },
    hashes: fitted.vocabulary.hashes, rarity: Uint8Array.from(fitted.vocabulary.rarity, (rarity) => Math.round(rarity / rarityStep)), weights, phrases, spelling,
  };
};

const phraseBytes = (phrases: ReadonlyMap<number, number>): Uint8Array => {
  const bytes = new Uint8Array(phrases.size * 5), view = new DataView(bytes.buffer);
  for (const [n, [hash, category]] of [...phrases].entries()) {
    view.setUint32(4 * n, hash, true);
    bytes[4 * phrases.size + n] = category;
  }
  return bytes;
};

/** Rising numbers by the steps between them: bytes of like weight lie together, which compresses better than number after number. */
const hashBytes = (hashes: Uint32Array): Uint8Array => {
  const planes = new Uint8Array(hashes.length * 3);
  for (const [n, hash] of hashes.entries()) {
    const step = hash - (n === 0 ? 0 : hashes[n - 1] ?? 0);
    for (let byte = 0; byte < 3; byte++) planes[byte * hashes.length + n] = (step >>> (8 * byte)) & 255;
  }
  return planes;
};

const spellingBytes = ({ words, begins, forms, pairs, codes }: Model['spelling'], hashes: Uint32Array): Uint8Array[] => {
  const places = new Map(Array.from(hashes, (hash, n) => [hash, n + 1])), features = Array.from(forms, (form) => places.get(form) ?? 0);
  return [hashBytes(words), Uint8Array.from(words, (_, n) => (begins[n + 1] ?? 0) - (begins[n] ?? 0)), Uint8Array.from([...features, ...features.map((place) => place >> 8)]), hashBytes(pairs), codes];
};

/** The file: header as one line of JSON, then its parts, compressed by what is read fastest: Brotli is a tenth smaller and takes four times as long. */
export const encodeModel = ({ header, hashes, rarity, weights, phrases, spelling }: Model): Uint8Array => {
  const raw = Buffer.concat([hashBytes(hashes), rarity, new Uint8Array(weights.buffer, weights.byteOffset, weights.length), phraseBytes(phrases.typed), phraseBytes(phrases.plain), ...spellingBytes(spelling, hashes)]);
  const payload = zstdCompressSync(raw, { params: { [constants.ZSTD_c_compressionLevel]: 22 } });
  const said = { ...header, payload: { bytes: payload.length, sha256: sha256(payload) } };
  const whole = ModelHeader.parse({ ...said, sha256: headerHash(said) });
  if (raw.length !== payloadLength(whole)) throw new Error('a part of the model has another length than its header says');
  return Buffer.concat([Buffer.from(`${JSON.stringify(whole)}\n`), payload]);
};
