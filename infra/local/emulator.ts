/**
 * The local AWS: MiniStack as a child process, fresh at each start (its state is in memory).
 * `npm start` and the tests' set-up both start it here.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { LocalFailure } from './failure.ts';
import { inLocalFolder, inProject, projectFolder } from './folders.ts';
import { anyFreePort, isFree } from './ports.ts';
import { requireNode } from './prerequisites.ts';
import { endGroup, lastWords, startGroup } from './processes.ts';
import { emulatorExecutable } from './virtual-environment.ts';

export interface Emulator {
  /** `http://127.0.0.1:<port>`: the number, so that SDKs use path style by themselves. */
  readonly endpoint: string;
  readonly port: number;
  /** Ends the emulator, its functions and its temporary files. */
  readonly stop: () => Promise<void>;
}

export interface EmulatorOptions {
  /** Wanted port, 4566 unless told; another free one is taken when it is in use, or when it is 0. */
  readonly port?: number;
  /** Without the line that tells where it listens. */
  readonly quiet?: boolean;
  /** Called when it ends without having been stopped, with its last words. */
  readonly onEnd?: (lastWords: string) => void;
}

const DEFAULT_PORT = 4566;
const READY_LIMIT = 40_000;
const LOG_AGE = 24 * 3_600_000;

/** @throws LocalFailure when a prerequisite is missing or it does not get ready. */
export async function startEmulator({ port = DEFAULT_PORT, quiet = true, onEnd }: EmulatorOptions = {}): Promise<Emulator> {
  requireNode();
  const file = await emulatorExecutable();
  const chosen = port !== 0 && (await isFree(port)) ? port : await anyFreePort();
  const endpoint = `http://127.0.0.1:${chosen}`;
  // Outside the project: a function unpacked inside it would find the project's node_modules and hide a bundling mistake.
  const scratch = await mkdtemp(join(tmpdir(), 'haugiang-emulator-'));
  await removeOldLogs();
  const clear = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  const log = inLocalFolder('logs', `emulator-${chosen}.log`);
  const child = startGroup({ name: 'The emulator', file, args: [], cwd: scratch, log, env: emulatorEnvironment(chosen, scratch) });
  process.once('exit', clear);
  const ended = (): void => onEnd?.(lastWords(log));
  const stop = async (): Promise<void> => {
    child.off('exit', ended);
    await endGroup(child);
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
    process.off('exit', clear);
  };
  try {
    await ready(endpoint, child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  child.once('exit', ended);
  if (!quiet) process.stdout.write(`Local AWS at ${endpoint}\n`);
  return { endpoint, port: chosen, stop };
}

/** True when an AWS emulator answers there. */
export async function answers(endpoint: string): Promise<boolean> {
  for (const path of ['/_ministack/health', '/_localstack/health']) {
    const response = await fetch(endpoint + path, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (response?.ok) return true;
  }
  return false;
}

/** Each port has a log of its own, so they would pile up. */
async function removeOldLogs(): Promise<void> {
  const folder = inLocalFolder('logs');
  for (const name of await readdir(folder).catch(() => [])) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > LOG_AGE) await rm(join(folder, name), { force: true });
  }
}

function emulatorEnvironment(port: number, scratch: string): NodeJS.ProcessEnv {
  // Functions inherit this environment, so it is made from nothing: neither the person's AWS settings nor NODE_OPTIONS reach them.
  const { PATH = '', HOME, LANG } = process.env;
  return {
    PATH: `${inProject('node_modules', '.bin')}${delimiter}${PATH}`,
    ...(HOME === undefined ? {} : { HOME }),
    LANG: LANG ?? 'C.UTF-8',
    TMPDIR: scratch,
    PYTHONUNBUFFERED: '1',
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    AUTH: 'true',
    MINISTACK_COGNITO_PRETOKEN_STRICT: '1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    MINISTACK_REGION: 'ap-southeast-1',
    LOG_LEVEL: process.env['EMULATOR_LOG_LEVEL'] ?? 'INFO',
  };
}

async function ready(endpoint: string, child: ChildProcess, log: string): Promise<void> {
  const deadline = performance.now() + READY_LIMIT;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new LocalFailure(`The emulator ended while starting: ${lastWords(log)}`, `Remove ${join(projectFolder, '.local', 'venv')} and start again (log: ${log})`);
    }
    if (await answers(endpoint)) return;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new LocalFailure(`The emulator did not answer at ${endpoint} within ${READY_LIMIT / 1000} s.`, `Look at its log: ${log}`);
}
