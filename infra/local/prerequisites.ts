/** What the laptop must have before anything is started. Each lack is one sentence and its remedy. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import { LocalFailure } from './failure.ts';
import { inLocalFolder, projectFolder } from './folders.ts';
import { isFree } from './ports.ts';

const run = promisify(execFile);
const NODE_MAJOR = 24;
const PYTHON_MINOR = 10;
const DISK_BYTES = 2 * 1024 ** 3;

/** @throws LocalFailure when the platform or Node cannot run the project. */
export function requireNode(): void {
  if (process.platform === 'win32') throw new LocalFailure('The local AWS does not run on Windows itself.', 'Run the same commands inside WSL 2 (Ubuntu).');
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    throw new LocalFailure(
      `This is Node ${process.versions.node}; the project runs on Node ${NODE_MAJOR}.`,
      `Start it with "npm start" after "npm ci", which brings Node ${NODE_MAJOR} on Linux; elsewhere install Node ${NODE_MAJOR} from nodejs.org.`,
    );
  }
  if (!existsSync(inLocalFolder('..', 'node_modules', 'aws-cdk'))) throw new LocalFailure('The packages are not installed.', 'Run "npm ci" first.');
}

/** @throws LocalFailure when less than 2 GB (or `wanted` bytes) are free where the project lies. */
export async function requireDisk(wanted: number = DISK_BYTES): Promise<void> {
  const { bavail, bsize } = await statfs(projectFolder);
  if (bavail * bsize < wanted) {
    throw new LocalFailure(`Only ${(bavail * bsize / 1024 ** 3).toFixed(1)} GB are free on the disk of ${projectFolder}.`, 'Free at least 2 GB and start again.');
  }
}

/**
 * The port an environment variable names; undefined when it names none. 0 asks for any free one.
 * @throws LocalFailure when it is not a port a person may open.
 */
export function portNamedBy(variable: string): number | undefined {
  const text = process.env[variable];
  if (!text) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port === 0 || (port >= 1024 && port <= 65_535)) return port;
  throw new LocalFailure(`${variable}=${text} is not a port that can be opened.`, `Choose one from 1024 to 65535, for example ${variable}=8090 npm start`);
}

/** @throws LocalFailure when another program holds the port. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  if (!(await isFree(port))) {
    throw new LocalFailure(`Port ${port} is taken by another program.`, `Stop that program (perhaps an earlier "npm start"), or choose another port: ${variable}=${port + 1} npm start`);
  }
}

/**
 * The first Python that is new enough and can make virtual environments (`PYTHON` wins over those on the PATH).
 * @throws LocalFailure when there is none.
 */
export async function findPython(): Promise<string> {
  const named = process.env['PYTHON'];
  const candidates = named ? [named] : ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
  const seen: string[] = [];
  for (const candidate of candidates) {
    const answer = await askPython(candidate);
    if (answer === undefined) continue;
    const [major = 0, minor = 0, venv = 0] = answer;
    if (major === 3 && minor >= PYTHON_MINOR && venv === 1) return candidate;
    seen.push(`${candidate} is ${major}.${minor}${venv === 1 ? '' : ' without the venv module'}`);
  }
  throw new LocalFailure(
    `Python 3.${PYTHON_MINOR} or newer with the venv module is needed${seen.length > 0 ? `; ${seen.join(', ')}` : ' and none was found'}.`,
    'Install it (Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python), or name one: PYTHON=/path/to/python3 npm start',
  );
}

async function askPython(file: string): Promise<number[] | undefined> {
  const question = 'import sys\ntry:\n import venv, ensurepip; ok = 1\nexcept ImportError: ok = 0\nprint(sys.version_info[0], sys.version_info[1], ok)';
  try {
    const { stdout } = await run(file, ['-c', question], { timeout: 10_000 });
    return stdout.trim().split(' ').map(Number);
  } catch {
    return undefined;
  }
}
