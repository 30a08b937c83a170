import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clientOptions } from '../local/local-aws.ts';
import { stageOf } from '../stages.ts';

/** The functions of a stage that an operator invokes: on a real account with the caller's own credentials, locally on the emulator. */
export const deployedOn = (name: string) => {
  const stage = stageOf(name);
  const options = stage.emulator ? clientOptions(process.env['AWS_ENDPOINT_URL'] ?? stage.emulator.endpoint) : { region: stage.region };
  const lambda = new LambdaClient(options);
  return {
    functionNamed: async (stackName: string, output: string): Promise<string> => {
      const { Stacks: [stack] = [] } = await new CloudFormationClient(options).send(new DescribeStacksCommand({ StackName: `HauGiang-${name}-${stackName}` }));
      const found = stack?.Outputs?.find(({ OutputKey }) => OutputKey === output)?.OutputValue;
      if (found === undefined) throw new Error(`HauGiang-${name}-${stackName} has no output ${output}: deploy it first.`);
      return found;
    },
    /** Throws with what the function said when it failed. */
    invoke: async (FunctionName: string, input?: unknown): Promise<unknown> => {
      const { Payload, FunctionError } = await lambda.send(new InvokeCommand({ FunctionName, ...(input === undefined ? {} : { Payload: JSON.stringify(input) }) }));
      const text = Payload?.transformToString() ?? '';
      if (FunctionError) throw new Error(text);
      return JSON.parse(text) as unknown;
    },
  };
};
