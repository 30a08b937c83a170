import type { Stack } from 'aws-cdk-lib';
import { FeaturePlan, LambdaVersion, OAuthScope, ResourceServerScope, StringAttribute, UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { probeFunction } from './probe-function.ts';

export const CALLBACK = 'http://localhost:8080/api/session/callback';

/** A pool with hosted sign-in, a pre-token trigger and a client for machines. */
export function signIn(stack: Stack): Record<string, string> {
  const pool = new UserPool(stack, 'Pool', {
    featurePlan: FeaturePlan.ESSENTIALS, standardAttributes: { fullname: { mutable: true } }, customAttributes: { person: new StringAttribute({ mutable: true }) },
  });
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, probeFunction(stack, 'PreToken', 'pre-token'), LambdaVersion.V2_0);
  pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'haugiang-probe' } });
  const people = pool.addClient('People', {
    oAuth: { flows: { authorizationCodeGrant: true }, scopes: [OAuthScope.OPENID, OAuthScope.PROFILE], callbackUrls: [CALLBACK] },
  });
  const read = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read' });
  const write = new ResourceServerScope({ scopeName: 'write', scopeDescription: 'Write' });
  const server = pool.addResourceServer('Server', { identifier: 'haugiang', scopes: [read, write] });
  const machine = pool.addClient('Machine', {
    generateSecret: true, oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, read)] },
  });
  return { PoolId: pool.userPoolId, PeopleClientId: people.userPoolClientId, MachineClientId: machine.userPoolClientId };
}
