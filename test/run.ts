import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProvince, stopProvince } from '../infra/local/province.ts';
import type { Ended } from './support/closing-line.ts';

type Part = { readonly name: string; readonly command: readonly string[]; readonly vitest?: boolean; /** lets who waits for browsers and tables go first: how far, as the system counts niceness */ readonly patience?: number };

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const scratch = mkdtempSync(join(tmpdir(), 'haugiang-test-'));

const vitest = (project: string, patience = 0): Part => ({ name: `${project} tests`, command: ['vitest', 'run', '--project', project], vitest: true, patience });
/** What others stand on. */
const bundles: Part = { name: 'bundles and pages', command: ['node', 'infra/local/build.ts'] };
/** Bundling leaves half a processor free. */
const whileBundling: readonly Part[] = [
  { name: 'types of web', command: ['tsc', '-p', 'web', '--checkers', '1'], patience: 10 },
  { name: 'types of the tests of web', command: ['tsc', '-p', 'test/web', '--checkers', '1'], patience: 10 },
];
/** Measures time, and so wants the machine for itself. */
const unit = vitest('unit');
/** The deployed province and the bare local AWS wait for their parts more than they reckon: what reckons is done beside them, and lets them go first. */
const beside: readonly (readonly Part[])[] = [[
  { name: 'types of shared, events, functions', command: ['tsc', '-p', '.', '--checkers', '1'], patience: 10 },
  { name: 'types of infra and test', command: ['tsc', '-p', 'infra', '--checkers', '1'], patience: 10 },
  { name: 'lint and import rules', command: ['oxlint', '--deny-warnings', '--threads=1'], patience: 10 },
  { name: 'unused files, exports, dependencies', command: ['knip'], patience: 10 },
  { name: 'generated files are current', command: ['node', 'infra/generate/all.ts', '--check'] },
], [
  // takes both processors by itself, and so fills what the others leave and is the last to end
  vitest('thorough', 7),
], [
  vitest('emulator'), vitest('screens'),
]];

/** Compilers and linter take every processor they see and, sharing two with other lanes, reckon the same thing twice for it; they end sooner than their memory is worth tidying. */
const oneProcessor = { GOMAXPROCS: '1', GOGC: 'off', GOMEMLIMIT: '4GiB' };

/** On one deployed province: how it was seeded, before anybody has touched it; then what asks it and what walks it in a browser, beside each other like people do. */
const untouched = vitest('seed');
const onProvince: readonly Part[] = [vitest('province'), vitest('journeys')];

/** Runs a part to its end; what it says is shown as it comes, or (`kept`) all at once when it has ended. */
const run = (part: Part, countsFile: string, kept: boolean, more: Record<string, string>): Promise<number> => new Promise((resolve) => {
  const [command = '', ...args] = part.command;
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, TEST_COUNTS: countsFile, ...more };
  const said = kept ? openSync(`${countsFile}.said`, 'w') : 'inherit';
  const end = (code: number): void => {
    if (kept) process.stdout.write(`\n▶ ${part.name}\n${readFileSync(`${countsFile}.said`, 'utf8')}`);
    resolve(code);
  };
  if (!kept) process.stdout.write(`\n▶ ${part.name}\n`);
  const running = spawn(join(bin, command), args, { cwd: root, env, stdio: ['ignore', said, said] });
  if (part.patience && running.pid !== undefined) setPriority(running.pid, part.patience);
  running.on('exit', (code) => { end(code ?? 1); }).on('error', () => { end(1); });
});

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const times: string[] = [];
/** What failed, with its reason: told again at the end, where it is found without reading the whole. */
const failures: string[] = [];
const lastWords = (file: string): string => existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n') : '';
/** One after the other; a failure does not hide the parts after it. */
const runAll = async (parts: readonly Part[], kept = false, env: Record<string, string> = {}): Promise<void> => {
  for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))) {
    const begun = performance.now();
    const file = join(scratch, `${part.name.replaceAll(/\W/g, '-')}.json`);
    const code = await run(part, file, kept, env);
    const ended: Ended = part.vitest && existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8')) as Ended
      : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0, failures: [] };
    // a runner that ends badly without a failed test has failed all the same
    const endedBadly = code !== 0 && ended.failed === 0;
    total.passed += ended.passed; total.failed += endedBadly ? 1 : ended.failed; total.skipped += ended.skipped;
    failures.push(...ended.failures, ...(endedBadly ? [`${part.name} ended with ${code}\n${lastWords(`${file}.said`)}`] : []));
    times.push(`${code === 0 ? '✔' : '✖'} ${part.name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
};

/** Starts the province once for both; without it neither can be run, and that is one failure with its sentence. */
const runOnProvince = async (): Promise<void> => {
  process.once('SIGINT', () => { void stopProvince().finally(() => process.exit(130)); });
  const begun = performance.now();
  try {
    const { siteUrl, endpoint } = await startProvince({ sitePort: 0, emulatorPort: 0, workspace: 'test' });
    times.push(`✔ the province deployed and seeded: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    const env = { RUNNING_SITE: siteUrl, RUNNING_ENDPOINT: endpoint, RUNNING_WORKSPACE: 'test' };
    await runAll([untouched], true, env);
    await Promise.all(onProvince.map((part, n) => runAll([part], n === 0, env)));
  } catch (error) {
    failures.push(`the province did not start: ${error instanceof Error ? error.message : String(error)}`);
    total.failed++;
  } finally { await stopProvince(); }
};

// only a whole run has the time to gain; of a part that was asked for, one wants to see what it says
if (wanted.length > 0) await runAll([bundles, unit, ...whileBundling, ...beside.flat(), untouched, ...onProvince]);
else {
  await Promise.all([runAll([bundles]), runAll(whileBundling, true, oneProcessor)]);
  await runAll([unit]);
  await Promise.all([runOnProvince(), ...beside.map((lane) => runAll(lane, true, oneProcessor))]);
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${failures.map((failure) => `✖ ${failure}\n\n`).join('')}${times.join('\n')}\n\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
