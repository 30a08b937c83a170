/** Starts an emulator on a free port and deploys the probe stack, once for the whole suite. */
import { build } from 'esbuild';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleOptions } from '../../infra/build/bundle.ts';
import type { Entry } from '../../infra/build/paths.ts';
import { bootstrap } from '../../infra/local/deploy.ts';
import { startEmulator } from '../../infra/local/emulator.ts';
import { inLocalFolder, inProject, projectFolder } from '../../infra/local/folders.ts';
import { commandEnvironment } from '../../infra/local/local-aws.ts';
import { type Outputs, readOutputs } from '../../infra/local/outputs.ts';
import { runBounded } from '../../infra/local/processes.ts';
import { reapply } from '../../infra/local/reapply.ts';
import { probeBundles } from './probe/probe-function.ts';

declare module 'vitest' {
  interface ProvidedContext {
    probe: { readonly endpoint: string; readonly port: number; readonly outputs: Outputs; readonly deployedAt: number };
  }
}

const NAMES = ['echo', 'authoriser', 'pre-token', 'observe'];
const LIMIT = 120_000;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [emulator] = await Promise.all([startEmulator({ port: 0 }), bundleProbes()]);
  try {
    await bootstrap(emulator.endpoint);
    const outputs = await deployProbe(emulator.endpoint, emulator.port);
    project.provide('probe', { endpoint: emulator.endpoint, port: emulator.port, outputs, deployedAt: Date.now() });
  } catch (error) {
    await emulator.stop();
    throw error;
  }
  return async () => await emulator.stop();
}

async function bundleProbes(): Promise<void> {
  const entries = new Map<Entry, string>(NAMES.map((name) => [`probe/${name}`, inProject('test', 'emulator', 'functions', `${name}.ts`)]));
  await build({ ...bundleOptions(entries), outdir: join(probeBundles, '..'), entryPoints: [...entries].map(([entry, file]) => ({ in: file, out: `${entry.replace('probe/', 'functions/')}/index` })), write: true, sourcemap: false });
}

async function deployProbe(endpoint: string, port: number): Promise<Outputs> {
  const assembly = inLocalFolder('probe', 'cdk.out');
  const outputs = inLocalFolder('probe', 'outputs.json');
  await runBounded(
    {
      name: 'Deploying the probe', file: inProject('node_modules', '.bin', 'cdk'), cwd: projectFolder, env: commandEnvironment(endpoint), log: inLocalFolder('logs', 'probe.log'),
      args: [
        'deploy', '--all', '--app', 'node test/emulator/probe-stack.ts', '--output', assembly, '-c', `endpointPort=${port}`,
        '--require-approval', 'never', '--outputs-file', outputs,
      ],
    },
    LIMIT, 'Correct what it names.',
  );
  await reapply({ endpoint, assembly });
  return await readOutputs(outputs);
}
