import { ReorganiseCommand, type DossiersOutcome } from '../../shared/contracts/reorganisation.ts';
import { systemClock } from '../../shared/kernel/clock.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { successionDeps } from './deps.ts';

const deps = successionDeps();
/** Less than the function's own time limit: what is left over is for the step that is under way. */
const MINUTES = 12;

type Answer = DossiersOutcome | { readonly refused: string; readonly where: readonly string[] };

/** Invoked by `npm run reorganise` with `{ mode, plan }`, again and again until it is done. */
export const handler = async (input: unknown): Promise<Answer> => {
  const command = ReorganiseCommand.safeParse(input);
  if (!command.success) return { refused: 'request-invalid', where: command.error.issues.map(({ path }) => `/${path.join('/')}`).slice(0, 50) };
  const { mode, plan } = command.data;
  const startedAt = systemClock();
  const correlationId = newId('cor', startedAt);
  const reorganising = { plan, timeIsUp: () => systemClock().getTime() - startedAt.getTime() > MINUTES * 60_000 };
  try {
    const outcome = mode === 'preview' ? await deps.preview(reorganising) : await deps.apply(reorganising, { actor: 'system', correlationId, causationId: correlationId, now: startedAt });
    logger.info('succeed-dossiers', { mode, plan: plan.id, done: outcome.done, moved: outcome.moved, awaited: outcome.awaited.length });
    return outcome;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    logger.warn('SuccessionRefused', { mode, plan: plan.id, code: error.code });
    return { refused: error.code, where: error.detail === undefined ? [] : [error.detail] };
  }
};
