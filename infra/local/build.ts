/** Builds functions and pages when what they are made from has changed. */
import { existsSync } from 'node:fs';
import { inLocalFolder, inProject, projectFolder } from './folders.ts';
import { runBounded } from './processes.ts';
import { fingerprint, unlessUnchanged } from './unchanged.ts';

const LIMIT = 180_000;

/** Bundles into `.build/functions`. Tells whether anything had to be built. */
export async function buildFunctions(): Promise<boolean> {
  // `web` because the portal's public pages are rendered by a function.
  const sources = ['functions', 'shared', 'events', 'web/portal', 'infra/build', 'package-lock.json'];
  const print = await fingerprint(sources, [String(existsSync(inProject('.build', 'functions', 'meta.json')))]);
  return await unlessUnchanged('functions', print, async () => await node('Bundling the functions', 'infra/build/functions.ts'));
}

/** Builds the pages into `web/dist`. Tells whether anything had to be built. */
export async function buildPages(): Promise<boolean> {
  const print = await fingerprint(['web', 'shared', 'package-lock.json'], [String(existsSync(inProject('web', 'dist', 'index.html')))]);
  return await unlessUnchanged('pages', print, async () => await node('Building the pages', 'web/build.ts'));
}

async function node(name: string, script: string): Promise<void> {
  const log = inLocalFolder('logs', `${script.replaceAll('/', '-')}.log`);
  await runBounded(
    { name, file: process.execPath, args: [inProject(script)], cwd: projectFolder, env: process.env, log },
    LIMIT, 'Correct what it names and start again.',
  );
}
