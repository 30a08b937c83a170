/** Deployed functions that follow their sources: bundled again in place, and only the code that differs is sent. */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { context } from 'esbuild';
import { bundleOptions, writeOutputs } from '../build/bundle.ts';
import { entryPoints } from '../build/entry-points.ts';
import { bundleFolder, type Entry } from '../build/paths.ts';
import { assemblyOf } from './deploy.ts';
import { deployedFunctions } from './deployed-functions.ts';
import { inProject } from './folders.ts';
import { clientOptions } from './local-aws.ts';
import { zip } from './zip.ts';

export interface HotFunctions {
  /** Bundles again and sends what differs. Resolves to the entries sent. */
  readonly update: () => Promise<Entry[]>;
  /** After a deployment: which function runs which bundle now. */
  readonly relearn: () => Promise<void>;
}

export async function hotFunctions(endpoint: string): Promise<HotFunctions> {
  const entries = entryPoints();
  const lambda = new LambdaClient(clientOptions(endpoint));
  const bundler = await context(bundleOptions(entries));
  const sent = new Map<string, string>();
  let deployed = await deployedFunctions(endpoint, assemblyOf(), entries.keys());

  const bundle = async (): Promise<Entry[]> => {
    const { outputFiles } = await bundler.rebuild();
    await writeOutputs(outputFiles);
    const bundles = outputFiles.filter(({ path }) => path.endsWith('.mjs'));
    const changed = bundles.filter(({ path, contents }) => {
      const print = createHash('sha256').update(contents).digest('hex');
      const differs = sent.get(path) !== print;
      sent.set(path, print);
      return differs;
    });
    return changed.map(({ path }) => relative(inProject('.build', 'functions'), path).replace('/index.mjs', '') as Entry);
  };
  const send = async (entry: Entry): Promise<void> => {
    const names = deployed.get(entry) ?? [];
    if (names.length === 0) return;
    const ZipFile = await zipped(entry);
    await Promise.all(names.map(async (FunctionName) => await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }))));
  };

  await bundle();
  return {
    update: async () => {
      const changed = await bundle();
      await Promise.all(changed.map(send));
      return changed;
    },
    relearn: async () => {
      deployed = await deployedFunctions(endpoint, assemblyOf(), entries.keys());
    },
  };
}

async function zipped(entry: Entry): Promise<Buffer> {
  const folder = bundleFolder(entry);
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((file) => file.isFile()).map((file) => relative(folder, join(file.parentPath, file.name)));
  return zip(new Map(await Promise.all(paths.map(async (path): Promise<[string, Uint8Array]> => [path, await readFile(join(folder, path))]))));
}
