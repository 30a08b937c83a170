import { buildSite } from '../../web/build.ts';

/** The site as people get it, built once before a browser is shown it with prepared answers. */
export default async function setup(): Promise<void> {
  await buildSite();
}
