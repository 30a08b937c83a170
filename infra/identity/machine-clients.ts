import { CfnOutput } from 'aws-cdk-lib';
import { CfnUserPoolClient, CfnUserPoolResourceServer } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { SignInPool } from './sign-in-pool.ts';

/**
 * Agencies' own systems: one client each, with a secret, for client credentials only. What it may do and for which agency are
 * scopes, granted here and nowhere else; a token lives fifteen minutes. The secret is read by an operator and handed over.
 */
export class MachineClients extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: Stage; readonly officers: SignInPool }) {
    super(scope, id);
    const { stage: { machines }, officers: { pool } } = props;
    if (machines.length === 0) return;
    const dossiers = new CfnUserPoolResourceServer(this, 'Dossiers', {
      userPoolId: pool.ref, identifier: 'dossiers', name: 'dossiers',
      scopes: [{ scopeName: 'read', scopeDescription: 'Read dossiers of the agency' }, { scopeName: 'write', scopeDescription: 'Confirm, report progress and results' }],
    });
    const agencies = new CfnUserPoolResourceServer(this, 'Agencies', {
      userPoolId: pool.ref, identifier: 'agency', name: 'agency', scopes: [...new Set(machines.map(({ agency }) => agency))].map((agency) => ({ scopeName: agency, scopeDescription: `Speaks for ${agency}` })),
    });
    for (const { name, agency } of machines) {
      const client = new CfnUserPoolClient(this, `Client-${name}`, {
        userPoolId: pool.ref, clientName: name, generateSecret: true, allowedOAuthFlowsUserPoolClient: true, allowedOAuthFlows: ['client_credentials'],
        allowedOAuthScopes: ['dossiers/read', 'dossiers/write', `agency/${agency}`], accessTokenValidity: 15, tokenValidityUnits: { accessToken: 'minutes' }, enableTokenRevocation: true,
      });
      client.addDependency(dossiers);
      client.addDependency(agencies);
      new CfnOutput(this, `ClientId-${name}`, { value: client.ref }).overrideLogicalId(`Machine${name.replaceAll('-', '')}`);
    }
  }
}
