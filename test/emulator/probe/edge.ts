import { Duration, type Stack, Tags } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {
  AllowedMethods, CachePolicy, Distribution, Function as EdgeFunction, FunctionCode, FunctionEventType, FunctionRuntime, OriginProtocolPolicy,
  OriginRequestPolicy, ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { probeFunction } from './probe-function.ts';

const API_ID = 'abcdef12';
const TO_INDEX = `function handler(event) {
  var request = event.request;
  if (!/\\.(html|json|js|css)$/.test(request.uri)) request.uri = request.uri.replace(/\\/?$/, '/index.html');
  return request;
}`;

/** Distribution with a site bucket, a second bucket and the API behind `/api/*`. */
export function edge(stack: Stack, port: number): Record<string, string> {
  const api = new HttpApi(stack, 'Api');
  Tags.of(api).add('ms-custom-id', API_ID);
  const authorizer = new HttpLambdaAuthorizer('Authoriser', probeFunction(stack, 'AuthoriserFunction', 'authoriser'), {
    responseTypes: [HttpLambdaResponseType.SIMPLE], identitySource: [], resultsCacheTtl: Duration.seconds(0),
  });
  const integration = new HttpLambdaIntegration('Echo', probeFunction(stack, 'EchoFunction', 'echo'));
  for (const path of ['/api/echo', '/api/echo/{id}']) api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.POST], integration, authorizer });

  const site = new Bucket(stack, 'Site');
  const published = new Bucket(stack, 'Published');
  const functionAssociations = [{
    function: new EdgeFunction(stack, 'ToIndex', { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(TO_INDEX) }),
    eventType: FunctionEventType.VIEWER_REQUEST,
  }];
  const responseHeadersPolicy = new ResponseHeadersPolicy(stack, 'Headers', {
    securityHeadersBehavior: { contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true } },
  });
  const apiOrigin = new HttpOrigin('localhost', { httpPort: port, protocolPolicy: OriginProtocolPolicy.HTTP_ONLY, originPath: `/_aws/execute-api/${API_ID}` });
  const distribution = new Distribution(stack, 'Distribution', {
    defaultBehavior: { origin: S3BucketOrigin.withOriginAccessControl(site), functionAssociations, responseHeadersPolicy },
    additionalBehaviors: {
      '/api/*': {
        origin: apiOrigin, allowedMethods: AllowedMethods.ALLOW_ALL, cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      '/thu-tuc/*': { origin: S3BucketOrigin.withOriginAccessControl(published), functionAssociations },
    },
  });
  return { ApiId: api.apiId, DistributionDomain: distribution.distributionDomainName, SiteBucket: site.bucketName, PublishedBucket: published.bucketName };
}
