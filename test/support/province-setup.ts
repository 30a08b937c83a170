import type { TestProject } from 'vitest/node';
import { startProvince, stopProvince } from '../../infra/local/province.ts';

export type Account = { readonly username: string; readonly password: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** origin of the site, `http://localhost:<port>` */
    site: string;
    outputs: Readonly<Record<string, string>>;
    accounts: readonly Account[];
  }
}

/** The whole province as `npm start` makes it, on free ports, once for all tests that need it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { siteUrl, endpoint, outputs, seeded } = await startProvince({ sitePort: 0, emulatorPort: 0, workspace: 'test' }).catch(async (error: unknown) => {
    await stopProvince();
    throw error;
  });
  project.provide('site', siteUrl);
  project.provide('endpoint', endpoint);
  project.provide('outputs', outputs);
  project.provide('accounts', seeded.accounts.map(({ username, password }) => ({ username, password })));
  return stopProvince;
}
