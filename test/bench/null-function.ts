import { CloudFormationClient, CreateStackCommand, DeleteStackCommand, DescribeStacksCommand, ListStackResourcesCommand, paginateListStacks } from '@aws-sdk/client-cloudformation';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { outputOf } from '../../infra/local/outputs.ts';
import type { Province } from '../../infra/local/province.ts';

const StackName = 'haugiang-bench-null';
// one line per call, as our own functions write: the local AWS waits for the first line of a silent one
const code = "exports.handler = async () => { console.log('null'); return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{}' }; };";

const template = (apiId: string, authorizerId: string) => {
  const ref = (name: string) => ({ Ref: name });
  const arn = { 'Fn::GetAtt': ['Null', 'Arn'] };
  const guarded = (method: string) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { ApiId: apiId, RouteKey: `${method} /api/bench/null`, Target: { 'Fn::Join': ['/', ['integrations', ref('ToNull')]] }, AuthorizationType: 'CUSTOM', AuthorizerId: authorizerId },
  });
  return JSON.stringify({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] } },
      },
      Null: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs24.x', Handler: 'index.handler', MemorySize: 512, Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, Code: { ZipFile: code } } },
      MayCall: { Type: 'AWS::Lambda::Permission', Properties: { Action: 'lambda:InvokeFunction', FunctionName: arn, Principal: 'apigateway.amazonaws.com' } },
      ToNull: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { ApiId: apiId, IntegrationType: 'AWS_PROXY', IntegrationUri: arn, IntegrationMethod: 'POST', PayloadFormatVersion: '2.0' } },
      Written: guarded('POST'), Read: guarded('GET'),
    },
  });
};

/** The id of the one authoriser of the deployed API. */
const authorizerOf = async (client: CloudFormationClient): Promise<string> => {
  for await (const { StackSummaries = [] } of paginateListStacks({ client }, {})) {
    for (const { StackName: name } of StackSummaries.filter((stack) => stack.StackStatus !== 'DELETE_COMPLETE')) {
      const { StackResourceSummaries = [] } = await client.send(new ListStackResourcesCommand({ StackName: name }));
      const found = StackResourceSummaries.find(({ ResourceType }) => ResourceType === 'AWS::ApiGatewayV2::Authorizer');
      if (found?.PhysicalResourceId !== undefined) return found.PhysicalResourceId;
    }
  }
  throw new Error('no deployed stack has an authoriser');
};

/**
 * Puts a function that does nothing behind the province's own API and authoriser, for as long as the bench runs: what is
 * left above it is what our function costs. Answers its path and how to take it away.
 */
export const nullFunction = async ({ endpoint, outputs }: Province): Promise<{ path: string; remove: () => Promise<void> }> => {
  const client = new CloudFormationClient(clientOptions(endpoint));
  const apiId = /execute-api\/(\w+)/.exec(outputOf(outputs, 'ApiUrl'))?.[1] ?? '';
  await client.send(new CreateStackCommand({ StackName, TemplateBody: template(apiId, await authorizerOf(client)), Capabilities: ['CAPABILITY_IAM'] }));
  for (let attempt = 0; ; attempt++) {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    if (stack?.StackStatus === 'CREATE_COMPLETE') break;
    if (attempt > 100 || stack?.StackStatus?.includes('ROLLBACK')) throw new Error(`the null function was not deployed: ${stack?.StackStatusReason ?? stack?.StackStatus}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { path: '/api/bench/null', remove: async () => { await client.send(new DeleteStackCommand({ StackName })); } };
};
