import { App } from 'aws-cdk-lib';
import { buildProvince } from './province.ts';
import { stageOf } from './stages.ts';

const app = new App();
const context = (key: string): string | undefined => app.node.tryGetContext(key) as string | undefined;

buildProvince(app, {
  stage: stageOf(context('stage') ?? 'production', { siteOrigin: context('siteOrigin'), endpoint: context('endpoint'), endpointPort: context('endpointPort') }),
  account: process.env['CDK_DEFAULT_ACCOUNT'], certificateArn: context('certificateArn'),
});
app.synth();
