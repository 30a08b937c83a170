/** `npm run publish-site -- <stage>`: the built pages to a deployed stage of a real account, then every published page rendered again. */
import { parseArgs } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { whereIs } from '../stages.ts';
import { uploadSite } from './upload-site.ts';

const { positionals: [name = 'production'] } = parseArgs({ allowPositionals: true });
const { region } = whereIs(name);

const output = async (stack: string, key: string): Promise<string> => {
  const { Stacks: [found] = [] } = await new CloudFormationClient({ region }).send(new DescribeStacksCommand({ StackName: `HauGiang-${name}-${stack}` }));
  const value = found?.Outputs?.find((o) => o.OutputKey === key)?.OutputValue;
  if (value === undefined) throw new Error(`The stack HauGiang-${name}-${stack} has no output ${key}: deploy it first.`);
  return value;
};

const files = await uploadSite({ client: new S3Client({ region }), bucket: await output('Foundation', 'SiteBucket') });
process.stdout.write(`${files} files published\n`);
// published pages name hashed files: a new build wants them rendered again
const { FunctionError } = await new LambdaClient({ region }).send(new InvokeCommand({ FunctionName: await output('Portals', 'RenderAllFunction') }));
if (FunctionError) throw new Error('The published pages could not be rendered again: see the log of portals/render-all.command.');
process.stdout.write('every published page rendered again\n');
