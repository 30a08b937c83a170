/**
 * Ships a bundle together with what V8 made of it, so that starting it spares most of the compilation. Node takes a cache
 * of exactly its own version, processor and user, and ignores any other without a word: it saves time and is never needed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleFolder, type Entry } from './paths.ts';

export const compileCacheFolder = 'compile-cache';
const LIMIT = 20_000;
const realm = (issuer: string) => ({ issuer, clientId: 'x', authorizeUrl: `${issuer}/authorize`, tokenUrl: `${issuer}/token`, logoutUrl: `${issuer}/logout`, jwksUrl: `${issuer}/jwks` });
/** A function reads its settings when it starts; what they say does not matter here, nothing is called. */
const settings = {
  STAGE: 'build', SITE_ORIGIN: 'https://site.example', POWERTOOLS_SERVICE_NAME: 'build', AWS_REGION: 'ap-southeast-1', TABLE_NAME: 'x', UPLOADS_BUCKET: 'x', MODELS_BUCKET: 'x', DOCUMENTS_BUCKET: 'x',
  REALMS: JSON.stringify({ national: realm('https://national.example'), province: realm('https://province.example') }),
};
/** Enabled from inside, so that of all that runs here only the bundle is cached. Paths are kept relative: a bundle moves. */
const start = `
  require('node:module').enableCompileCache({ directory: process.argv[1], portable: true });
  import(process.argv[2]).catch((error) => { console.error(error.message); process.exitCode = 1; });`;

/** Whoever has a person waiting: what answers HTTP, and what runs while somebody signs in. */
const isWaitedFor = (entry: Entry): boolean => /\/(?:api|authorizer|[\w.-]+\.trigger)$/.test(entry);

/** What tells Node where the cache lies; a function's working folder is its bundle. */
export const compileCacheSettings = (entry: Entry): Readonly<Record<string, string>> =>
  (isWaitedFor(entry) ? { NODE_COMPILE_CACHE: compileCacheFolder, NODE_COMPILE_CACHE_PORTABLE: '1' } : {});

/** Lays the cache beside the bundle by starting the bundle once. A bundle that cannot start goes without. */
export async function layCompileCache(entry: Entry, changed: boolean): Promise<void> {
  const folder = join(bundleFolder(entry), compileCacheFolder);
  if (!isWaitedFor(entry) || (!changed && existsSync(folder))) return;
  await rm(folder, { recursive: true, force: true });
  try {
    await promisify(execFile)(process.execPath, ['--eval', start, folder, join(bundleFolder(entry), 'index.mjs')], { env: settings, timeout: LIMIT });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    process.stderr.write(`${entry} goes without a compile cache: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
