import { seeded } from './seeded.ts';
import type { Vector } from './vocabulary.ts';

/** Scores of a text = bias + sum of the rows it touches; weights lie row by row. */
export interface Linear { readonly rows: number; readonly labels: number; readonly weights: Float32Array; readonly bias: Float32Array }

/** Learned from: a vector, the shares of the labels (they sum to 1) and how much it counts. */
export interface Example { readonly vector: Vector; readonly target: Float32Array; readonly weight: number }

export type Loss = 'logistic' | 'hinge';
/** `dropped`: the share of a text's features that is left out each time it is learned from. */
export interface Settings { readonly loss: Loss; readonly epochs: number; readonly rate: number; readonly decay: number; readonly dropped: number }

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1)), kept = order[i] ?? 0;
    order[i] = order[j] ?? 0; order[j] = kept;
  }
};

/** The features of a text that are learned from this time; written over by the next. */
interface Kept { count: number; readonly rows: Uint32Array; readonly values: Float32Array }

/**
 * Leaves out features by chance and lets the others count for them (Wager et al. 2013, Dropout Training as Adaptive
 * Regularization): what is learned leans on many words of a text rather than on the one that gave it away in the corpus.
 */
const keeping = (examples: readonly Example[], dropped: number, random: () => number): ((vector: Vector) => Kept) => {
  const most = examples.reduce((all, { vector }) => Math.max(all, vector.rows.length), 0), up = 1 / (1 - dropped);
  const kept: Kept = { count: 0, rows: new Uint32Array(most), values: new Float32Array(most) };
  return ({ rows, values }) => {
    kept.count = 0;
    for (let i = 0; i < rows.length; i++) {
      if (random() < dropped) continue;
      kept.rows[kept.count] = rows[i] ?? 0; kept.values[kept.count] = up * (values[i] ?? 0);
      kept.count++;
    }
    return kept;
  };
};

const scoresInto = (scores: Float32Array, { weights, bias, labels }: Linear, { rows, values, count }: Kept): void => {
  scores.set(bias);
  for (let i = 0; i < count; i++) {
    const at = (rows[i] ?? 0) * labels, value = values[i] ?? 0;
    for (let k = 0; k < labels; k++) scores[k] = (scores[k] ?? 0) + value * (weights[at + k] ?? 0);
  }
};

/** Slope of the loss by score. Multinomial logistic loss, or squared hinge of each label against the rest. */
const slopes: Readonly<Record<Loss, (scores: Float32Array, target: Float32Array) => void>> = {
  logistic(scores, target) {
    let top = -Infinity, sum = 0;
    for (const score of scores) top = Math.max(top, score);
    for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k] ?? 0) - top);
    for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / sum - (target[k] ?? 0);
  },
  hinge(scores, target) {
    for (let k = 0; k < scores.length; k++) {
      const share = target[k] ?? 0, sign = share > 0 ? 1 : -1;
      scores[k] = -sign * Math.max(0, 1 - sign * (scores[k] ?? 0)) * (sign > 0 ? share : 1);
    }
  },
};

/** A slope below this moves nothing worth the time: most labels of most texts, soon after the start. */
const leastSlope = 0.003;

/** Learns by AdaGrad (Duchi et al. 2011): each weight has its own pace, which rare words need. */
export const learn = (examples: readonly Example[], rows: number, { loss, epochs, rate, decay, dropped }: Settings): Linear => {
  const labels = examples[0]?.target.length ?? 0;
  const model: Linear = { rows, labels, weights: new Float32Array(rows * labels), bias: new Float32Array(labels) };
  const { weights, bias } = model;
  const squares = new Float32Array(rows * labels).fill(1e-3), biasSquares = new Float32Array(labels).fill(1e-3);
  const order = Uint32Array.from(examples, (_, n) => n), slope = new Float32Array(labels), active = new Uint8Array(labels);
  const random = seeded(7), keep = keeping(examples, dropped, random);

  const step = ({ vector, target, weight }: Example): void => {
    const kept = keep(vector);
    scoresInto(slope, model, kept);
    slopes[loss](slope, target);
    let moving = 0;
    for (let k = 0; k < labels; k++) {
      const g = (slope[k] ?? 0) * weight;
      slope[k] = g;
      if (Math.abs(g) <= leastSlope) continue;
      active[moving++] = k;
      biasSquares[k] = (biasSquares[k] ?? 0) + g * g;
      bias[k] = (bias[k] ?? 0) - rate * g / Math.sqrt(biasSquares[k] ?? 1);
    }
    const { rows: touched, values, count } = kept;
    for (let i = 0; i < count; i++) {
      const from = (touched[i] ?? 0) * labels, value = values[i] ?? 0;
      for (let a = 0; a < moving; a++) {
        const k = active[a] ?? 0, at = from + k, own = weights[at] ?? 0;
        const g = (slope[k] ?? 0) * value + decay * own, sum = (squares[at] ?? 0) + g * g;
        squares[at] = sum;
        weights[at] = own - rate * g / Math.sqrt(sum);
      }
    }
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const n of order) { const example = examples[n]; if (example !== undefined) step(example); }
  }
  return model;
};

/** Complement naive Bayes (Rennie et al. 2003), weights normalised and centred; it is linear, so it can be added to what was learned. */
export const complementBayes = (examples: readonly Example[], rows: number, smoothing: number): Linear => {
  const labels = examples[0]?.target.length ?? 0;
  const counts = new Float64Array(rows * labels), byLabel = new Float64Array(labels), byRow = new Float64Array(rows);
  let all = 0;
  for (const { vector, target } of examples) for (let i = 0; i < vector.rows.length; i++) {
    const row = vector.rows[i] ?? 0, value = vector.values[i] ?? 0;
    byRow[row] = (byRow[row] ?? 0) + value; all += value;
    for (let k = 0; k < labels; k++) {
      const part = value * (target[k] ?? 0);
      if (part === 0) continue;
      counts[row * labels + k] = (counts[row * labels + k] ?? 0) + part;
      byLabel[k] = (byLabel[k] ?? 0) + part;
    }
  }
  const weights = new Float32Array(rows * labels), sizes = new Float64Array(labels);
  for (let row = 0; row < rows; row++) for (let k = 0; k < labels; k++) {
    const weight = -Math.log(((byRow[row] ?? 0) - (counts[row * labels + k] ?? 0) + smoothing) / (all - (byLabel[k] ?? 0) + smoothing * rows));
    weights[row * labels + k] = weight;
    sizes[k] = (sizes[k] ?? 0) + Math.abs(weight);
  }
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let k = 0; k < labels; k++) sum += weights[row * labels + k] = (weights[row * labels + k] ?? 0) * rows / (sizes[k] ?? 1);
    for (let k = 0; k < labels; k++) weights[row * labels + k] = (weights[row * labels + k] ?? 0) - sum / labels;
  }
  return { rows, labels, weights, bias: new Float32Array(labels) };
};

/** `share` of one added to the other: two linear models make one, which costs nothing at run time. */
export const added = (a: Linear, b: Linear, share: number): Linear => ({
  ...a, weights: a.weights.map((weight, n) => weight + share * (b.weights[n] ?? 0)), bias: a.bias.map((bias, k) => bias + share * (b.bias[k] ?? 0)),
});
