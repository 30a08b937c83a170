/** `npm run dev`: the province on this machine; a saved function or page is there within seconds. */
import { watch } from 'node:fs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { printAddresses } from './addresses.ts';
import { buildPages } from './build.ts';
import { runCommand, startWatched } from './command.ts';
import { deployProvince } from './deploy.ts';
import { inProject } from './folders.ts';
import { hotFunctions } from './hot-functions.ts';
import { clientOptions } from './local-aws.ts';
import { outputOf } from './outputs.ts';
import type { Province } from './province.ts';
import { uploadSiteLocally } from './upload-site-locally.ts';

const WATCHED = ['functions', 'shared', 'events', 'web', 'infra'] as const;
const IGNORED = /(^|\/)(dist|node_modules|generated)\/|infra\/local\/|\.test\.tsx?$|~$/;
// Editors write a file more than once.
const QUIET_MS = 60;

type Work = (changed: ReadonlySet<string>) => Promise<void>;

await runCommand(async () => {
  const startedAt = performance.now();
  const province = await startWatched();
  printAddresses(province, performance.now() - startedAt);
  const functions = await hotFunctions(province.endpoint);
  onChange(async (changed) => await bringUp(province, functions, changed));
  process.stdout.write('Watching functions, shared, events, web and infra.\n');
});

async function bringUp(province: Province, functions: Awaited<ReturnType<typeof hotFunctions>>, changed: ReadonlySet<string>): Promise<void> {
  const has = (...folders: string[]): boolean => [...changed].some((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  if (has('web', 'shared/contracts', 'shared/kernel')) await timed('pages', async () => await publishPages(province));
  // Also after a change of a page: the public ones are rendered by a function.
  await timed('functions', async () => (await functions.update(changed)).join(', '));
  if (has('web')) await timed('procedure pages', async () => await renderAgain(province));
  if (has('infra')) {
    await timed('stacks', async () => {
      await deployProvince({ endpoint: province.endpoint, port: province.port, siteOrigin: province.siteUrl });
      await functions.relearn();
      return 'deployed';
    });
  }
}

async function publishPages({ endpoint, outputs }: Province): Promise<string> {
  if (!(await buildPages())) return '';
  await uploadSiteLocally({ endpoint, bucket: outputOf(outputs, 'SiteBucket') });
  return 'published';
}

/** The pages of procedures lie in the site's bucket as they were rendered when they were published. */
async function renderAgain({ endpoint, outputs }: Province): Promise<string> {
  const { Payload } = await new LambdaClient(clientOptions(endpoint)).send(new InvokeCommand({ FunctionName: outputOf(outputs, 'RenderAllFunction') }));
  return Payload?.transformToString() ?? '';
}

/** Says what was done and how long it took; says nothing when nothing was. A mistake is told and waited for. */
async function timed(what: string, work: () => Promise<string>): Promise<void> {
  const startedAt = performance.now();
  try {
    const done = await work();
    if (done !== '') process.stdout.write(`✔ ${what}: ${done}  ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  } catch (error) {
    process.stderr.write(`✘ ${what}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** Collects what changes and hands it over once it is quiet, never two at the same time. */
function onChange(work: Work): void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const hand = (): void => {
    const now = changed;
    changed = new Set();
    running = running.then(async () => await work(now));
  };
  for (const folder of WATCHED) {
    watch(inProject(folder), { recursive: true }, (_event, name) => {
      const path = `${folder}/${name ?? ''}`;
      if (IGNORED.test(path)) return;
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(hand, QUIET_MS);
    });
  }
}
