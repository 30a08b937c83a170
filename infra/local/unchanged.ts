/** Remembers what a slow step was made from, so that it is skipped while that stays the same. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inLocalFolder, inProject } from './folders.ts';

// What is generated or read at other times than building.
const SKIPPED = new Set(['node_modules', 'dist', 'seed']);

/**
 * SHA-256 over the names and contents of files and folders, given from the root; what does not exist counts as absent.
 * @param also other facts the step depends on (an address, an option)
 */
export async function fingerprint(paths: readonly string[], also: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256').update(also.join('\0'));
  const files = (await Promise.all(paths.map((path) => filesUnder(path)))).flat().toSorted();
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(inProject(file)));
  return hash.digest('hex');
}

export interface Step {
  readonly name: string;
  /** Fingerprint of what it is made from. */
  readonly from: string;
  /** A file it leaves behind; the step runs again when that has gone. */
  readonly makes: string;
}

/** Runs `work` unless the last successful run of the step had the same fingerprint. Tells whether it ran. */
export async function unlessUnchanged({ name, from: print, makes }: Step, work: () => Promise<void>): Promise<boolean> {
  const mark = inLocalFolder('made-from', name);
  if (existsSync(makes) && (await readFile(mark, 'utf8').catch(() => '')) === print) return false;
  await work();
  await mkdir(inLocalFolder('made-from'), { recursive: true });
  await writeFile(mark, print);
  return true;
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(inProject(path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => error.code);
  if (entries === 'ENOTDIR') return [path];
  if (typeof entries === 'string' || entries === undefined) return [];
  const found = await Promise.all(entries.map(async (entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const inside = join(path, entry.name);
    return entry.isDirectory() ? await filesUnder(inside) : [inside];
  }));
  return found.flat();
}
