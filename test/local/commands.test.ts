import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'haugiang-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
const collected = (stream: NodeJS.ReadableStream | null): { text: string } => { const kept = { text: '' }; stream?.on('data', (chunk) => { kept.text += String(chunk); }); return kept; };
const started = (args: readonly string[], env: Record<string, string> = {}): { child: ChildProcess; out: { text: string }; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = [collected(child.stdout), collected(child.stderr)];
  return { child, out, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, out: out.text, err: err.text })) };
};
const start = (env: Record<string, string>, ...before: string[]): Promise<Ended> => started([...before, 'infra/local/run.mjs', 'infra/local/start.ts'], env).ended;
/** A command of its own, framed as `npm start` is. */
const framed = (name: string, work: string): string => {
  const file = join(folder, `${name}.ts`);
  const from = (path: string): string => JSON.stringify(join(root, 'infra/local', path));
  writeFileSync(file, `import { runCommand } from ${from('command.ts')};\nimport { runBounded, startGroup } from ${from('processes.ts')};\nconst log = ${JSON.stringify(join(folder, `${name}.log`))};\nconst sleeper = "setInterval(() => {}, 1000)";\nawait runCommand(async () => {\n${work}\n});\n`);
  return file;
};
const isAlive = (pid: number): boolean => { try { return process.kill(pid, 0); } catch { return false; } };
const until = async (holds: () => boolean): Promise<void> => { for (let turn = 0; turn < 1600 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 25)); };

/** One sentence and what to do about it, and nothing else that looks like a program speaking. */
const expectOneSentence = ({ code, err }: Ended, sentence: RegExp): void => {
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(2);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/\n\s+at |node:internal|Error:/);
};

describe('npm start that cannot', () => {
  test('open its port says so, names another, and ends with 1', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expectOneSentence(await start({ SITE_PORT: String(port) }), new RegExp(`✘ Port ${port} is taken by another program\\.\n.*SITE_PORT=${port + 1} npm start`));
    server.close();
  });
  test('read its port says so and ends with 1', async () => expectOneSentence(await start({ SITE_PORT: 'web' }), /✘ SITE_PORT=web is not a port/));
  test('run on this Node says which it needs and ends with 1', async () => {
    const older = 'data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.19.1" })';
    expectOneSentence(await start({}, '--import', older), /✘ This is Node 20\.19\.1; the project runs on Node 24\.\n.*npm ci/);
  });
  test('deploy says what failed and where its log is, and ends with 1', async () => {
    const failing = framed('failing', 'await runBounded({ name: "Deploying the stacks", file: process.execPath, args: ["-e", "console.error(\'CREATE_FAILED: the table exists\'); process.exit(1)"], cwd: process.cwd(), env: process.env, log }, 10_000, "Correct what it names and start again.");');
    expectOneSentence(await started([failing]).ended, /✘ Deploying the stacks failed: CREATE_FAILED: the table exists\n.*Correct what it names and start again\. \(log: .*failing\.log\)/);
  });
});

describe('Ctrl-C', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops what the command started with all it started, and nothing else', async (signal) => {
    const foreign = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const left: number[] = [];
    onTestFinished(() => { foreign.kill('SIGKILL'); for (const pid of left.filter(isAlive)) process.kill(pid, 'SIGKILL'); });
    const nested = 'const { spawn } = require("node:child_process"); console.log(spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]).pid); setInterval(() => {}, 1000)';
    const working = framed(`working-${signal}`, `const child = startGroup({ name: "Worker", file: process.execPath, args: ["-e", ${JSON.stringify(nested)}], cwd: process.cwd(), env: process.env, log });\nconst { readFileSync } = await import("node:fs");\nwhile (!readFileSync(log, "utf8").includes("\\n")) await new Promise((resolve) => setTimeout(resolve, 20));\nconsole.log(JSON.stringify([child.pid, Number(readFileSync(log, "utf8"))]));\nsetInterval(() => {}, 1000);`);
    const { child, out, ended } = started([working]);
    await until(() => out.text.includes(']'));
    const own = JSON.parse(out.text) as number[];
    left.push(...own);
    expect(own.map(isAlive)).toEqual([true, true]);
    child.kill(signal);
    child.kill(signal);
    const { code, err } = await ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await until(() => !own.some(isAlive));
    expect(own.map(isAlive)).toEqual([false, false]);
    expect(isAlive(foreign.pid ?? 0)).toBe(true);
  });
});
