import { systemClock } from '../../shared/kernel/clock.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { claimsDeps } from './deps.ts';
import { NoPost } from './claims-of.ts';

const deps = claimsDeps();

/** On a renewal the event has no user attributes, so everything is read by the sign-in name. */
type TokenEvent = { readonly userName: string; readonly triggerSource: string; response: unknown };

/** Called before a token of the province's pool is made, at sign-in and at every renewal. A throw is how the pool is told to refuse. */
export const handler = async (event: TokenEvent): Promise<TokenEvent> => {
  try {
    const claims = await deps.claimsOf(event.userName, systemClock());
    logger.info('claims', { trigger: event.triggerSource, posts: claims.posts.length });
    return { ...event, response: { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: claims } } } };
  } catch (error) {
    logger.warn('ClaimsRefused', { trigger: event.triggerSource, reason: error instanceof NoPost ? 'no post' : 'failed' });
    throw error;
  }
};

await prewarm(deps.warm);
