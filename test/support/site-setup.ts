import { buildPages } from '../../infra/local/build.ts';

/** The site as people get it, before a browser is shown it with prepared answers; nothing is built where it lies ready, also for who deploys it meanwhile. */
export default async function setup(): Promise<void> {
  await buildPages();
}
