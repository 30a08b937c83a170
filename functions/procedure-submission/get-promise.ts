import type { PromiseView } from '../../shared/contracts/catalogue.ts';
import type { Channel } from '../../shared/kernel/dossier-status.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Catalogue } from './catalogue-ports.ts';
import { deadlineOf } from './deadline-of.ts';
import type { Directory } from './ports.ts';

type Deps = { readonly procedures: Pick<Catalogue, 'current'>; readonly directory: Pick<Directory, 'calendar'> };
type Question = { readonly procedureCode: string; readonly caseId: string; readonly channel: Channel; readonly receivedAt: Date; /** the version in force then decides */ readonly at: Date; /** whose calendar: the province's without */ readonly agency?: string | undefined };

/**
 * When the result would be promised for a dossier received at an instant, with every day that moved it.
 * Throws `procedure-unknown`, `calendar-not-published` and what `deadlineOf` throws.
 */
export const getPromise = ({ procedures, directory }: Deps) => async ({ procedureCode, agency, at, ...asked }: Question): Promise<PromiseView> => {
  const procedure = await procedures.current(procedureCode, at);
  if (procedure === undefined) throw new DomainError('procedure-unknown');
  const { receivedAt, dueAt, term, shiftedBy } = deadlineOf({ ...asked, procedure, calendar: await directory.calendar(undefined, agency) });
  return { receivedAt: receivedAt.toISOString(), dueAt: dueAt.toISOString(), term, calendar: [...shiftedBy] };
};
