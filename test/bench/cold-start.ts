import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileCacheSettings } from '../../infra/build/compile-cache.ts';
import type { Entry } from '../../infra/build/paths.ts';
import { coldStartRatio } from '../budgets/limits.ts';
import { median, milliseconds, rounded } from './figure.ts';
import type { Figure } from './figure.ts';
import { bundleFile, functionEnvironment, httpBundles } from './http-bundles.ts';

const starter = join(import.meta.dirname, 'process-start.mjs');
const limit = 10_000;

/** Milliseconds from the start of a process to its handler being there, started as Lambda does: in the folder of its bundle. */
const start = async (name: string, file: string): Promise<number> => {
  const begun = performance.now();
  const env = { ...functionEnvironment('http://127.0.0.1:9'), ...compileCacheSettings(name as Entry) };
  const child = spawn(process.execPath, [starter, pathToFileURL(file).href], { env, cwd: dirname(file), stdio: ['ignore', 'pipe', 'pipe'], timeout: limit });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => { complaint += text.toString(); });
  const ready = once(child.stdout, 'data').then(() => performance.now() - begun);
  const [code] = await once(child, 'exit') as [number | null];
  if (code !== 0) throw new Error(`${file} did not get ready: ${complaint.slice(0, 500)}`);
  return ready;
};

/**
 * Process start to handler ready of every HTTP function against a handler that is nothing but itself. The variants take
 * turns within each round, so that whatever else the machine does falls on all alike. Prewarming happens in Lambda only.
 */
export const coldStart = async (rounds = 15): Promise<Figure> => {
  const folder = await mkdtemp(join(tmpdir(), 'haugiang-bench-'));
  const bare = join(folder, 'bare.mjs');
  await writeFile(bare, 'export const handler = async () => ({ statusCode: 204 });\n');
  const variants = [['bare', bare], ...httpBundles.map((entry) => [entry, bundleFile(entry)])] as [string, string][];
  const samples = new Map<string, number[]>(variants.map(([name]) => [name, []]));
  try {
    for (const [name, file] of variants) await start(name, file);
    for (let round = 0; round < rounds; round++) {
      for (let turn = 0; turn < variants.length; turn++) {
        const [name, file] = variants[(turn + round) % variants.length] as [string, string];
        samples.get(name)?.push(await start(name, file));
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const base = median(samples.get('bare') ?? []);
  const results = httpBundles.map((entry) => {
    const time = median(samples.get(entry) ?? []);
    return { entry, milliseconds: rounded(time), ratio: rounded(time / base, 2) };
  });
  return {
    title: 'Cold start', how: `process start to handler ready, a bare handler takes ${milliseconds(base)}; median of ${rounds} rounds taken in turns`,
    lines: results.map(({ entry, ratio, milliseconds: time }) => ({ what: entry, value: `${ratio.toFixed(2)}x (${milliseconds(time)})`, limit: `${coldStartRatio.toFixed(1)}x`, kept: ratio <= coldStartRatio })),
    data: { bareMilliseconds: rounded(base), rounds, functions: results },
  };
};
