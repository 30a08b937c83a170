import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { classify, modelFile } from '../../functions/feedback-classification/classifier/classify.ts';
import { readModel } from '../../functions/feedback-classification/classifier/model-file.ts';
import { readCorpus } from '../../functions/feedback-classification/training/corpus.ts';
import { classifierLimits } from '../budgets/limits.ts';
import { type Figure, median, milliseconds, rounded } from './figure.ts';

const root = join(import.meta.dirname, '../..');
const runs = 9;

/** From the model's file to the first answer, in a process of its own each time. */
const load = () => JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'model-load.mjs')], { encoding: 'utf8' })) as { readonly clock: number; readonly processor: number };
/** From the command to the answer of one line, the process's start included. */
const command = (): number => {
  const begun = performance.now();
  execFileSync(process.execPath, ['infra/local/run.mjs', 'functions/feedback-classification/classifier/classify-lines.ts'], { cwd: root, input: 'Đèn đường không sáng\n' });
  return performance.now() - begun;
};

/** What the classifier weighs and takes, on the corpus: reports of 5 to 1,500 characters. */
export const classifier = (): Figure => {
  const texts = readCorpus().map(({ text }) => text), pass = () => {
    const begun = performance.now(), used = process.cpuUsage();
    for (const text of texts) classify(text);
    const { user, system } = process.cpuUsage(used);
    return { clock: (performance.now() - begun) * 1000 / texts.length, processor: (user + system) / texts.length };
  };
  pass();
  const passes = Array.from({ length: runs }, pass), loadings = Array.from({ length: runs }, load);
  const each = median(passes.map(({ clock }) => clock)), loads = median(loadings.map(({ clock }) => clock)), commands = median(Array.from({ length: 3 }, command));
  const processor = { each: median(passes.map((one) => one.processor)), loads: median(loadings.map((one) => one.processor)) };
  const bytes = modelFile().length, { heldOut } = readModel(modelFile()).header, { kilobytes, loadMilliseconds, microseconds } = classifierLimits;
  return {
    title: 'Classifier of reports', how: `median of ${runs} passes over ${texts.length} texts and ${runs} new processes; what it gets right stands in its card`,
    lines: [
      { what: 'the model’s file', value: `${rounded(bytes / 1024)} KB`, limit: `${kilobytes} KB`, kept: bytes <= kilobytes * 1024 },
      { what: 'from the file to the first answer', value: milliseconds(loads), limit: milliseconds(loadMilliseconds), kept: loads <= loadMilliseconds, note: `${milliseconds(processor.loads)} of the processor` },
      { what: 'a text', value: `${rounded(each)} µs`, limit: `${microseconds} µs`, kept: each <= microseconds, note: `${rounded(processor.each)} µs of the processor` },
      { what: 'npm run classify, one line', value: milliseconds(commands), note: 'the process included' },
    ],
    data: { bytes, loads, each, processor, commands, heldOut },
  };
};
