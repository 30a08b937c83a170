import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** One deliberate violation per rule: a rule that stays silent on its own violation protects nothing. */
const violations: Record<string, { readonly file: string; readonly code: string; readonly says: RegExp }> = {
  'a function of one workflow imports another': { file: 'functions/directory/x.ts', code: "import '../identity/realms.ts';", says: /may not import functions\/identity/ },
  'the kernel imports the runtime': { file: 'shared/kernel/x.ts', code: "import '../runtime/http.ts';", says: /may not import shared\/runtime/ },
  'the kernel imports AWS': { file: 'shared/kernel/x.ts', code: "import '@aws-sdk/client-s3';", says: /may not import @aws-sdk/ },
  'contracts import events': { file: 'shared/contracts/x.ts', code: "import '../../events/all-events.ts';", says: /may not import events/ },
  'events import contracts': { file: 'events/x.ts', code: "import '../shared/contracts/access.ts';", says: /may not import shared\/contracts/ },
  'a page imports the runtime': { file: 'web/x.ts', code: "import '../shared/runtime/http.ts';", says: /may not import shared\/runtime/ },
  'infra imports function code': { file: 'infra/x.ts', code: "import '../functions/directory/deps.ts';", says: /may not import functions/ },
  'code imports a test': { file: 'infra/x.ts', code: "import '../test/run.ts';", says: /nothing depends on tests/ },
  'a use case imports AWS': { file: 'functions/directory/do-something.ts', code: "import { S3Client } from '@aws-sdk/client-s3';\nexport const c = new S3Client({});", says: /nouns and use cases do not/ },
  'the classifier imports its training': { file: 'functions/feedback-classification/classifier/x.ts', code: "import '../training/fit.ts';", says: /may not import functions\/feedback-classification\/training/ },
  'the classifier reaches for the network': { file: 'functions/feedback-classification/classifier/x.ts', code: "import 'node:http';", says: /may not import node:http/ },
  'zod with its locales': { file: 'shared/kernel/x.ts', code: "import { z } from 'zod';\nexport const a = z.string();", says: /import \* as z/ },
  'a floating promise': { file: 'shared/kernel/x.ts', code: 'const a = async () => 1;\na();', says: /no-floating-promises/ },
  'a promise where none is awaited': { file: 'shared/kernel/x.ts', code: 'export const a = (b: () => Promise<boolean>): number => { if (b()) return 1; return 2; };', says: /no-misused-promises/ },
  'any': { file: 'shared/kernel/x.ts', code: 'export const a = (b: any): unknown => b;', says: /no-explicit-any/ },
  'a case forgotten': { file: 'shared/kernel/x.ts', code: "export const a = (b: 'x' | 'y'): void => { switch (b) { case 'x': break; } };", says: /switch-exhaustiveness-check/ },
  'a cycle': { file: 'shared/kernel/x.ts', code: "import { b } from './y.ts';\nexport const a = 1 + b;", says: /no-cycle/ },
  'console in a function': { file: 'functions/directory/x.ts', code: "console.log('x');", says: /no-console/ },
  'a function of five parameters': { file: 'shared/kernel/x.ts', code: 'export const a = (b: number, c: number, d: number, e: number, f: number): number => b + c + d + e + f;', says: /max-params/ },
  'a file too long': { file: 'shared/kernel/x.ts', code: 'export const a = 1;\n'.repeat(1) + '// line\n'.repeat(301), says: /max-lines/ },
};

const project = join(import.meta.dirname, '../..');
// outside the project: the linter passes over what git ignores
const folder = mkdtempSync(join(tmpdir(), 'haugiang-lint-'));
const write = (at: string, content: string): void => {
  mkdirSync(dirname(join(folder, at)), { recursive: true });
  writeFileSync(join(folder, at), content);
};
/** Each violation in a file of its own: `x.ts` of the third is `x-c.ts`. */
const fileOf = (file: string, i: number): string => file.replace(/\.ts$/, `-${String.fromCharCode(97 + i)}.ts`);

// one run for all: the linter takes longer to start than to read
let said: readonly string[];
beforeAll(async () => {
  const { default: config } = await import('../../.oxlintrc.json', { with: { type: 'json' } });
  for (const [i, { file, code }] of Object.values(violations).entries()) {
    write(fileOf(file, i), code);
    if (code.includes('./y.ts')) write('shared/kernel/y.ts', `import { a } from './${basename(fileOf(file, i))}';\nexport const b = 1 + a;`);
  }
  write('tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, module: 'nodenext', allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true, types: [] }, include: ['**/*.ts'] }));
  write('.oxlintrc.json', JSON.stringify({ ...config, jsPlugins: [join(project, 'test/lint/who-may-import.mjs')], ignorePatterns: [] }));
  const { stdout } = spawnSync(join(project, 'node_modules/.bin/oxlint'), ['-c', join(folder, '.oxlintrc.json'), '--format', 'unix', '.'], { cwd: folder, encoding: 'utf8' });
  said = stdout.split('\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(violations).map(([name, violation], i) => ({ name, i, ...violation })))('$name is refused', ({ i, file, says }) => {
  expect(said.filter((line) => line.startsWith(`${fileOf(file, i)}:`)).join('\n')).toMatch(says);
});
