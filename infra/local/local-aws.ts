/** How our own commands reach the local AWS, and the guard that keeps them from ever reaching a real one. */
import { delimiter } from 'node:path';
import { LocalFailure } from './failure.ts';
import { inProject } from './folders.ts';

export const REGION = 'ap-southeast-1';
export const ACCOUNT = '000000000000';

/** @throws LocalFailure unless the endpoint is on this machine. */
export function requireLocal(endpoint: string): void {
  const { hostname } = new URL(endpoint);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1' && hostname !== '[::1]' && !hostname.endsWith('.localhost')) {
    throw new LocalFailure(`${endpoint} is not on this machine; the local commands never touch a real account.`, 'Unset AWS_ENDPOINT_URL and start again.');
  }
}

/** Options for any SDK client. */
export const clientOptions = (endpoint: string) => ({
  endpoint, region: REGION, credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** Environment of a command that works on the local account: nothing of the person's own AWS settings is left in it. */
export function commandEnvironment(endpoint: string): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_)/.test(name)));
  return {
    ...own,
    PATH: `${inProject('node_modules', '.bin')}${delimiter}${own['PATH'] ?? ''}`,
    AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION, AWS_DEFAULT_REGION: REGION, AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DEFAULT_ACCOUNT: ACCOUNT, CDK_DEFAULT_REGION: REGION,
    CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true', CI: 'true', NO_COLOR: '1',
  };
}
