import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
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
  booking: 'portal/islands/booking.tsx',
  feedback: 'portal/islands/feedback.tsx',
  'feedback-list': 'portal/islands/feedback-list.tsx',
  'feedback-map': 'portal/islands/feedback-map.tsx',
  'own-reports': 'portal/islands/own-reports.tsx',
  news: 'portal/islands/news.tsx',
  report: 'portal/islands/report.tsx',
  waiting: 'portal/islands/waiting.tsx',
  'sign-in-failed': 'portal/islands/sign-in-failed.tsx',
  desk: 'desk/main.tsx',
  operations: 'ioc/main.tsx',
  directory: 'admin/main.tsx',
};

const shared = /node_modules\/preact\/|web\/(client\/(read-public|signed-in-mark)|components\/(language|button|notice|problem-notice|line-drawing|notice-shapes|skeleton|status-tag)|messages\/(common|translator)|format\/(dates|addresses|status)|portal\/(islands\/(start|code-form)|tracking-code))|kernel\/(vietnam-time|ids|status-names)|no-schemas|plain-import/;
const aboutDossiers = /web\/(components\/(timeline|clock-bar|qr-code)|messages\/(clock|dossier)\.|portal\/(dossier-steps|islands\/dossier-progress))/;

const fields = /web\/(components\/(field|form-text|icon|icon-shapes|radios)\.|messages\/form\.)/;
const questions = /web\/(messages\/apply\.|components\/(radios|date-field)|portal\/(apply\/(question-field|validation)|pages\/receivers))/;

/** No page of ours has styles that come with a lazy script, so what Vite adds around an import for them falls away. */
const plainLazyImports: Plugin = {
  name: 'plain-lazy-imports', enforce: 'pre',
  resolveId: (source) => (source.endsWith('vite/preload-helper.js') ? '\0plain-import' : undefined),
  load: (id) => (id === '\0plain-import' ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  root: webFolder,
  base: '/',
  publicDir: 'public',
  plugins: [schemasStayBehind(), plainLazyImports],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'tai-nguyen',
    // a data: address would need img-src and font-src wider than the site itself
    assetsInlineLimit: 0,
    modulePreload: false,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // files that the browser keeps from page to page: what nearly every page uses, what tells about a dossier, what calls, and what asks
      output: { codeSplitting: { groups: [{ name: 'shared', test: shared }, { name: 'dossier', test: aboutDossiers }, { name: 'session', test: /web\/client\/(session|client|routes\.gen|upload)\./ }, { name: 'fields', test: fields }, { name: 'questions', test: questions }] } },
      input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(webFolder, file)] as const).filter(([, file]) => existsSync(file))),
      // the schemas of the kernel and the contracts check what enters the functions; a page needs their types and plain functions only
      treeshake: { manualPureFunctions: ['schemaShell', 'idOf', 'cleanText', 'defineRoute', 'anyone', 'citizen', 'officer', 'machine'] },
    },
  },
});
