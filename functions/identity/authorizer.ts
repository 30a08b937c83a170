import { systemClock } from '../../shared/kernel/clock.ts';
import { actorContext } from '../../shared/runtime/actor.ts';
import { readCookies } from '../../shared/runtime/cookies.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { recogniser } from './deps.ts';

const { recognise, hydrate, rehearse } = recogniser();

type AuthorizerEvent = {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly cookies?: readonly string[];
  readonly requestContext: { readonly http: { readonly method: string } };
};

/** Says who is asking and never refuses: the runner answers `nobody` with a problem a person can read. */
export const handler = async (event: AuthorizerEvent): Promise<{ isAuthorized: true; context: { actor: string } }> => {
  const started = performance.now();
  const { actor, refusal } = await recognise({
    authorization: event.headers?.['authorization'], cookies: readCookies(event), exact: event.requestContext.http.method !== 'GET', now: systemClock(),
  });
  logger.info('recognised', { actor: actor.kind, refusal, milliseconds: Math.round((performance.now() - started) * 10) / 10 });
  return { isAuthorized: true, context: actorContext(actor) };
};

await prewarm(hydrate, rehearse);
