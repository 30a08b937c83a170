import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build as buildWithVite } from 'vite';
import { buildWorkers } from './build-worker.ts';
import type { AssetManifest, PageAssets } from './portal/pages/assets.ts';
import { webFolder } from './vite.config.ts';

type ViteChunk = { readonly file: string; readonly name?: string; readonly isEntry?: boolean; readonly imports?: readonly string[]; readonly css?: readonly string[] };
type ViteManifest = Readonly<Record<string, ViteChunk>>;

const address = (file: string): string => `/${file}`;

/** A chunk and everything it imports, so that the browser fetches them in one go. */
const reach = (manifest: ViteManifest, key: string, seen = new Set<string>()): ViteChunk[] => {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return [];
  seen.add(key);
  return [chunk, ...(chunk.imports ?? []).flatMap((next) => reach(manifest, next, seen))];
};

/** The files of each entry; portal pages share one style sheet, the desk and the operations centre bring their own. */
const assetManifest = (manifest: ViteManifest): AssetManifest => {
  const portalStyle = Object.values(manifest).find((chunk) => chunk.isEntry === true && chunk.file.endsWith('.css'))?.file;
  if (portalStyle === undefined) throw new Error('the build made no portal style sheet');
  const entries = Object.entries(manifest).filter(([, chunk]) => chunk.isEntry === true && chunk.file.endsWith('.js'));
  return Object.fromEntries(entries.map(([key, entry]): [string, PageAssets] => {
    const chunks = reach(manifest, key);
    const own = [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))];
    return [entry.name ?? key, { css: (own.length > 0 ? own : [portalStyle]).map(address), js: [address(entry.file)], preload: chunks.slice(1).map((chunk) => address(chunk.file)) }];
  }));
};

/** Pages are TSX, which Node does not run: bundled once into a module in memory's stead, imported, removed. */
const loadStaticPages = async (outDir: string): Promise<typeof import('./static-pages.tsx')> => {
  const outfile = join(outDir, '.pages', `static-pages-${Date.now()}.mjs`);
  await bundle({ entryPoints: [join(webFolder, 'static-pages.tsx')], outfile, bundle: true, format: 'esm', platform: 'node', jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'error' });
  const pages = await import(pathToFileURL(outfile).href) as typeof import('./static-pages.tsx');
  rmSync(dirname(outfile), { recursive: true });
  return pages;
};

/** Builds the whole site into `web/dist`: hashed files under /tai-nguyen, the static pages, and the manifest the publisher of procedure pages reads. */
export const buildSite = async (): Promise<{ readonly outDir: string; readonly pages: number }> => {
  const outDir = join(webFolder, 'dist');
  // whoever calls for it, a test runner included, gets the pages that people get
  process.env['NODE_ENV'] = 'production';
  await buildWithVite({ configFile: join(webFolder, 'vite.config.ts'), logLevel: 'warn' });
  const manifestFile = join(outDir, '.vite', 'manifest.json');
  const assets = assetManifest(JSON.parse(readFileSync(manifestFile, 'utf8')) as ViteManifest);
  rmSync(join(outDir, '.vite'), { recursive: true });
  writeFileSync(join(outDir, 'asset-manifest.json'), `${JSON.stringify(assets, null, 1)}\n`);
  const pages = (await loadStaticPages(outDir)).staticPages(assets);
  for (const page of pages) {
    const file = join(outDir, page.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page.html);
  }
  await buildWorkers(outDir, webFolder, assets);
  // served beside the routes it describes
  cpSync(join(webFolder, '../docs/api/openapi.json'), join(outDir, 'api/openapi.json'));
  return { outDir, pages: pages.length };
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { pages } = await buildSite();
  console.log(`web/dist: ${pages} pages`);
}
