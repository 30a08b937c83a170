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

/** The workers that open the report page without a network and send what waits. Their version is made of everything they keep. */
export const buildWorkers = async (outDir: string, webFolder: string, assets: AssetManifest): Promise<void> => {
  const { css, js = [], preload = [] } = assets['report'] ?? { css: [] };
  const files = openedLater(outDir, [...css, ...js, ...preload]);
  await Promise.all(places.map(async (place) => {
    const shell = [`/${place}/gui/`, `/${place}/ung-dung.webmanifest`, '/bieu-tuong.svg', ...files];
    const pages = readFileSync(join(outDir, place, 'gui/index.html'), 'utf8');
    const version = `phan-anh-${createHash('sha256').update(JSON.stringify(shell)).update(pages).digest('hex').slice(0, 12)}`;
    await bundle({
      entryPoints: [join(webFolder, 'portal/report/worker.ts')], outfile: join(outDir, place, 'cong-nhan.js'), bundle: true, minify: true, format: 'iife', platform: 'browser', target: 'es2022', logLevel: 'error',
      define: { VERSION: JSON.stringify(version), SHELL: JSON.stringify(shell) },
    });
  }));
};
