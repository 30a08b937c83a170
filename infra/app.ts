import { App } from 'aws-cdk-lib';
import { buildProvince } from './province.ts';
import { contextKeys, stageOf, StageUnclear } from './stages.ts';

const app = new App();
const context = (key: string): string | undefined => app.node.tryGetContext(key) as string | undefined;

try {
  const stage = stageOf(context('stage') ?? 'production', Object.fromEntries(contextKeys.map((key) => [key, context(key)])));
  buildProvince(app, { stage, account: process.env['CDK_DEFAULT_ACCOUNT'], certificateArn: context('certificateArn') });
  app.synth();
} catch (error) {
  if (!(error instanceof StageUnclear)) throw error;
  process.stderr.write(`${error.message}\n`);
  // an app left standing would still write an empty assembly
  process.exit(1);
}
