import { defineConfig } from 'vitest/config';

// by the file's name: *.emulator.test.ts wants a bare local AWS, *.province.test.ts and *.journey.test.ts the deployed and seeded province
const emulator = 'test/**/*.emulator.test.ts';
// minutes of the machine rather than of a thought, last in line for it (hence the long patience): templates and security packs, thousands of generated requests and lives, the linter on its violations, the local commands as processes, forms drawn page by page, models trained, every route for every account, what is generated made anew
const thorough = ['test/infra/**/*.test.ts', 'test/fuzz/**/*.test.ts', 'test/lint/**/*.test.ts', 'test/generated/**/*.test.ts', 'test/**/model/*.test.ts', 'test/**/succession.test.ts', 'test/portals/catalogue-bounds.test.ts',
  'test/local/commands.test.ts', 'test/procedure-submission/{long-forms,issued-forms,issued-content,register-files,national-roundtrip}.test.ts', 'test/budgets/{compile-cache,bundles}.test.ts', 'test/feedback-classification/{training,retrain-classifier,learn-again}.test.ts', 'test/operations-centre/{tile-sql,lake-event}.test.ts', 'test/access/access-matrix.test.ts'];
const province = 'test/**/*.province.test.ts', journeys = 'test/**/*.journey.test.ts', seed = 'test/**/*.seed.test.ts';
// a browser on the built site, with answers a test prepared: what a deployed province would show too seldom
const screens = 'test/**/*.screen.test.ts';
// a test reads what is answered, not what is logged; the origin is the one people have locally
const env = { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true', SITE_ORIGIN: 'http://localhost:8080' };
// what is waited for comes when the machine gets to it: it shares two processors with everything else
const patient = { poll: { timeout: 20_000 } };
const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };

// one process for all files of a kind that waits for others: what they stand on is read once, and what a file sets it takes back
const onProvince = (name: string, include: string, groupOrder: number) => ({
  ...jsx, test: {
    name, env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' }, include: [include], pool: 'forks' as const, isolate: false, fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000, expect: patient,
    globalSetup: 'test/support/province-setup.ts', sequence: { groupOrder },
  },
});

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      { ...jsx, test: { name: 'unit', env, include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], exclude: [emulator, screens, province, journeys, seed, ...thorough], pool: 'threads', isolate: false, maxWorkers: 2, testTimeout: 20_000 } },
      { ...jsx, test: { name: 'thorough', env, include: thorough, exclude: [emulator], pool: 'threads', maxWorkers: 2, testTimeout: 300_000, hookTimeout: 300_000 } },
      {
        ...jsx, test: {
          name: 'emulator', env: { ...env, SITE_ORIGIN: 'https://dichvucong.haugiang.example' }, include: [emulator], pool: 'forks', isolate: false, fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000, expect: patient,
          globalSetup: 'test/support/emulator-setup.ts', sequence: { groupOrder: 1 },
        },
      },
      {
        ...jsx, test: {
          name: 'screens', env, include: [screens], pool: 'forks', isolate: false, fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000, expect: patient,
          globalSetup: 'test/support/site-setup.ts', sequence: { groupOrder: 2 },
        },
      },
      onProvince('seed', seed, 3), onProvince('province', province, 4), onProvince('journeys', journeys, 5),
    ],
  },
});
