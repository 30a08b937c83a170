/** Deployed functions that follow their sources: bundled again in place, and only the code that differs is sent. */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { build, type Metafile } from 'esbuild';
import { bundleOptions, writeOutputs } from '../build/bundle.ts';
import { entryPoints } from '../build/entry-points.ts';
import { bundleFolder, type Entry } from '../build/paths.ts';
import { assemblyOf } from './deploy.ts';
import { deployedFunctions } from './deployed-functions.ts';
import { inProject } from './folders.ts';
import { clientOptions } from './local-aws.ts';
import { zip } from './zip.ts';

export interface HotFunctions {
  /**
   * Bundles again what is made from the changed files and sends what differs. Resolves to the entries sent.
   * @param changed paths from the root
   */
  readonly update: (changed: ReadonlySet<string>) => Promise<Entry[]>;
  /** After a deployment: which function runs which bundle now. */
  readonly relearn: () => Promise<void>;
}

export async function hotFunctions(endpoint: string): Promise<HotFunctions> {
  const lambda = new LambdaClient(clientOptions(endpoint));
  const learnt = async (): Promise<Map<Entry, string[]>> => await deployedFunctions(endpoint, assemblyOf(), entryPoints().keys());
  const sources = new Map<Entry, ReadonlySet<string>>();
  learnSources(sources, JSON.parse(await readFile(inProject('.build', 'functions', 'meta.json'), 'utf8')) as Metafile);
  let deployed = await learnt();

  const send = async (entry: Entry): Promise<void> => {
    const ZipFile = await zipped(entry);
    await Promise.all((deployed.get(entry) ?? []).map(async (FunctionName) => await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }))));
  };
  return {
    update: async (changed) => {
      const affected = [...entryPoints()].filter(([entry]) => [...changed].some((path) => sources.get(entry)?.has(path) ?? true));
      if (affected.length === 0) return [];
      const { metafile, outputFiles } = await build(bundleOptions(new Map(affected)));
      learnSources(sources, metafile);
      const before = await prints(affected.map(([entry]) => entry));
      await writeOutputs(outputFiles);
      const after = await prints(before.keys());
      const different = [...after.keys()].filter((entry) => after.get(entry) !== before.get(entry));
      await Promise.all(different.map(send));
      return different;
    },
    relearn: async () => {
      deployed = await learnt();
    },
  };
}

const entryOf = (output: string): Entry => output.replace(/^\.build\/functions\//, '').replace(/\/index\.mjs$/, '') as Entry;

/** Which files each bundle is made from, paths from the root. */
function learnSources(sources: Map<Entry, ReadonlySet<string>>, { outputs }: Metafile): void {
  for (const [output, { inputs }] of Object.entries(outputs)) {
    if (output.endsWith('.mjs')) sources.set(entryOf(output), new Set(Object.keys(inputs)));
  }
}

async function prints(entries: Iterable<Entry>): Promise<Map<Entry, string>> {
  const found = new Map<Entry, string>();
  for (const entry of entries) {
    const bytes = await readFile(join(bundleFolder(entry), 'index.mjs')).catch(() => '');
    found.set(entry, createHash('sha256').update(bytes).digest('hex'));
  }
  return found;
}

async function zipped(entry: Entry): Promise<Buffer> {
  const folder = bundleFolder(entry);
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((file) => file.isFile()).map((file) => relative(folder, join(file.parentPath, file.name)));
  return zip(new Map(await Promise.all(paths.map(async (path): Promise<[string, Uint8Array]> => [path, await readFile(join(folder, path))]))));
}
