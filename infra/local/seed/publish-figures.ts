import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clientOptions } from '../local-aws.ts';
import { outputOf } from '../outputs.ts';
import type { Deployed } from './open-accounts.ts';

/** Publishes the figures now, as the clock does every few minutes: the statistics page is there from the first look on. */
export async function publishFigures({ endpoint, outputs }: Deployed): Promise<void> {
  await new LambdaClient(clientOptions(endpoint)).send(new InvokeCommand({ FunctionName: outputOf(outputs, 'PublishFiguresFunction'), InvocationType: 'RequestResponse' }));
}
