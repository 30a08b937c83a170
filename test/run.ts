import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Counts = { passed: number; failed: number; skipped: number };
type Part = { readonly name: string; readonly command: readonly string[]; readonly vitest?: boolean };

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const scratch = mkdtempSync(join(tmpdir(), 'haugiang-test-'));

const vitest = (project: string): Part => ({ name: `${project} tests`, command: ['vitest', 'run', '--project', project], vitest: true });
/** What others stand on, and what measures time and so wants the machine for itself. */
const first: readonly Part[] = [
  { name: 'bundles and pages', command: ['node', 'infra/local/build.ts'] },
  vitest('unit'),
];
/** The deployed province and the bare local AWS wait for their parts more than they reckon: what reckons is done beside them. */
const beside: readonly (readonly Part[])[] = [[
  { name: 'types of shared, events, functions', command: ['tsc', '-p', '.'] },
  { name: 'types of infra and test', command: ['tsc', '-p', 'infra'] },
  { name: 'types of web', command: ['tsc', '-p', 'web'] },
  { name: 'types of the tests of web', command: ['tsc', '-p', 'test/web'] },
  { name: 'lint and import rules', command: ['oxlint', '--deny-warnings'] },
  { name: 'unused files, exports, dependencies', command: ['knip'] },
  { name: 'generated files are current', command: ['node', 'infra/generate/all.ts', '--check'] },
  vitest('thorough'),
], [vitest('emulator'), vitest('screens')]];

/** Runs a part to its end; what it says is shown as it comes, or (`kept`) all at once when it has ended. */
const run = (part: Part, countsFile: string, kept: boolean): Promise<number> => new Promise((resolve) => {
  const [command = '', ...args] = part.command;
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, TEST_COUNTS: countsFile };
  const said = kept ? openSync(`${countsFile}.said`, 'w') : 'inherit';
  const end = (code: number): void => {
    if (kept) process.stdout.write(`\n▶ ${part.name}\n${readFileSync(`${countsFile}.said`, 'utf8')}`);
    resolve(code);
  };
  if (!kept) process.stdout.write(`\n▶ ${part.name}\n`);
  spawn(join(bin, command), args, { cwd: root, env, stdio: ['ignore', said, said] }).on('exit', (code) => { end(code ?? 1); }).on('error', () => { end(1); });
});

const wanted = process.argv.slice(2);
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const times: string[] = [];
/** One after the other; a failure does not hide the parts after it. */
const runAll = async (parts: readonly Part[], kept = false): Promise<void> => {
  for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))) {
    const begun = performance.now();
    const file = join(scratch, `${part.name.replaceAll(/\W/g, '-')}.json`);
    const code = await run(part, file, kept);
    const counts: Counts = part.vitest && existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8')) as Counts
      : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    // a runner that ends badly without a failed test has failed all the same
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    total.passed += counts.passed; total.failed += counts.failed; total.skipped += counts.skipped;
    times.push(`${code === 0 ? '✔' : '✖'} ${part.name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
};

await runAll(first);
// only a whole run has the time to gain; of a part that was asked for, one wants to see what it says
if (wanted.length > 0) await runAll([...beside.flat(), vitest('province')]);
else await Promise.all([runAll([vitest('province')]), ...beside.map((lane) => runAll(lane, true))]);
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${times.join('\n')}\n\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
