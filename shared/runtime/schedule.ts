import { systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';

export type Run = { readonly now: Date; readonly correlationId: string };

/**
 * A function woken by the clock. `work` gives figures worth logging. A failed run is counted and answered quietly: the
 * next run is the retry, and the alarm stands on the count.
 */
export const scheduled = (name: string, work: (run: Run) => Promise<Readonly<Record<string, number>>>, clock: Clock = systemClock) => async (): Promise<void> => {
  const now = clock();
  const correlationId = newId('cor', now);
  const started = performance.now();
  try {
    const figures = await work({ now, correlationId });
    logger.info('run', { schedule: name, correlationId, milliseconds: Math.round(performance.now() - started), ...figures });
  } catch (error) {
    logger.error('ScheduledRunFailed', { schedule: name, correlationId, ...traceOf(error) });
    count('ScheduledRunFailed', { schedule: name });
  }
};
