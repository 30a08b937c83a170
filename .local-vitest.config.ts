import { defineConfig } from 'vitest/config';
export default defineConfig({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } }, test: { env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' }, include: ['test/web-desk/*.journey.test.ts'], pool: 'forks', fileParallelism: false, testTimeout: 120_000, hookTimeout: 60_000 } } as never);
