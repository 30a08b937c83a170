import { DossierSupplementRequestedV1 } from '../../events/procedure-submission/dossier-supplement-requested.v1.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { answerBy, supplementLimits } from './answer-limit.ts';
import { pausing } from './dossier-clock.ts';
import { factsOf } from './dossier.ts';
import { reckoned, type DueOf } from './due-of.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { Directory, DossierRecord, Procedures } from './ports.ts';
import { nextRound, type AskedItem } from './supplement.ts';

type Deps = ActDeps & { readonly dueOf: DueOf; readonly procedures: Pick<Procedures, 'version'>; readonly directory: Pick<Directory, 'calendar'> };
type Command = ActCommand & { readonly reason: string; readonly items: readonly Omit<AskedItem, 'itemId'>[] };

/** Asks the applicant for more, item by item (status 5, Mẫu 02): the clock stands until the answer. Throws `reason-missing`, `supplement-rounds-used`. */
export const requestSupplement = (deps: Deps) => ({ reason, items, ...command }: Command, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'request-supplement' }, async ({ filed, standing, rounds }) => {
    const requestedAt = command.asked.cause.now.toISOString();
    const limits = supplementLimits(await deps.procedures.version(filed.procedure.code, filed.procedure.version));
    const last = answerBy(limits, command.asked.cause.now, await deps.directory.calendar());
    const round = nextRound(rounds, { reason, items, revision: standing.revision + 1, askedAt: requestedAt, answerBy: last.toISOString(), mostRounds: limits.mostRounds });
    return {
      changes: await reckoned(deps.dueOf, { filed, standing }, pausing(standing, requestedAt)),
      reason, asked: items.map(({ what }) => what), round,
      event: () => newEvent(DossierSupplementRequestedV1, { ...factsOf({ filed, standing }), round: round.round, revision: round.revision, requestedAt }, command.asked.cause),
    };
  });
