import { env, jsonEnv, optionalEnv } from '../../shared/runtime/env.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { logger, traceOf } from '../../shared/runtime/logger.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { endSession } from './end-session.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { oidcProvider } from './oidc-provider.ts';
import { Realms } from './realms.ts';
import { recogniseCaller } from './recognise-caller.ts';
import { renewSession } from './renew-session.ts';
import { endSessionsBefore, readSessionsCountFrom } from './sessions.repository.ts';
import { tokenVerifier } from './token-verifier.ts';

const table = () => openTable(env('TABLE_NAME'));

const unissued = [{ alg: 'RS256', kid: 'none' }, { iss: 'none', exp: 0, iat: 0 }, {}].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

/** What both the authoriser and the sign-in routes stand on: the realms and who their tokens speak of. */
export const recogniser = () => {
  const realms = jsonEnv('REALMS', Realms);
  const { verify, hydrate } = tokenVerifier(realms);
  const clients = { national: realms.national.clientId, province: realms.province.clientId };
  const sessionsCountFrom = readSessionsCountFrom(table());
  const recognise = recogniseCaller({ verify, clients, sessionsCountFrom });
  /** For prewarming: a token nobody issued goes as far as tokens go, and a row that is not there is read. */
  const rehearse = () => Promise.all([verify(unissued).catch(() => undefined), sessionsCountFrom('nobody')]);
  return { realms, verify, hydrate, rehearse, clients, recognise };
};

export const signInDeps = () => {
  const { realms, verify, hydrate, rehearse, clients, recognise } = recogniser();
  const siteOrigin = env('SITE_ORIGIN');
  const provider = oidcProvider(realms, siteOrigin, optionalEnv('AWS_ENDPOINT_URL'));
  return {
    hydrate, rehearse, recognise,
    beginSignIn: beginSignIn({ provider, siteOrigin }),
    finishSignIn: finishSignIn({ provider, verify, clients }),
    renewSession: renewSession({ provider, verify, clients }),
    endSession: endSession({ provider, onRevokeFailed: (error) => logger.warn('RevokeFailed', traceOf(error)) }),
  };
};

export const rightsDeps = () => ({ endSessionsBefore: endSessionsBefore(table()) });
