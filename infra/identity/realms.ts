import { Fn, type Stack } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';
import type { SignInPool } from './sign-in-pool.ts';

/** Where a realm signs in: what the identity functions read as JSON from REALMS. */
export type RealmSettings = { issuer: string; clientId: string; authorizeUrl: string; tokenUrl: string; logoutUrl: string; jwksUrl: string };

/** Addresses of a Cognito pool: its own domain on AWS, the emulator's port on a laptop. */
export const poolRealm = (stack: Stack, stage: Stage, pool: SignInPool): RealmSettings => {
  const issuer = Fn.join('', ['https://cognito-idp.', stage.region, '.amazonaws.com/', pool.pool.ref]);
  const hosted = stage.emulator?.endpoint ?? `https://${pool.domainPrefix}.auth.${stack.region}.amazoncognito.com`;
  return {
    issuer, clientId: pool.client.ref,
    authorizeUrl: `${hosted}/oauth2/authorize`, tokenUrl: `${hosted}/oauth2/token`, logoutUrl: `${hosted}/logout`,
    jwksUrl: stage.emulator ? `${stage.emulator.endpoint}/${pool.pool.ref}/.well-known/jwks.json` : `${issuer}/.well-known/jwks.json`,
  };
};
