import { DomainError } from '../../shared/kernel/domain-error.ts';
import { deadlineOf } from './deadline-of.ts';
import type { Filed } from './dossier.ts';
import type { Directory, Procedures } from './ports.ts';

type Deps = { readonly procedures: Pick<Procedures, 'version'>; readonly directory: Pick<Directory, 'calendar'> };

/**
 * When a dossier received at an instant is due, by the procedure version it was filed under. Undefined where that
 * version publishes its term in words only: the dossier is accepted all the same, and no date is made up.
 * Throws `calendar-not-published`.
 */
export const dueOf = ({ procedures, directory }: Deps) => async (filed: Filed, receivedAt: Date): Promise<Date | undefined> => {
  const procedure = await procedures.version(filed.procedure.code, filed.procedure.version);
  if (procedure === undefined) throw new DomainError('procedure-unknown', `version ${filed.procedure.version} is missing`);
  const term = procedure.cases.find((one) => one.id === filed.caseId)?.channels.find((one) => one.channel === filed.channel)?.term;
  if (term === undefined) return undefined;
  return deadlineOf({ procedure, caseId: filed.caseId, channel: filed.channel, receivedAt, calendar: await directory.calendar() }).dueAt;
};
