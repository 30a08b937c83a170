import { systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';

/** `due`: the instant a run was woken for, by the clock or by an operator who names one. */
export type Run = { readonly now: Date; readonly due?: Date; readonly correlationId: string };
/** What a run did, in figures worth a line. */
export type Figures = Readonly<Record<string, number | string>>;

/**
 * A function woken by the clock. A failed run is counted and answered quietly: the next run is the retry, and the alarm
 * stands on the count. Whoever invokes it by hand is answered with its figures, and with none where it failed.
 */
export const scheduled = (name: string, work: (run: Run) => Promise<Figures>, clock: Clock = systemClock) => async (woken?: { readonly time?: unknown }): Promise<Figures | null> => {
  const now = clock();
  const due = new Date(typeof woken?.time === 'string' ? woken.time : Number.NaN);
  const correlationId = newId('cor', now);
  const started = performance.now();
  try {
    const figures = await work({ now, correlationId, ...(Number.isNaN(due.getTime()) ? {} : { due }) });
    logger.info('run', { schedule: name, correlationId, milliseconds: Math.round(performance.now() - started), ...figures });
    return figures;
  } catch (error) {
    logger.error('ScheduledRunFailed', { schedule: name, correlationId, ...traceOf(error) });
    count('ScheduledRunFailed', { schedule: name });
    return null;
  }
};
