import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { schemasStayBehind } from './schemas-stay-behind.ts';

export const webFolder = dirname(fileURLToPath(import.meta.url));

/** What the browser loads, by the name under which `asset-manifest.json` lists it. */
const entries: Record<string, string> = {
  portal: 'styles/portal.scss',
  frame: 'portal/islands/frame.tsx',
  home: 'portal/islands/home.tsx',
  procedures: 'portal/islands/procedures.tsx',
  procedure: 'portal/islands/procedure.tsx',
  apply: 'portal/islands/apply.tsx',
  track: 'portal/islands/track.tsx',
  verify: 'portal/islands/verify.tsx',
  mine: 'portal/islands/mine.tsx',
  'sign-in-failed': 'portal/islands/sign-in-failed.tsx',
  desk: 'desk/main.tsx',
  operations: 'ioc/main.tsx',
};

export default defineConfig({
  root: webFolder,
  base: '/',
  publicDir: 'public',
  plugins: [schemasStayBehind()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'tai-nguyen',
    // a data: address would need img-src and font-src wider than the site itself
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(webFolder, file)] as const).filter(([, file]) => existsSync(file))),
      // the schemas of the kernel and the contracts check what enters the functions; a page needs their types and plain functions only
      treeshake: { manualPureFunctions: ['schemaShell', 'idOf', 'cleanText', 'defineRoute', 'anyone', 'citizen', 'officer', 'machine'] },
    },
  },
});
