/** One stack with one of everything we rely on; `node test/emulator/probe-stack.ts` is its CDK application. */
import { App, CfnOutput, CliCredentialsStackSynthesizer, Stack } from 'aws-cdk-lib';
import { alarms } from './probe/alarms.ts';
import { analytics } from './probe/analytics.ts';
import { edge } from './probe/edge.ts';
import { messages } from './probe/messages.ts';
import { signIn } from './probe/sign-in.ts';
import { storage } from './probe/storage.ts';

const app = new App({ defaultStackSynthesizer: new CliCredentialsStackSynthesizer() });
const stack = new Stack(app, 'Probe', { env: { account: '000000000000', region: 'ap-southeast-1' } });
const port = Number(app.node.tryGetContext('endpointPort'));

const outputs = { ...signIn(stack), ...edge(stack, port), ...messages(stack), ...storage(stack), ...analytics(stack), ...alarms(stack) };
for (const [id, value] of Object.entries(outputs)) new CfnOutput(stack, `Out${id}`, { value }).overrideLogicalId(id);
