import { DossierResumedV1 } from '../../events/procedure-submission/dossier-resumed.v1.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { resuming } from './dossier-clock.ts';
import { factsOf } from './dossier.ts';
import { reckoned, type DueOf } from './due-of.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

/**
 * Goes on with a stopped dossier where it was held from, its clock where it stopped. A round of asking for more that was
 * open when it was stopped is over: what is still missing is asked for anew.
 */
export const resumeDossier = (deps: ActDeps & { readonly dueOf: DueOf }) => (command: ActCommand, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'resume' }, async ({ filed, standing }) => {
    const resumedAt = command.asked.cause.now.toISOString();
    const clock = await reckoned(deps.dueOf, { filed, standing }, resuming(standing, resumedAt));
    return {
      // what was owed when it was stopped lapses, like what was asked for: it is asked for anew
      changes: { ...clock, ...(standing.finance === 'due' ? { finance: 'not-due' as const } : {}) },
      event: (after) => newEvent(DossierResumedV1, { ...factsOf({ filed, standing }), toStatus: after.business, resumedAt, ...(clock.dueAt === undefined ? {} : { dueAt: clock.dueAt }) }, command.asked.cause),
    };
  });
