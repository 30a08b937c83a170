/** The emulator's own Python packages, in `.local/venv`, made once and kept while `requirements.txt` stays the same. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { inLocalFolder, inProject, projectFolder } from './folders.ts';
import { findPython } from './prerequisites.ts';
import { runBounded } from './processes.ts';

const requirements = inProject('infra', 'local', 'requirements.txt');
const INSTALL_LIMIT = 300_000;

/**
 * Path of the emulator's executable; installs it when it is not there. `MINISTACK_BIN` names one that is installed already.
 * @throws LocalFailure without Python, or when the packages cannot be fetched.
 */
export async function emulatorExecutable(): Promise<string> {
  const given = process.env['MINISTACK_BIN'];
  if (given && existsSync(given)) return given;
  const folder = inLocalFolder('venv');
  const executable = inLocalFolder('venv', 'bin', 'ministack');
  const wanted = createHash('sha256').update(await readFile(requirements)).digest('hex');
  const mark = inLocalFolder('venv', 'requirements.sha256');
  const ready = async (): Promise<boolean> => existsSync(executable) && existsSync(mark) && (await readFile(mark, 'utf8')) === wanted;
  if (await ready()) return executable;
  await oneAtATime(async () => {
    if (await ready()) return;
    await install(folder);
    await writeFile(mark, wanted);
  });
  return executable;
}

/** Two that start at once would write into each other's half-made folder: the second waits; a lock whose owner is gone is none. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  const lock = inLocalFolder('venv.lock');
  await mkdir(inLocalFolder(), { recursive: true });
  while (!(await taken(lock))) {
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (owner > 0 && !isRunning(owner)) await rm(lock, { force: true });
    else await pause(200);
  }
  try { await work(); } finally { await rm(lock, { force: true }); }
}

const taken = (lock: string): Promise<boolean> => writeFile(lock, String(process.pid), { flag: 'wx' }).then(() => true, (error: unknown) => {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  throw error;
});

const isRunning = (pid: number): boolean => {
  try { process.kill(pid, 0); return true; } catch (error) { return (error as NodeJS.ErrnoException).code === 'EPERM'; }
};

async function install(folder: string): Promise<void> {
  const python = await findPython();
  await rm(folder, { recursive: true, force: true });
  const common = { cwd: projectFolder, env: process.env, log: inLocalFolder('logs', 'install.log') };
  await runBounded(
    { ...common, name: 'Making the virtual environment', file: python, args: ['-m', 'venv', folder] },
    INSTALL_LIMIT,
    'Check that Python can make virtual environments (python3 -m venv).',
  );
  await runBounded(
    {
      ...common,
      name: 'Installing the emulator',
      file: inLocalFolder('venv', 'bin', 'python'),
      args: ['-m', 'pip', 'install', '--quiet', '--no-compile', '--require-hashes', '--no-deps', '--only-binary', ':all:', '--disable-pip-version-check', '-r', requirements],
    },
    INSTALL_LIMIT,
    'Check the connection to the Python package index and start again.',
  );
}
