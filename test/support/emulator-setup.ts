import type { TestProject } from 'vitest/node';
import { startEmulator } from '../../infra/local/emulator.ts';
import { deployProbe, type Probe } from '../emulator/deploy-probe.ts';

declare module 'vitest' {
  interface ProvidedContext { endpoint: string; probe: Probe }
}

/** A local AWS on a free port that holds nothing but the probe stack. `inject('endpoint')` tells where. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const emulator = await startEmulator({ port: 0 });
  try {
    project.provide('endpoint', emulator.endpoint);
    project.provide('probe', await deployProbe(emulator));
  } catch (error) {
    await emulator.stop();
    throw error;
  }
  return emulator.stop;
}
