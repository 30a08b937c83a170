import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProject } from '../../infra/build/paths.ts';

type Asset = { readonly js?: readonly string[]; readonly preload?: readonly string[] };

const folder = inProject('web', 'dist');

/** The files of every page as the last build of the site made them. Throws a sentence when nothing was built. */
export const builtPages = (): Readonly<Record<string, Asset>> => {
  const file = join(folder, 'asset-manifest.json');
  if (!existsSync(file)) throw new Error('The site is not built: run `npm run build` first.');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Asset>;
};

const scriptOf = (address: string): string => readFileSync(join(folder, address), 'utf8');
const absolute = (from: string, to: string): string => (to.startsWith('/') ? to : posix.join(posix.dirname(from), to));

/** What a script fetches before it runs (`static`) and when something is opened (`lazy`), as addresses. */
export const importsOf = (address: string, script: string): { fixed: string[]; lazy: string[] } => {
  const named = (pattern: RegExp): string[] => [...script.matchAll(pattern)].map(([, to]) => absolute(address, to ?? ''));
  return {
    fixed: named(/(?:\bfrom|\bimport)\s*["'`](\.{0,2}\/[^"'`]+\.js)["'`]/g),
    lazy: named(/\bimport\(\s*["'`](\.{0,2}\/[^"'`]+\.js)["'`]/g),
  };
};

type Read = (address: string) => string;

/** Every script reached from these by fixed imports: what the first view waits for, whatever the page's head lists. */
export const reached = (addresses: readonly string[], read: Read = scriptOf): string[] => {
  const found = new Set<string>();
  const waiting = [...addresses];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (found.has(address)) continue;
    found.add(address);
    waiting.push(...importsOf(address, read(address)).fixed);
  }
  return [...found];
};

const compressed = (addresses: readonly string[], read: Read): number => addresses.reduce((sum, address) => sum + gzipSync(read(address), { level: 9 }).length, 0);

/** Bytes of JavaScript after gzip of a page's first view, and of each part it loads later beyond what it has. */
export const pageWeight = ({ js = [], preload = [] }: Asset, read: Read = scriptOf): { first: number; lazy: Readonly<Record<string, number>> } => {
  const first = reached([...js, ...preload], read);
  const later = [...new Set(first.flatMap((address) => importsOf(address, read(address)).lazy))];
  return {
    first: compressed(first, read),
    lazy: Object.fromEntries(later.map((address) => [address, compressed(reached([address], read).filter((one) => !first.includes(one)), read)])),
  };
};
