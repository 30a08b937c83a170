import { DossierProgressReportedV1 } from '../../events/procedure-submission/dossier-progress-reported.v1.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import type { DeskDoer } from './machine-doer.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

/** The system of the agency tells what was done meanwhile; it stands in the history, and the status stays. */
export const reportProgress = (deps: ActDeps) => (command: ActCommand & { note: string }, doer: DeskDoer): Promise<DossierRecord> =>
  performAct(deps, doer, { ...command, act: 'report-progress' }, (record) => ({
    reason: command.note, event: () => newEvent(DossierProgressReportedV1, factsOf(record), command.asked.cause),
  }));
