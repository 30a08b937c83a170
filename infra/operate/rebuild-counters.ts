/** `npm run rebuild-counters -- <stage>`: builds the counters of the statistics again from the dossiers, and says whether they were right. */
import { parseArgs } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clientOptions } from '../local/local-aws.ts';
import { stageOf } from '../stages.ts';

type Outcome = { readonly done: boolean; readonly counted: number; readonly equal?: boolean; readonly differing?: readonly string[] };

const { positionals: [name = 'local'] } = parseArgs({ allowPositionals: true });
const stage = stageOf(name);
const options = stage.emulator ? clientOptions(process.env['AWS_ENDPOINT_URL'] ?? stage.emulator.endpoint) : { region: stage.region };

const { Stacks: [stack] = [] } = await new CloudFormationClient(options).send(new DescribeStacksCommand({ StackName: `HauGiang-${name}-ProcedureSubmission` }));
const FunctionName = stack?.Outputs?.find(({ OutputKey }) => OutputKey === 'RebuildCountersFunction')?.OutputValue;
if (FunctionName === undefined) throw new Error(`HauGiang-${name}-ProcedureSubmission has no output RebuildCountersFunction: deploy it first.`);

const lambda = new LambdaClient(options);
let total = 0;
for (let done = false; !done;) {
  const { Payload, FunctionError } = await lambda.send(new InvokeCommand({ FunctionName }));
  const text = Payload?.transformToString() ?? '';
  if (FunctionError) throw new Error(`The counters could not be rebuilt; run it again, it goes on where it stopped. ${text}`);
  const outcome = JSON.parse(text) as Outcome;
  total += outcome.counted;
  done = outcome.done;
  process.stdout.write(`${total} dossiers counted${done ? '' : ', going on'}\n`);
  if (outcome.equal !== undefined) process.stdout.write(outcome.equal ? 'the counters kept by events held the same\n' : `they differed, and are mended now:\n${(outcome.differing ?? []).join('\n')}\n`);
}
