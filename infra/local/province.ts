/** The whole province on one laptop, from nothing to an address that answers: what `npm start` and `npm run dev` share. */
import { DEPLOY_STEPS, deployProvince } from './deploy.ts';
import { answers, startEmulator } from './emulator.ts';
import { requireLocal } from './local-aws.ts';
import { distributionLabel, type Outputs } from './outputs.ts';
import { passThrough } from './pass-through.ts';
import { requireDisk, requireFreePort, requireNode } from './prerequisites.ts';
import { seedProvince } from './seed/seed-province.ts';
import type { Seeded } from './seeded.ts';
import { printedSteps } from './steps.ts';
import { emulatorExecutable } from './virtual-environment.ts';

export interface Province {
  readonly endpoint: string;
  readonly siteUrl: string;
  readonly outputs: Outputs;
  readonly seeded: Seeded;
}

const OWN_STEPS = 5;
const SITE_PORT = 8080;

/** What was started here and must be stopped, last first. */
const started: (() => Promise<void>)[] = [];

/** Stops what `startProvince` started, and nothing else. */
export async function stopProvince(): Promise<void> {
  for (const stop of started.splice(0).toReversed()) await stop();
}

/** @throws LocalFailure with one sentence and its remedy */
export async function startProvince(): Promise<Province> {
  const steps = printedSteps(OWN_STEPS + DEPLOY_STEPS);
  const sitePort = Number(process.env['SITE_PORT'] ?? SITE_PORT);
  const siteUrl = `http://localhost:${sitePort}`;
  await steps.run('Prerequisites', async () => {
    requireNode();
    await requireDisk();
    await requireFreePort(sitePort, 'SITE_PORT');
  });
  const given = await answeringEndpoint();
  if (given === undefined) await steps.run('Emulator installed', emulatorExecutable);
  const { endpoint, port } = await steps.run(given === undefined ? 'Emulator ready' : 'Local AWS answers', async () => given ?? (await ownEmulator()), (e) => e.endpoint);
  const outputs = await deployProvince({ endpoint, siteOrigin: siteUrl, port, steps });
  await steps.run('Address opened', async () => {
    const { stop } = await passThrough({ endpoint, label: distributionLabel(outputs), port: sitePort });
    started.push(stop);
  }, () => siteUrl);
  const seeded = await steps.run('Seeded', async () => await seedProvince({ siteUrl, endpoint, outputs }), ({ note }) => note);
  return { endpoint, siteUrl, outputs, seeded };
}

async function ownEmulator(): Promise<{ endpoint: string; port: number }> {
  const { endpoint, port, stop } = await startEmulator();
  started.push(stop);
  return { endpoint, port };
}

/** `AWS_ENDPOINT_URL`, when something answers there already: then nothing is started. */
async function answeringEndpoint(): Promise<{ endpoint: string; port: number } | undefined> {
  const endpoint = process.env['AWS_ENDPOINT_URL']?.replace(/\/$/, '');
  if (!endpoint) return undefined;
  requireLocal(endpoint);
  if (!(await answers(endpoint))) return undefined;
  const { port, protocol } = new URL(endpoint);
  return { endpoint, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
}
