/**
 * `npm run bench`: measures every figure the province promises itself, on a province it starts for this alone, prints one
 * table and writes `.local/bench.json`. `npm run bench -- cold pages` measures only the figures with these words in their name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { buildFunctions, buildPages } from '../../infra/local/build.ts';
import { tellFailure } from '../../infra/local/failure.ts';
import { inLocalFolder } from '../../infra/local/folders.ts';
import { startProvince, stopProvince, type Province } from '../../infra/local/province.ts';
import { busyQueue } from './busy-queue.ts';
import { counters } from './counters.ts';
import { actUnits } from './act-units.ts';
import { classifier } from './classifier.ts';
import { coldStart } from './cold-start.ts';
import type { Figure } from './figure.ts';
import { filing } from './filing.ts';
import { firstRequest } from './first-request.ts';
import { load } from './load.ts';
import { pageWeights } from './page-weight.ts';
import { reportBursts } from './report-bursts.ts';
import { reportsAtSize } from './reports-at-size.ts';
import { registerFiles } from './register.ts';
import { queueVisible } from './queue-visible.ts';
import { table } from './table.ts';
import { writeUnits } from './write-units.ts';

type Measure = { readonly name: string; readonly of: () => Promise<Figure> | Figure } | { readonly name: string; readonly on: (province: Province) => Promise<Figure> };

/** First what needs a quiet machine and no province; on the province the queue before the load that fills it. */
const measures: readonly Measure[] = [
  { name: 'pages', of: pageWeights },
  { name: 'cold start', of: coldStart },
  { name: 'first request', of: firstRequest },
  { name: 'counters', of: counters },
  { name: 'classifier', of: classifier },
  { name: 'register', of: registerFiles },
  { name: 'million reports', of: reportsAtSize },
  { name: 'write units', on: writeUnits },
  { name: 'write units of acts', on: actUnits },
  { name: 'busy queue', on: busyQueue },
  { name: 'queue visible', on: queueVisible },
  { name: 'filing', on: filing },
  { name: 'bursts', on: reportBursts },
  { name: 'load', on: load },
];
const limit = 40 * 60_000;

const words = process.argv.slice(2);
const wanted = measures.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

const measureAll = async (): Promise<Figure[]> => {
  await Promise.all([buildFunctions(), buildPages()]);
  const figures: Figure[] = [];
  let province: Province | undefined;
  for (const measure of wanted) {
    const begun = performance.now();
    if ('of' in measure) figures.push(await measure.of());
    else figures.push(await measure.on(province ??= await startProvince({ sitePort: 0, emulatorPort: 0, workspace: 'bench' })));
    say(`… ${measure.name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  return figures;
};

const machine = { processors: cpus().length, model: cpus()[0]?.model ?? 'unknown', memoryGb: Math.round(totalmem() / 1e9), load: loadavg()[0] ?? 0, node: process.version };
const tooLong = setTimeout(() => {
  say(`The bench did not end within ${limit / 60_000} minutes.`);
  process.exit(1);
}, limit);
tooLong.unref();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void stopProvince().finally(() => process.exit(1)); });

try {
  say(`${machine.processors} processors (${machine.model}), load ${machine.load.toFixed(1)}, Node ${machine.node}${machine.load > machine.processors ? ': others are working on this machine, times will be high' : ''}`);
  const figures = await measureAll();
  const file = inLocalFolder('bench.json');
  mkdirSync(inLocalFolder(), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, figures: figures.map(({ title, how, lines, data }) => ({ title, how, kept: lines.every(({ kept }) => kept !== false), data })) }, null, 1)}\n`);
  const missed = figures.flatMap(({ lines }) => lines).filter(({ kept }) => kept === false).length;
  say(`\n${table(figures)}\n\n${missed === 0 ? 'every figure is kept' : `${missed} not kept`}; as data in ${file}`);
  process.exitCode = missed === 0 ? 0 : 1;
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
} finally {
  await stopProvince();
}
