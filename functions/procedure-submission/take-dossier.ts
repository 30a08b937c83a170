import { DossierTakenV1 } from '../../events/procedure-submission/dossier-taken.v1.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import { neighbour } from './internal-step.ts';
import type { DeskDoer } from './machine-doer.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';
import { passage } from './step-passage.ts';

/** Takes an accepted dossier for processing (status 4); the officer's name stands on it from here. Where no steps are declared, taking it is the hand-over from the reception. */
export const takeDossier = (deps: ActDeps) => (command: ActCommand, officer: DeskDoer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'take' }, async (record) => {
    const { internal } = record.standing;
    const at = command.asked.cause.now.toISOString();
    const moved = internal === undefined ? { changes: {} }
      : internal.implied ? await passage(deps.directory, record, { to: neighbour(record.filed, internal.id, 1), at, received: true })
      : { changes: { internal: { ...internal, received: true } }, step: { to: internal.id } };
    return {
      ...moved, changes: { ...moved.changes, officer: { subject: officer.subject, name: officer.name } },
      event: () => newEvent(DossierTakenV1, factsOf(record), command.asked.cause),
    };
  });
