import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPool, CfnUserPoolClient, CfnUserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

export type SignInPoolProps = {
  readonly stage: Stage;
  readonly realm: 'national' | 'province';
  /** puts claims into the tokens of the pool */
  readonly claims?: IFunction;
};

/**
 * A user pool with one confidential-free web client (code + PKCE). L1 constructs, because the L2 pool would write the trigger's
 * permission into the function's stack and so tie the two stacks in a circle.
 */
export class SignInPool extends Construct {
  readonly pool: CfnUserPool;
  readonly client: CfnUserPoolClient;
  readonly domainPrefix: string;

  constructor(scope: Construct, id: string, props: SignInPoolProps) {
    super(scope, id);
    const { stage, realm, claims } = props;
    this.domainPrefix = `haugiang-${realm}-${stage.name}`;
    this.pool = new CfnUserPool(this, 'Pool', {
      userPoolName: `haugiang-${realm}-${stage.name}`,
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      deletionProtection: stage.retainData ? 'ACTIVE' : 'INACTIVE',
      userPoolTier: 'ESSENTIALS',
      mfaConfiguration: stage.emulator ? 'OFF' : 'ON', ...(stage.emulator ? {} : { enabledMfas: ['SOFTWARE_TOKEN_MFA'] }),
      policies: { passwordPolicy: { minimumLength: 12, requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true } },
      schema: [{ name: 'name', attributeDataType: 'String', mutable: true, required: false }, { name: 'email', attributeDataType: 'String', mutable: true, required: false }],
      ...(claims ? { lambdaConfig: { preTokenGenerationConfig: { lambdaArn: claims.functionArn, lambdaVersion: 'V2_0' } } } : {}),
    });
    this.pool.applyRemovalPolicy(stage.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    if (claims) {
      new CfnPermission(this, 'MayAskForClaims', {
        action: 'lambda:InvokeFunction', functionName: claims.functionArn, principal: 'cognito-idp.amazonaws.com', sourceArn: this.pool.attrArn,
      });
    }
    new CfnUserPoolDomain(this, 'Domain', { domain: this.domainPrefix, userPoolId: this.pool.ref });
    this.client = new CfnUserPoolClient(this, 'Client', {
      userPoolId: this.pool.ref, clientName: 'web', generateSecret: false,
      allowedOAuthFlowsUserPoolClient: true, allowedOAuthFlows: ['code'], allowedOAuthScopes: ['openid', 'profile', 'email'],
      callbackUrLs: [`${stage.siteOrigin}/api/auth/${realm}/callback`], logoutUrLs: [`${stage.siteOrigin}/`],
      supportedIdentityProviders: ['COGNITO'], explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      accessTokenValidity: 15, idTokenValidity: 15, refreshTokenValidity: 12, tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'hours' },
      enableTokenRevocation: true, preventUserExistenceErrors: 'ENABLED',
    });
    const name = realm === 'national' ? 'National' : 'Province';
    new CfnOutput(this, 'PoolId', { value: this.pool.ref }).overrideLogicalId(`${name}PoolId`);
    new CfnOutput(this, 'ClientId', { value: this.client.ref }).overrideLogicalId(`${name}ClientId`);
  }
}
