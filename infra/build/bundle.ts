/** Makes the bundles of functions: one ESM file each, everything inside, the SDK included. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { bundledFiles } from './bundled-files.ts';
import { layCompileCache } from './compile-cache.ts';
import { nodeBuiltins } from './node-builtins.ts';
import { bundleFolder, type Entry, inProject } from './paths.ts';
import { schemasMadeOnce } from './schemas-made-once.ts';
import { unusedCredentialChain } from './unused-credential-chain.ts';
import { unusedLocale } from './unused-locale.ts';
import { unusedSdkParts } from './unused-sdk-parts.ts';

const functionsFolder = inProject('.build', 'functions');
const banner = [
  // CommonJS packages inside an ES module ask for `require`; some declare `createRequire` by its own name themselves.
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  // Zod would compile a schema to JavaScript on its first use: microseconds saved later, milliseconds of the first request.
  'globalThis.__zod_globalConfig = { jitless: true };',
].join(' ');

/** How esbuild makes a function; `npm run dev` uses the same options. */
export function bundleOptions(entries: ReadonlyMap<Entry, string>) {
  return {
    entryPoints: [...entries].map(([entry, file]) => ({ in: file, out: `${entry}/index` })),
    absWorkingDir: inProject(), outdir: functionsFolder, outExtension: { '.js': '.mjs' },
    bundle: true, write: false, metafile: true, format: 'esm', platform: 'node', target: 'node24',
    mainFields: ['module', 'main'], treeShaking: true, minifySyntax: true, minifyWhitespace: true,
    legalComments: 'none', sourcemap: 'external', sourcesContent: false, charset: 'utf8', logLevel: 'silent',
    jsx: 'automatic', jsxImportSource: 'preact',
    banner: { js: banner }, plugins: [nodeBuiltins, unusedCredentialChain, unusedLocale, unusedSdkParts, schemasMadeOnce],
  } as const satisfies BuildOptions;
}

/** Bundles every entry point and removes bundles of those that are gone. Files that did not change are not touched. */
export async function bundleAll(entries: ReadonlyMap<Entry, string>): Promise<Metafile> {
  const result = await build(bundleOptions(entries));
  await removeLeftovers(entries);
  const [written] = await Promise.all([writeOutputs(result.outputFiles), ...[...entries.keys()].map(layFiles)]);
  await Promise.all([...entries.keys()].map((entry) => layCompileCache(entry, written.has(join(bundleFolder(entry), 'index.mjs')))));
  await writeIfChanged(join(functionsFolder, 'meta.json'), Buffer.from(JSON.stringify(result.metafile)));
  return result.metafile;
}

/** Bundles go to `.build/functions`, their source maps to `.build/maps`: a map is for us and is never shipped. Gives what changed. */
export async function writeOutputs(files: readonly OutputFile[]): Promise<ReadonlySet<string>> {
  const written = await Promise.all(files.map(async ({ path, contents }) => {
    const target = path.endsWith('.map') ? inProject('.build', 'maps', relative(functionsFolder, path)) : path;
    return (await writeIfChanged(target, contents)) ? [target] : [];
  }));
  return new Set(written.flat());
}

async function layFiles(entry: Entry): Promise<void> {
  for (const { from, to } of bundledFiles[entry] ?? []) {
    const target = join(bundleFolder(entry), to);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(inProject(from), target);
  }
}

async function removeLeftovers(entries: ReadonlyMap<Entry, string>): Promise<void> {
  const old = globSync('*/*/index.mjs', { cwd: functionsFolder }).map((path) => dirname(path) as Entry).filter((entry) => !entries.has(entry));
  await Promise.all(old.map((entry) => rm(bundleFolder(entry), { recursive: true, force: true })));
}

async function writeIfChanged(path: string, contents: Uint8Array): Promise<boolean> {
  const present = await readFile(path).catch(() => undefined);
  if (present !== undefined && sha256(present) === sha256(contents)) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
  return true;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
