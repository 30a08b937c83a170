import { readFileSync } from 'node:fs';
import type { Classify } from './classification.ts';
import { classifierOf } from './classifier-of.ts';
import { readModel } from './model-file.ts';

/** The published model, which lies beside this file and beside a bundle that holds it. */
export const modelFile = (): Uint8Array => readFileSync(new URL('./feedback-model.bin', import.meta.url));

let classifier: Classify | undefined;

/** Loads the published model on first use. Throws `classifier-model-unusable` where the file was altered. */
export const classify: Classify = (text) => (classifier ??= classifierOf(readModel(modelFile())))(text);
