import type { TestProject } from 'vitest/node';
import { startEmulator } from '../../infra/local/emulator.ts';

declare module 'vitest' {
  interface ProvidedContext { endpoint: string }
}

/** A bare local AWS on a free port for the tests that need no more. `inject('endpoint')` tells where. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const emulator = await startEmulator({ port: 0 });
  project.provide('endpoint', emulator.endpoint);
  return emulator.stop;
}
