import { DossierExtendedV1 } from '../../events/procedure-submission/dossier-extended.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import type { DueOf } from './due-of.ts';
import { extensionDays } from './extension.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { Directory, DossierRecord } from './ports.ts';

type Deps = ActDeps & { readonly dueOf: DueOf; readonly directory: Pick<Directory, 'calendar'> };
type Command = ActCommand & { readonly reason: string; readonly newDate: IsoDate };

/**
 * Apologises and promises a later day (Mẫu 04): at most once, before the term ends. The status stays, and punctuality is
 * judged against the new date. Throws `reason-missing` and what `extensionDays` throws.
 */
export const extendDossier = (deps: Deps) => ({ reason, newDate, ...command }: Command, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'extend' }, async ({ filed, standing }) => {
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    const { now } = command.asked.cause;
    const workingDays = extensionDays(standing, { newDate, now, calendar: await deps.directory.calendar(standing.basis?.calendarVersion, filed.agency.code) });
    const { dueAt: previousDueAt, receivedAt, pauses } = standing;
    if (previousDueAt === undefined || receivedAt === undefined) throw new DomainError('no-promised-date');
    const due = await deps.dueOf(filed, { receivedAt, pauses, extraWorkingDays: workingDays, basis: standing.basis });
    if (due === undefined) throw new DomainError('no-promised-date');
    const [extendedAt, dueAt] = [now.toISOString(), due.toISOString()];
    const revision = standing.revision + 1;
    return {
      changes: { dueAt, extension: { at: extendedAt, revision, previousDueAt, dueAt, workingDays } }, reason,
      event: () => newEvent(DossierExtendedV1, { ...factsOf({ filed, standing }), revision, extendedAt, previousDueAt, dueAt }, command.asked.cause),
    };
  });
