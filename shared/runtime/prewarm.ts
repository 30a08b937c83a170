import { newId } from '../kernel/ids.ts';
import { optionalEnv } from './env.ts';
import { logger } from './logger.ts';

/**
 * Does in the initialisation phase, where the processor is not throttled, what the first request would otherwise pay
 * for: connections, schema compilation. Side-effect free, bounded in time, never a reason for the function not to start.
 * Outside Lambda (tests, build) it does nothing.
 */
export const prewarm = async (...calls: readonly (() => unknown)[]): Promise<void> => {
  if (optionalEnv('AWS_LAMBDA_FUNCTION_NAME') === undefined) return;
  // the first random number loads Node's whole web cryptography, 6 ms of the first request otherwise
  newId('cor', new Date());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bound = new Promise<void>((resolve) => { timer = setTimeout(resolve, 1_000); });
  await Promise.race([bound, Promise.allSettled(calls.map(async (call) => call()))]);
  clearTimeout(timer);
  logger.info('ready', { milliseconds: Math.round(performance.now()) });
};
