import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clientOptions } from '../local/local-aws.ts';
import { whereIs } from '../stages.ts';

/** The functions of a stage that an operator invokes: on a real account with the caller's own credentials, locally on the emulator. */
export const deployedOn = (name: string) => {
  const { emulator, region } = whereIs(name);
  const options = emulator ? clientOptions(process.env['AWS_ENDPOINT_URL'] ?? emulator.endpoint) : { region };
  const lambda = new LambdaClient(options);
  const outputs = async (stackName: string): Promise<ReadonlyMap<string, string>> => {
    const { Stacks: [stack] = [] } = await new CloudFormationClient(options).send(new DescribeStacksCommand({ StackName: `HauGiang-${name}-${stackName}` }));
    return new Map((stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  };
  const output = async (stackName: string, key: string): Promise<string> => {
    const found = (await outputs(stackName)).get(key);
    if (found === undefined) throw new Error(`HauGiang-${name}-${stackName} has no output ${key}: deploy it first.`);
    return found;
  };
  return {
    options, output, outputs, functionNamed: output,
    /** Throws with what the function said when it failed. */
    invoke: async (FunctionName: string, input?: unknown): Promise<unknown> => {
      const { Payload, FunctionError } = await lambda.send(new InvokeCommand({ FunctionName, ...(input === undefined ? {} : { Payload: JSON.stringify(input) }) }));
      const text = Payload?.transformToString() ?? '';
      if (FunctionError) throw new Error(text);
      return JSON.parse(text) as unknown;
    },
  };
};
