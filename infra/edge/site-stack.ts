import { CfnOutput, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods, CachePolicy, Distribution, Function as EdgeFunction, FunctionCode, FunctionEventType, FunctionRuntime, HeadersFrameOption,
  HeadersReferrerPolicy, HttpVersion, OriginProtocolPolicy, OriginRequestPolicy, PriceClass, ResponseHeadersPolicy, SecurityPolicyProtocol, ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, CfnBucketPolicy, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { FoundationStack } from '../foundation/stack.ts';
import type { Stage } from '../stages.ts';
import type { ApiStack } from './api-stack.ts';
import { pageAddresses } from './page-addresses.ts';

export type SiteStackProps = StackProps & {
  readonly stage: Stage; readonly foundation: FoundationStack; readonly api: ApiStack; readonly uploadsOrigin: string; readonly mediaOrigin: string; readonly documentsOrigin: string;
  readonly certificateArn?: string | undefined; readonly firewallArn?: string | undefined;
};

/** One distribution for the site and `/api/*`: one origin, so no CORS. */
export class SiteStack extends Stack {
  constructor(scope: Construct, id: string, props: SiteStackProps) {
    super(scope, id, props);
    const { stage, api, foundation } = props;
    // seen by its name only: the bucket's policy is written below, without a circle between the two stacks
    const files: IBucket = Bucket.fromBucketName(this, 'Files', foundation.site.bucket.bucketName);
    const page = new EdgeFunction(this, 'PageAddresses', { code: FunctionCode.fromInline(pageAddresses), runtime: FunctionRuntime.JS_2_0 });
    const headers = this.#headers(stage, props);
    const { certificateArn } = props;
    const apiOrigin = new HttpOrigin(api.origin.host, {
      originPath: api.origin.path,
      ...(api.origin.httpPort ? { httpPort: api.origin.httpPort, protocolPolicy: OriginProtocolPolicy.HTTP_ONLY } : { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }),
    });
    const site = S3BucketOrigin.withOriginAccessControl(files);
    const secure = { viewerProtocolPolicy: stage.emulator ? ViewerProtocolPolicy.ALLOW_ALL : ViewerProtocolPolicy.REDIRECT_TO_HTTPS, responseHeadersPolicy: headers };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `haugiang-${stage.name}`, httpVersion: HttpVersion.HTTP2_AND_3, priceClass: PriceClass.PRICE_CLASS_200,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(stage.customDomain && certificateArn ? { domainNames: [new URL(stage.siteOrigin).hostname], certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn) } : {}),
      ...(props.firewallArn ? { webAclId: props.firewallArn } : {}),
      defaultBehavior: {
        origin: site, cachePolicy: CachePolicy.CACHING_OPTIMIZED, ...secure,
        functionAssociations: [{ function: page, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/api/openapi.json': { origin: site, cachePolicy: CachePolicy.CACHING_OPTIMIZED, ...secure },
        '/api/*': {
          origin: apiOrigin, allowedMethods: AllowedMethods.ALLOW_ALL, cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER, ...secure,
        },
      },
    });
    this.#letDistributionRead(files, distribution, stage);
    new CfnOutput(this, 'SiteOrigin', { value: stage.siteOrigin });
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
  }

  #headers(stage: Stage, { uploadsOrigin, mediaOrigin, documentsOrigin }: { readonly uploadsOrigin: string; readonly mediaOrigin: string; readonly documentsOrigin: string }): ResponseHeadersPolicy {
    const csp = [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", `img-src 'self' data: blob: ${uploadsOrigin} ${mediaOrigin}`, `media-src 'self' blob: ${mediaOrigin}`, `frame-src ${uploadsOrigin} ${documentsOrigin}`, "font-src 'self'", "manifest-src 'self'", "worker-src 'self'",
      `connect-src 'self' ${uploadsOrigin} ${mediaOrigin}`, "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].join('; ');
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: csp, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        ...(stage.enforceTls ? { strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, preload: true, override: true } } : {}),
      },
      customHeadersBehavior: { customHeaders: [{ header: 'Permissions-Policy', value: 'camera=(self), geolocation=(self), microphone=(self)', override: true }] },
    });
  }

  /** Listing is allowed so that a missing page is a 404 rather than a 403. */
  #letDistributionRead(files: IBucket, distribution: Distribution, stage: Stage): void {
    const reader = { principals: [new ServicePrincipal('cloudfront.amazonaws.com')], conditions: { StringEquals: { 'AWS:SourceArn': distribution.distributionArn } } };
    const statements = [
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [`${files.bucketArn}/*`], ...reader }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [files.bucketArn], ...reader }),
    ];
    if (stage.enforceTls) statements.push(denyPlainHttp(files));
    new CfnBucketPolicy(this, 'FilesPolicy', {
      bucket: files.bucketName, policyDocument: { Version: '2012-10-17', Statement: statements.map((s) => s.toStatementJson() as unknown) },
    });
  }
}

const denyPlainHttp = (files: IBucket): PolicyStatement => {
  const statement = new PolicyStatement({ actions: ['s3:*'], resources: [files.bucketArn, Fn.join('', [files.bucketArn, '/*'])], conditions: { Bool: { 'aws:SecureTransport': 'false' } } });
  statement.effect = 'Deny' as PolicyStatement['effect'];
  statement.addAnyPrincipal();
  return statement;
};
