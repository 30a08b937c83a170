import { DossierRecomputedV1 } from '../../events/procedure-submission/dossier-recomputed.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf, type Basis } from './dossier.ts';
import type { DueOf } from './due-of.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { Directory, DossierRecord, Procedures } from './ports.ts';

/** By the calendar in force, or by the term of the catalogue in force as well. */
export type RecomputeBy = 'calendar' | 'catalogue';
type Reckoning = { readonly dueOf: DueOf; readonly directory: Pick<Directory, 'calendarInForce'>; readonly procedures: Pick<Procedures, 'current'> };
export type Recomputed = { readonly dueAt: string; readonly basis: Basis };

/**
 * The date a dossier would be promised for now. What it was filed under stays written on it; only the basis of its
 * promise changes. Throws `no-promised-date` before acceptance, `term-not-structured` where the term is in words only.
 */
export const reckonAnew = async ({ dueOf, directory, procedures }: Reckoning, { filed, standing }: DossierRecord, { by, now }: { readonly by: RecomputeBy; readonly now: Date }): Promise<Recomputed> => {
  const { receivedAt, pauses, extension } = standing;
  if (receivedAt === undefined) throw new DomainError('no-promised-date');
  const [{ version: calendarVersion }, current] = await Promise.all([directory.calendarInForce(), by === 'catalogue' ? procedures.current(filed.procedure.code, now) : undefined]);
  const procedureVersion = current?.version ?? standing.basis?.procedureVersion;
  const basis = { calendarVersion, ...(procedureVersion === undefined ? {} : { procedureVersion }) };
  const due = await dueOf(filed, { receivedAt, pauses, extraWorkingDays: extension?.workingDays, basis });
  if (due === undefined) throw new DomainError('term-not-structured');
  return { dueAt: due.toISOString(), basis };
};

type Command = ActCommand & { readonly reason: string; readonly by: RecomputeBy; /** the new date as it was shown */ readonly dueAt: string };

/**
 * Promises another date after the calendar or the catalogue changed: an official's act with a reason, never a
 * consequence. Throws `reason-missing`, `date-unchanged`, and `date-moved-meanwhile` when it is not the date that was shown.
 */
export const recomputeDue = (deps: ActDeps & Reckoning) => ({ reason, by, dueAt: shown, ...command }: Command, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'recompute' }, async (record) => {
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    const { dueAt: previousDueAt, revision: seen } = record.standing;
    const { dueAt, basis } = await reckonAnew(deps, record, { by, now: command.asked.cause.now });
    if (dueAt === previousDueAt) throw new DomainError('date-unchanged');
    if (dueAt !== new Date(shown).toISOString()) throw new DomainError('date-moved-meanwhile', undefined, { pointers: ['/body/dueAt'] });
    const recomputedAt = command.asked.cause.now.toISOString();
    const previous = previousDueAt === undefined ? {} : { previousDueAt };
    return {
      changes: { dueAt, basis, recomputed: { at: recomputedAt, revision: seen + 1, dueAt, ...previous } }, reason,
      event: () => newEvent(DossierRecomputedV1, { ...factsOf(record), revision: seen + 1, basis: by, dueAt, recomputedAt, ...previous }, command.asked.cause),
    };
  });
