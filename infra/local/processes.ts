/**
 * Child processes that end when we do: each leads its own process group, so that what it starts ends with it,
 * and every group still alive is killed when this process exits, however it exits short of SIGKILL.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { LocalFailure } from './failure.ts';

const alive = new Set<ChildProcess>();
let watching = false;

export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Both output streams go to this file, emptied first. */
  readonly log: string;
}

export function startGroup(command: Command): ChildProcess {
  mkdirSync(dirname(command.log), { recursive: true });
  const log = openSync(command.log, 'w');
  const child = spawn(command.file, command.args, { cwd: command.cwd, env: command.env, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  child.once('error', () => alive.delete(child));
  killTheRestOnExit();
  return child;
}

/** Ends the group: asks first, insists after `patience` milliseconds. Resolves when the leader is gone. */
export async function endGroup(child: ChildProcess, patience = 4000): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    signalGroup(child, 'SIGTERM');
    const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
    await gone;
    clearTimeout(insist);
  }
  signalGroup(child, 'SIGKILL');
  alive.delete(child);
}

/**
 * Runs a command to its end within `limit` milliseconds.
 * @throws LocalFailure naming the command, its last words and the log, when it fails or takes longer.
 */
export async function runBounded(command: Command, limit: number, remedy: string): Promise<void> {
  const child = startGroup(command);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    signalGroup(child, 'SIGKILL');
  }, limit);
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? signal ?? 'unknown'));
  });
  clearTimeout(timer);
  signalGroup(child, 'SIGKILL');
  if (late) throw new LocalFailure(`${command.name} did not finish within ${Math.round(limit / 1000)} s.`, `${remedy} (log: ${command.log})`);
  if (code !== 0) throw new LocalFailure(`${command.name} failed: ${lastWords(command.log) || `it ended with ${code}`}`, `${remedy} (log: ${command.log})`);
}

/** The most telling line near the end of a log: the last that speaks of an error, otherwise the last that says anything. */
export function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').slice(-20_000).split('\n')
    .map((line) => stripVTControlCharacters(line).trim())
    .filter((line) => line !== '' && !/^(at |\^|NOTICES|Node\.js v|Subprocess exited)|: Subprocess exited/.test(line));
  const telling = lines.filter((line) => /error|fail|invalid|denied|not found|cannot|❌/i.test(line) && !/Total time|_FAILED *\|/.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? '').slice(0, 400);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

function killTheRestOnExit(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => alive.forEach((child) => signalGroup(child, 'SIGKILL')));
}
