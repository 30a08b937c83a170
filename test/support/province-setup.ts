import type { TestProject } from 'vitest/node';
import { localPassword, seedAccounts } from '../../infra/local/seed/accounts.ts';
import { outputsOf } from '../../infra/local/deploy.ts';
import { readOutputs } from '../../infra/local/outputs.ts';
import { startProvince, stopProvince } from '../../infra/local/province.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** origin of the site, `http://localhost:<port>` */
    site: string;
    outputs: Readonly<Record<string, string>>;
    accounts: readonly { readonly username: string; readonly password: string }[];
  }
}

/** One that runs already, named by RUNNING_SITE: a whole run's, or what `npm start` runs in another terminal while a test is written. */
const running = async (siteUrl: string) => ({
  siteUrl, endpoint: process.env['RUNNING_ENDPOINT'] ?? process.env['AWS_ENDPOINT_URL'] ?? 'http://127.0.0.1:4566', outputs: await readOutputs(outputsOf(process.env['RUNNING_WORKSPACE'])),
});

const fresh = () => startProvince({ sitePort: 0, emulatorPort: 0, workspace: 'test' }).catch(async (error: unknown) => {
  await stopProvince();
  throw error;
});

/** The whole province as `npm start` makes it, on free ports, once for all tests that need it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = process.env['RUNNING_SITE'];
  const { siteUrl, endpoint, outputs } = site ? await running(site) : await fresh();
  project.provide('site', siteUrl);
  project.provide('endpoint', endpoint);
  project.provide('outputs', outputs);
  project.provide('accounts', seedAccounts.map(({ username }) => ({ username, password: localPassword })));
  return stopProvince;
}
