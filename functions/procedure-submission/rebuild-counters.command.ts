import { systemClock } from '../../shared/kernel/clock.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { monthOf } from './counting.ts';
import { countDeps } from './deps.ts';
import { rebuildCounters, type RebuildOutcome } from './rebuild-counters.ts';

const rebuild = rebuildCounters(countDeps());
/** Less than the function's own time limit: what is left over is for the step that is under way. */
const MINUTES = 12;

/** Invoked by `npm run rebuild-counters`, again and again until it is done. Needs no input. */
export const handler = async (): Promise<RebuildOutcome> => {
  const startedAt = systemClock();
  const outcome = await rebuild({ thisMonth: monthOf(startedAt.toISOString()), timeIsUp: () => systemClock().getTime() - startedAt.getTime() > MINUTES * 60_000 });
  logger.info('rebuild-counters', { done: outcome.done, counted: outcome.counted, equal: outcome.equal });
  return outcome;
};
