/** The probe: one stack with one of everything we rely on, deployed once for the whole suite. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { bundleOptions } from '../../infra/build/bundle.ts';
import type { Entry } from '../../infra/build/paths.ts';
import { bootstrap } from '../../infra/local/deploy.ts';
import { inLocalFolder, inProject, projectFolder } from '../../infra/local/folders.ts';
import { commandEnvironment } from '../../infra/local/local-aws.ts';
import { type Outputs, readOutputs } from '../../infra/local/outputs.ts';
import { runBounded } from '../../infra/local/processes.ts';
import { reapply } from '../../infra/local/reapply.ts';
import { probeBundles } from './probe/probe-function.ts';

const NAMES = ['echo', 'authoriser', 'pre-token', 'observe'];
const LIMIT = 120_000;

/** What the suite needs to know of the deployed probe. */
export interface Probe {
  readonly endpoint: string;
  readonly port: number;
  readonly outputs: Outputs;
  /** Milliseconds since the epoch; the clocks of the stack began to run then. */
  readonly deployedAt: number;
}

/** Deploys the probe stack to a bare emulator. */
export async function deployProbe({ endpoint, port }: Pick<Probe, 'endpoint' | 'port'>): Promise<Probe> {
  await Promise.all([bootstrap(endpoint), bundleProbes()]);
  return { endpoint, port, outputs: await deployStack(endpoint, port), deployedAt: Date.now() };
}

async function bundleProbes(): Promise<void> {
  const entries = new Map<Entry, string>(NAMES.map((name) => [`functions/${name}`, inProject('test', 'emulator', 'functions', `${name}.ts`)]));
  await build({ ...bundleOptions(entries), outdir: join(probeBundles, '..'), write: true, sourcemap: false });
}

async function deployStack(endpoint: string, port: number): Promise<Outputs> {
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
