import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** How a run of tests ended: its true counts, and what failed with the first lines of why. */
export type Ended = { readonly passed: number; readonly failed: number; readonly skipped: number; readonly failures: readonly string[] };

const LINES_TOLD = 12;
const why = (errors: readonly SerializedError[]): string[] =>
  errors.flatMap(({ message, stack }) => [...message.split('\n').slice(0, LINES_TOLD), ...(stack ?? '').split('\n').filter((line) => line.includes('/test/')).slice(0, 2)]).map((line) => `    ${line.trimStart()}`);
const told = (module: TestModule, name: string, errors: readonly SerializedError[]): string => [`${relative(process.cwd(), module.moduleId)} > ${name}`, ...why(errors)].join('\n');

/** Counts as they truly ended, for the plain line that closes a run; to a file when `TEST_COUNTS` names one, for a run of several parts. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    const failures = unhandled.map((error) => ['outside any test', ...why([error])].join('\n'));
    const count = (test: TestCase): void => {
      const { state, errors } = test.result();
      if (state === 'passed') counts.passed++;
      else if (state === 'failed') { counts.failed++; failures.push(told(test.module, test.fullName, errors)); } else counts.skipped++;
    };
    for (const module of modules) {
      // a file that did not load has failed, though it has no failed test
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) { counts.failed++; failures.push(told(module, 'the file itself', module.errors())); }
      for (const test of module.children.allTests()) count(test);
    }
    const file = process.env['TEST_COUNTS'];
    if (file) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ ...counts, failures } satisfies Ended));
    } else process.on('exit', () => process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}\n`));
  }
}
