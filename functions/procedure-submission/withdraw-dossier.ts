import { DossierWithdrawnV1 } from '../../events/procedure-submission/dossier-withdrawn.v1.ts';
import type { Citizen } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import { performOwnAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

/**
 * The applicant takes an own dossier back (status 7), at any moment before there is a result. No clock runs on a withdrawn
 * dossier (Nghị định 61/2018/NĐ-CP, mark M), so its promised date lapses; the reason is the applicant's to give or not.
 */
export const withdrawDossier = (deps: ActDeps) => (command: ActCommand & { reason: string }, citizen: Citizen): Promise<DossierRecord> =>
  performOwnAct(deps, citizen, { ...command, act: 'withdraw' }, ({ filed, standing }) => ({
    changes: { dueAt: undefined, lapsedDueAt: standing.dueAt, ...(standing.finance === 'due' ? { finance: 'not-due' as const } : {}) }, reason: command.reason,
    event: () => newEvent(DossierWithdrawnV1, { ...factsOf({ filed, standing }), fromStatus: standing.business, ...(standing.receivedAt === undefined ? {} : { receivedAt: standing.receivedAt }) }, command.asked.cause),
  }));
