import { DossierTakenV1 } from '../../events/procedure-submission/dossier-taken.v1.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

/** Takes an accepted dossier for processing (status 4); the officer's name stands on it from here. */
export const takeDossier = (deps: ActDeps) => (command: ActCommand, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'take' }, ({ filed, standing }) => ({
    changes: { officer: { subject: officer.subject, name: officer.name } },
    event: () => newEvent(DossierTakenV1, factsOf({ filed, standing }), command.asked.cause),
  }));
