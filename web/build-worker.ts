import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import type { AssetManifest } from './portal/pages/assets.ts';

/** Each language is an app of its own: a worker reaches no farther than its own folder. */
const places = ['phan-anh', 'en/phan-anh'] as const;

/** Scripts named by others of ours that are loaded when something is opened: without a network they must lie on the phone already. */
const openedLater = (outDir: string, addresses: readonly string[]): readonly string[] => {
  const scripts = readdirSync(join(outDir, 'tai-nguyen')).filter((file) => file.endsWith('.js'));
  const found = new Set(addresses);
  for (const address of found) {
    if (!address.endsWith('.js')) continue;
    const text = readFileSync(join(outDir, address), 'utf8');
    for (const script of scripts) if (text.includes(script)) found.add(`/tai-nguyen/${script}`);
  }
  return [...found];
};

/** What scripts import at once; what they open later is not followed. */
const importedBy = (outDir: string, addresses: readonly string[]): readonly string[] => {
  const found = new Set(addresses);
  for (const address of found) {
    if (!address.endsWith('.js')) continue;
    for (const [, script = ''] of readFileSync(join(outDir, address), 'utf8').matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) found.add(`/tai-nguyen/${script}`);
  }
  return [...found];
};

type Bundling = { readonly entry: string; readonly outfile: string; readonly version: string; readonly shell: readonly string[] };
const bundleWorker = ({ entry, outfile, version, shell }: Bundling) => bundle({
  entryPoints: [entry], outfile, bundle: true, minify: true, format: 'iife', platform: 'browser', target: 'es2022', logLevel: 'error', define: { VERSION: JSON.stringify(version), SHELL: JSON.stringify(shell) },
});
const versionOf = (name: string, shell: readonly string[], page: string): string => `${name}-${createHash('sha256').update(JSON.stringify(shell)).update(page).digest('hex').slice(0, 12)}`;

/** The worker that opens the desk's page of work at the scene without a network: that page's own scripts, not the whole desk. */
const buildFieldWorker = async (outDir: string, webFolder: string, assets: AssetManifest): Promise<void> => {
  const { css, js = [], preload = [] } = assets['desk'] ?? { css: [] };
  const opened = readdirSync(join(outDir, 'tai-nguyen')).filter((file) => /^(feedback-desk|field)-[\w-]{8}\.js$/.test(file)).map((file) => `/tai-nguyen/${file}`);
  if (opened.length !== 2) throw new Error(`the scripts of the scene are not where they were: ${opened.join(', ')}`);
  const shell = ['/ban-lam-viec/', '/bieu-tuong.svg', ...importedBy(outDir, [...css, ...js, ...preload, ...opened])];
  const version = versionOf('hien-truong', shell, readFileSync(join(outDir, 'ban-lam-viec/index.html'), 'utf8'));
  await bundleWorker({ entry: join(webFolder, 'desk/feedback/field/worker.ts'), outfile: join(outDir, 'ban-lam-viec/cong-nhan.js'), version, shell });
};

/** The workers that open the report page without a network and send what waits. Their version is made of everything they keep. */
export const buildWorkers = async (outDir: string, webFolder: string, assets: AssetManifest): Promise<void> => {
  const { css, js = [], preload = [] } = assets['report'] ?? { css: [] };
  const files = openedLater(outDir, [...css, ...js, ...preload]);
  await buildFieldWorker(outDir, webFolder, assets);
  await Promise.all(places.map(async (place) => {
    const shell = [`/${place}/gui/`, `/${place}/ung-dung.webmanifest`, '/bieu-tuong.svg', ...files];
    const version = versionOf('phan-anh', shell, readFileSync(join(outDir, place, 'gui/index.html'), 'utf8'));
    await bundleWorker({ entry: join(webFolder, 'portal/report/worker.ts'), outfile: join(outDir, place, 'cong-nhan.js'), version, shell });
  }));
};
