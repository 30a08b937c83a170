import { RetryLater } from '../../shared/runtime/queue.ts';
import type { Site, SiteFile } from './ports.ts';

const ATTEMPTS = 10;

/**
 * Puts files that are made from the present state of the catalogue, so that what stands last was read last. The marks
 * are taken before `make` reads; when another run replaced one of the files in between, everything is read again.
 * Throws `RetryLater` when others were faster ten times.
 */
export const publishFiles = async (site: Site, keys: readonly string[], make: () => Promise<readonly SiteFile[]>): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const marks = new Map(await Promise.all(keys.map(async (key) => [key, await site.mark(key)] as const)));
    const files = await make();
    const placed = await Promise.all(files.map((file) => site.replace(file, marks.get(file.key))));
    if (placed.every(Boolean)) return;
  }
  throw new RetryLater('others keep publishing the same pages');
};
