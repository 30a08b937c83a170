/** Builds functions and pages when what they are made from has changed. */
import { inLocalFolder, inProject, projectFolder } from './folders.ts';
import { runBounded } from './processes.ts';
import { fingerprint, unlessUnchanged } from './unchanged.ts';

const LIMIT = 180_000;

/** Bundles into `.build/functions`. Tells whether anything had to be built. Asked twice at the same time, it is done once. */
export const buildFunctions = onceAtATime(async () => {
  // `web` because the portal's public pages are rendered by a function.
  const from = await fingerprint(['functions', 'shared', 'events', 'web', 'infra/build', 'package-lock.json']);
  const makes = inProject('.build', 'functions', 'meta.json');
  return await unlessUnchanged({ name: 'functions', from, makes }, async () => await node('Bundling the functions', 'infra/build/functions.ts'));
});

/** Builds the pages into `web/dist`. Tells whether anything had to be built. Asked twice at the same time, it is done once. */
export const buildPages = onceAtATime(async () => {
  const from = await fingerprint(['web', 'shared', 'package-lock.json']);
  const makes = inProject('web', 'dist', 'asset-manifest.json');
  return await unlessUnchanged({ name: 'pages', from, makes }, async () => await node('Building the pages', 'web/build.ts'));
});

function onceAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return async () => await (running ??= work().finally(() => {
    running = undefined;
  }));
}

async function node(name: string, script: string): Promise<void> {
  const log = inLocalFolder('logs', `${script.replaceAll('/', '-')}.log`);
  await runBounded(
    { name, file: process.execPath, args: [inProject(script)], cwd: projectFolder, env: { ...process.env, NODE_ENV: 'production' }, log },
    LIMIT, 'Correct what it names and start again.',
  );
}

// `node infra/local/build.ts`: what `npm test` builds before everything that stands on it
if (import.meta.main) await Promise.all([buildFunctions(), buildPages()]);
