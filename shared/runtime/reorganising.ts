import type * as z from 'zod';
import { ReorganiseCommand } from '../contracts/reorganisation.ts';
import { systemClock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { logger } from './logger.ts';
import type { Cause } from './outbox.ts';

/** Less than the function's own time limit: what is left over is for the step that is under way. */
const MINUTES = 12;

type Reorganising = { readonly plan: z.output<typeof ReorganiseCommand>['plan']; readonly timeIsUp: () => boolean };
type Part<Outcome> = {
  readonly preview: (reorganising: Reorganising) => Promise<Outcome>; readonly apply: (reorganising: Reorganising, cause: Cause) => Promise<Outcome>;
  /** the line of the log when it was done, and when it was refused */
  readonly lines: readonly [string, string]; readonly told: (outcome: Outcome) => Record<string, unknown>;
};

/** One workflow's part in a reorganisation: invoked by `npm run reorganise` with `{ mode, plan }`, again and again until it is done. */
export const reorganising = <Outcome extends { readonly done: boolean }>({ preview, apply, lines: [done, refused], told }: Part<Outcome>) =>
  async (input: unknown): Promise<Outcome | { readonly refused: string; readonly where: readonly string[] }> => {
    const command = ReorganiseCommand.safeParse(input);
    if (!command.success) return { refused: 'request-invalid', where: command.error.issues.map(({ path }) => `/${path.join('/')}`).slice(0, 50) };
    const { mode, plan } = command.data;
    const startedAt = systemClock();
    const correlationId = newId('cor', startedAt);
    const asked = { plan, timeIsUp: () => systemClock().getTime() - startedAt.getTime() > MINUTES * 60_000 };
    try {
      const outcome = mode === 'preview' ? await preview(asked) : await apply(asked, { actor: 'system', correlationId, causationId: correlationId, now: startedAt });
      logger.info(done, { mode, plan: plan.id, done: outcome.done, ...told(outcome) });
      return outcome;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      logger.warn(refused, { mode, plan: plan.id, code: error.code });
      return { refused: error.code, where: [...error.pointers ?? [], ...(error.detail === undefined ? [] : [error.detail])] };
    }
  };
