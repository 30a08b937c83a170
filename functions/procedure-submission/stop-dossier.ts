import { DossierStoppedV1 } from '../../events/procedure-submission/dossier-stopped.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { pausing } from './dossier-clock.ts';
import { factsOf } from './dossier.ts';
import { reckoned, type DueOf } from './due-of.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

/** Stops work on a dossier (status 8) with a reason and a notice to the applicant; the clock stands until it goes on. Throws `reason-missing`. */
export const stopDossier = (deps: ActDeps & { readonly dueOf: DueOf }) => ({ reason, ...command }: ActCommand & { reason: string }, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'stop' }, async ({ filed, standing }) => {
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    const stoppedAt = command.asked.cause.now.toISOString();
    return {
      changes: await reckoned(deps.dueOf, { filed, standing }, pausing(standing, stoppedAt)), reason,
      event: () => newEvent(DossierStoppedV1, { ...factsOf({ filed, standing }), revision: standing.revision + 1, stoppedAt }, command.asked.cause),
    };
  });
