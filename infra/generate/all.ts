import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asyncApi } from './async-api.ts';
import type { Generated } from './generated.ts';
import { openApi } from './openapi.ts';
import { stateDiagrams } from './state-diagram.ts';
import { webRoutes } from './web-routes.ts';

const root = join(import.meta.dirname, '../..');

/** Everything that follows from contracts, events and transitions. */
export const generateAll = (): Generated[] => [...webRoutes(), ...openApi(), ...asyncApi(), ...stateDiagrams(root)];

/** Paths whose content in the repository differs from what would be generated now. */
export const outdated = (files: readonly Generated[] = generateAll()): string[] =>
  files.filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text).map(({ path }) => path);

/** Released versions of events that would say something else now. */
export const broken = (files: readonly Generated[] = generateAll()): string[] => {
  const kept = files.filter(({ path, frozen }) => frozen === true && existsSync(join(root, path)));
  return outdated(kept);
};

if (import.meta.main) {
  const files = generateAll();
  const changed = broken(files);
  for (const path of changed) console.error(`${path} would change, and a released version is frozen: add the next version beside it (CONTRIBUTING.md). If it was never released, remove the file and generate again.`);
  if (changed.length > 0) process.exitCode = 1;
  const behind = outdated(files).filter((path) => !changed.includes(path));
  if (process.argv.includes('--check')) {
    for (const path of behind) console.error(`${path} is behind its source: run \`npm run generate\`.`);
    if (behind.length > 0) process.exitCode = 1;
  } else {
    for (const { path, text } of files.filter((file) => behind.includes(file.path))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
  }
}
