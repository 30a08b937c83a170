/** The whole province on one machine, from nothing to an address that answers: `npm start`, `npm run dev` and the tests. */
import { buildFunctions, buildPages } from './build.ts';
import { DEPLOY_STEPS, deployProvince } from './deploy.ts';
import { answers, startEmulator } from './emulator.ts';
import { requireLocal } from './local-aws.ts';
import { distributionLabel, type Outputs } from './outputs.ts';
import { passThrough } from './pass-through.ts';
import { anyFreePort } from './ports.ts';
import { requireDisk, requireFreePort, requireNode } from './prerequisites.ts';
import { seedProvince } from './seed/seed-province.ts';
import type { Seeded } from './seeded.ts';
import { silentSteps, type Steps } from './steps.ts';
import { emulatorExecutable } from './virtual-environment.ts';

export interface Province {
  readonly endpoint: string;
  readonly port: number;
  /** The one address of site and API. */
  readonly siteUrl: string;
  readonly outputs: Outputs;
  readonly seeded: Seeded;
}

export interface ProvinceOptions {
  readonly steps?: Steps;
  /** 8080 unless told; 0 takes any free port. */
  readonly sitePort?: number;
  /** 4566 unless told, another free one when it is taken; 0 takes any free port. */
  readonly emulatorPort?: number;
  /** Use the local AWS that answers at `AWS_ENDPOINT_URL`, if one does, and start none. */
  readonly useAnswering?: boolean;
  readonly workspace?: string;
  /** Called when the local AWS that was started here ends by itself. */
  readonly onEmulatorEnd?: (lastWords: string) => void;
}

/** How many steps `startProvince` reports. */
export const PROVINCE_STEPS = 5 + DEPLOY_STEPS;

const SITE_PORT = 8080;

/** What was started here and must be stopped, last first. */
const started: (() => Promise<void>)[] = [];

/** Stops what `startProvince` started, and nothing else. */
export async function stopProvince(): Promise<void> {
  for (const stop of started.splice(0).toReversed()) await stop();
}

/** @throws LocalFailure with one sentence and its remedy; what had been started is stopped by `stopProvince` */
export async function startProvince({ steps = silentSteps, ...options }: ProvinceOptions = {}): Promise<Province> {
  const sitePort = options.sitePort === 0 ? await anyFreePort() : (options.sitePort ?? SITE_PORT);
  const siteUrl = `http://localhost:${sitePort}`;
  await steps.run('Prerequisites', async () => {
    requireNode();
    await requireDisk();
    await requireFreePort(sitePort, 'SITE_PORT');
  });
  buildMeanwhile();
  const given = options.useAnswering ? await answeringEndpoint() : undefined;
  await steps.run('Emulator installed', async () => (given === undefined ? await emulatorExecutable() : undefined), (file) => (file === undefined ? 'not needed' : undefined));
  const { endpoint, port } = await steps.run(
    given === undefined ? 'Emulator ready' : 'Local AWS answers', async () => given ?? (await ownEmulator(options)), (emulator) => emulator.endpoint,
  );
  const workspace = options.workspace === undefined ? {} : { workspace: options.workspace };
  const outputs = await deployProvince({ endpoint, siteOrigin: siteUrl, port, steps, ...workspace });
  await steps.run('Address opened', async () => {
    const address = await passThrough({ endpoint, label: distributionLabel(outputs), port: sitePort });
    started.push(address.stop);
  }, () => siteUrl);
  const seeded = await steps.run('Seeded', async () => await seedProvince({ siteUrl, endpoint, outputs }), ({ note }) => note);
  return { endpoint, port, siteUrl, outputs, seeded };
}

/** The emulator's installation mostly waits for the network: what the deployment needs is built beside it. */
function buildMeanwhile(): void {
  for (const building of [buildFunctions(), buildPages()]) {
    // The deployment asks again and tells a failure then.
    building.catch(() => undefined);
  }
}

async function ownEmulator({ emulatorPort, onEmulatorEnd }: ProvinceOptions): Promise<{ endpoint: string; port: number }> {
  const emulator = await startEmulator({ ...(emulatorPort === undefined ? {} : { port: emulatorPort }), ...(onEmulatorEnd === undefined ? {} : { onEnd: onEmulatorEnd }) });
  started.push(emulator.stop);
  return emulator;
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
