import { DossierHandedOverV1 } from '../../events/procedure-submission/dossier-handed-over.v1.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

/** Hands the result over (status 10). Punctuality was judged before, when the result existed. */
export const handOverResult = (deps: ActDeps) => (command: ActCommand, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'hand-over' }, ({ filed, standing }) => ({
    // the way through the steps is over: what it was, the history says
    changes: { delivery: 'handed-over', internal: undefined },
    event: () => newEvent(DossierHandedOverV1, factsOf({ filed, standing }), command.asked.cause),
  }));
