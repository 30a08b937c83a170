import { CfnOutput, Fn, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type HttpWorkflow, routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { addressesOf, type Route } from '../../shared/contracts/route.ts';
import type { Stage } from '../stages.ts';

/** The emulator serves an API under this id when tagged so; it makes the address the same after every start. */
const EMULATOR_API_ID = 'a0c1e2b3';

export type ApiStackProps = StackProps & {
  readonly stage: Stage;
  readonly functions: Readonly<Record<HttpWorkflow, IFunction>>;
  readonly authorizer: IFunction;
};

/** One HTTP API with one explicit route per contract route, all of a workflow's routes on the workflow's one function. L1, to stay one resource a route. */
export class ApiStack extends Stack {
  readonly api: CfnApi;
  /** host, port and path where functions and the distribution reach it */
  readonly origin: { readonly host: string; readonly httpPort?: number; readonly path: string };
  readonly url: string;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { stage } = props;
    this.api = new CfnApi(this, 'Api', { name: `haugiang-${stage.name}`, protocolType: 'HTTP' });
    if (stage.emulator) Tags.of(this.api).add('ms-custom-id', EMULATOR_API_ID);
    this.origin = stage.emulator
      ? { host: 'localhost', httpPort: stage.emulator.port, path: `/_aws/execute-api/${EMULATOR_API_ID}` }
      : { host: Fn.join('', [this.api.ref, '.execute-api.', this.region, '.amazonaws.com']), path: '' };
    this.url = stage.emulator ? `${stage.emulator.endpoint}${this.origin.path}/api` : `https://${this.origin.host}/api`;

    const accessLogs = new LogGroup(this, 'AccessLogs', { retention: stage.logRetentionDays });
    new CfnStage(this, 'Stage', {
      apiId: this.api.ref, stageName: '$default', autoDeploy: true,
      defaultRouteSettings: { throttlingBurstLimit: 500, throttlingRateLimit: 1000, detailedMetricsEnabled: true },
      accessLogSettings: {
        destinationArn: accessLogs.logGroupArn,
        format: JSON.stringify({ requestId: '$context.requestId', routeKey: '$context.routeKey', status: '$context.status', latency: '$context.responseLatency', integration: '$context.integrationLatency' }),
      },
    });
    const authorizer = new CfnAuthorizer(this, 'Authorizer', {
      apiId: this.api.ref, name: 'session', authorizerType: 'REQUEST', authorizerPayloadFormatVersion: '2.0', enableSimpleResponses: true,
      // no caching (an expired session must not live on in a cache), and therefore no identity source: it is asked with and without a cookie
      identitySource: [], authorizerResultTtlInSeconds: 0, authorizerUri: this.#invocationUri(props.authorizer),
    });
    this.#permit('MayAuthorize', props.authorizer);
    for (const [workflow, routes] of Object.entries(routesByWorkflow)) this.#serve(workflow as HttpWorkflow, routes, props.functions[workflow as HttpWorkflow], authorizer);
    new CfnOutput(this, 'ApiUrl', { value: this.url });
  }

  #serve(workflow: HttpWorkflow, routes: readonly Route[], fn: IFunction, authorizer: CfnAuthorizer): void {
    this.#permit(`MayCall-${workflow}`, fn);
    const integration = new CfnIntegration(this, `To-${workflow}`, {
      apiId: this.api.ref, integrationType: 'AWS_PROXY', integrationUri: fn.functionArn, integrationMethod: 'POST', payloadFormatVersion: '2.0', timeoutInMillis: 15_000,
    });
    for (const route of routes) {
      // whose key it is the function looks up itself
      const closed = route.access.some(({ kind }) => kind !== 'public' && kind !== 'key');
      for (const path of addressesOf(route)) {
        new CfnRoute(this, `Route-${route.name}${path.slice(route.path.length)}`, {
          apiId: this.api.ref, routeKey: `${route.method} /api${path}`, target: Fn.join('/', ['integrations', integration.ref]), operationName: route.name,
          ...(closed ? { authorizationType: 'CUSTOM', authorizerId: authorizer.ref } : { authorizationType: 'NONE' }),
        });
      }
    }
  }

  #invocationUri(fn: IFunction): string {
    return Fn.join('', ['arn:', this.partition, ':apigateway:', this.region, ':lambda:path/2015-03-31/functions/', fn.functionArn, '/invocations']);
  }

  #permit(id: string, fn: IFunction): void {
    new CfnPermission(this, id, {
      action: 'lambda:InvokeFunction', functionName: fn.functionArn, principal: 'apigateway.amazonaws.com',
      sourceArn: Fn.join('', ['arn:', this.partition, ':execute-api:', this.region, ':', this.account, ':', this.api.ref, '/*']),
    });
  }
}
