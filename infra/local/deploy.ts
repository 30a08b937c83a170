/** The real `cdk deploy` of every stack to the local AWS, and what must be done around it there. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFunctions, buildPages } from './build.ts';
import { inLocalFolder, inProject, projectFolder } from './folders.ts';
import { ACCOUNT, commandEnvironment, REGION, requireLocal } from './local-aws.ts';
import { outputOf, readOutputs, type Outputs } from './outputs.ts';
import { runBounded } from './processes.ts';
import { reapply } from './reapply.ts';
import { silentSteps, type Steps } from './steps.ts';
import { fingerprint, unlessUnchanged } from './unchanged.ts';
import { uploadSiteLocally } from './upload-site-locally.ts';

export interface Deployment {
  /** `http://127.0.0.1:4566` */
  readonly endpoint: string;
  /** Address people use, also the callback of sign-in and the origin of uploads: `http://localhost:8080`. */
  readonly siteOrigin: string;
  /** Port of the endpoint: where the distribution finds the API. */
  readonly port: number;
  readonly steps?: Steps;
  /** Folder under `.local` for templates and outputs, `start` unless told; two deployments at once each need their own. */
  readonly workspace?: string;
}

/** How many steps `deployProvince` reports. */
export const DEPLOY_STEPS = 4;

const START = 'start';

/** Where the templates of a workspace lie. */
export const assemblyOf = (workspace: string = START): string => inLocalFolder(workspace, 'cdk.out');
/** Where the outputs of its last deployment are kept. */
export const outputsOf = (workspace: string = START): string => inLocalFolder(workspace, 'outputs.json');

const BOOTSTRAP_LIMIT = 90_000;
const DEPLOY_LIMIT = 300_000;

/**
 * Builds what changed, bootstraps the account, deploys all stacks, re-applies what the emulator drops, publishes the pages.
 * @throws LocalFailure with the first thing that went wrong
 */
export async function deployProvince({ steps = silentSteps, ...deployment }: Deployment): Promise<Outputs> {
  const { endpoint } = deployment;
  requireLocal(endpoint);
  const bootstrapped = bootstrap(endpoint);
  // Awaited below; this only keeps an early failure of it from being reported as unhandled while the builds run.
  bootstrapped.catch(() => undefined);
  await steps.run('Functions and pages built', async () => await Promise.all([buildFunctions(), buildPages()]),
    ([functions, pages]) => (functions || pages ? undefined : 'unchanged'));
  await steps.run('Account bootstrapped', async () => await bootstrapped);
  const outputs = await steps.run('Stacks deployed', async () => await deployStacks(deployment), (o) => `${Object.keys(o).length} outputs`);
  await steps.run('Site published', async () => await uploadSiteLocally({ endpoint, bucket: outputOf(outputs, 'SiteBucket') }), (count) => `${count} files`);
  return outputs;
}

/** Makes the account ready for `cdk deploy`; needed once per emulator. */
export async function bootstrap(endpoint: string): Promise<void> {
  // In a folder of its own: beside cdk.json the command would synthesise the whole application first.
  const cwd = inLocalFolder('bootstrap');
  await mkdir(cwd, { recursive: true });
  await runBounded(
    { ...cdk(endpoint), name: 'Bootstrapping the local account', args: ['bootstrap', `aws://${ACCOUNT}/${REGION}`], cwd, log: logOf('bootstrap', new URL(endpoint).port) },
    BOOTSTRAP_LIMIT, 'Stop the emulator and start again.',
  );
}

async function deployStacks(deployment: Deployment): Promise<Outputs> {
  const { endpoint, workspace } = deployment;
  await synthesise(deployment);
  await runBounded(
    {
      ...cdk(endpoint), name: 'Deploying the stacks', cwd: projectFolder, log: logOf('deploy', workspace),
      args: [
        'deploy', '--all', '--app', assemblyOf(workspace), '--require-approval', 'never', '--concurrency', '4',
        '--outputs-file', outputsOf(workspace), '--progress', 'events',
      ],
    },
    DEPLOY_LIMIT, 'Correct what it names and start again.',
  );
  await reapply({ endpoint, assembly: assemblyOf(workspace) });
  return await readOutputs(outputsOf(workspace));
}

/** Runs only when the stacks, the bundles or the addresses changed: `cdk deploy` then reads the templates that lie there. */
async function synthesise({ endpoint, siteOrigin, port, workspace }: Deployment): Promise<void> {
  const context = ['-c', 'stage=local', '-c', `siteOrigin=${siteOrigin}`, '-c', `endpoint=${endpoint}`, '-c', `endpointPort=${port}`];
  const sources = ['infra', 'shared', 'events', '.build/functions', 'cdk.json', 'package-lock.json'];
  const assembly = assemblyOf(workspace);
  const step = { name: `stacks-${workspace ?? START}`, from: await fingerprint(sources, [assembly, ...context]), makes: join(assembly, 'manifest.json') };
  await unlessUnchanged(step, async () => {
    await rm(assembly, { recursive: true, force: true });
    await runBounded(
      {
        ...cdk(endpoint), name: 'Synthesising the stacks', cwd: projectFolder, log: logOf('synth', workspace),
        // the functions lie bundled: what cdk.json would do first
        args: ['synth', '--all', '--quiet', '--app', 'node_modules/.bin/node infra/app.ts', '--output', assembly, ...context],
      },
      DEPLOY_LIMIT, 'Correct what it names and start again.',
    );
  });
}

const logOf = (command: string, workspace: string = START): string => inLocalFolder('logs', `${command}-${workspace}.log`);

const cdk = (endpoint: string) => ({ file: inProject('node_modules', '.bin', 'cdk'), env: commandEnvironment(endpoint) });
