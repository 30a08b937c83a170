import { DossierRefusedV1 } from '../../events/procedure-submission/dossier-refused.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

/** Refuses at the desk (status 3). The applicant is told why: without a reason there is no refusal. */
export const refuseDossier = (deps: ActDeps) => (command: ActCommand & { reason: string }, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'refuse' }, ({ filed, standing }) => {
    if (command.reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    return { reason: command.reason, event: () => newEvent(DossierRefusedV1, factsOf({ filed, standing }), command.asked.cause) };
  });
