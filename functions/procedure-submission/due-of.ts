import { DomainError } from '../../shared/kernel/domain-error.ts';
import { pausedDueOf } from './deadline-of.ts';
import type { Filed, Stretch } from './dossier.ts';
import type { Directory, Procedures } from './ports.ts';

type Deps = { readonly procedures: Pick<Procedures, 'version'>; readonly directory: Pick<Directory, 'calendar'> };
export type Clock = { readonly receivedAt: string; readonly pauses?: readonly Stretch[] | undefined; /** of a later promise */ readonly extraWorkingDays?: number | undefined };
export type DueOf = (filed: Filed, clock: Clock) => Promise<Date | undefined>;

/**
 * When a dossier is due, by the procedure version it was filed under, reckoned anew from its receipt and all its
 * pauses. Undefined while the clock stands, and where that version publishes its term in words only: the dossier is
 * accepted all the same, and no date is made up. A dossier that was late before it was paused stays due when it was.
 * Throws `calendar-not-published`.
 */
export const dueOf = ({ procedures, directory }: Deps): DueOf => async (filed, { receivedAt, pauses = [], extraWorkingDays = 0 }) => {
  const procedure = await procedures.version(filed.procedure.code, filed.procedure.version);
  if (procedure === undefined) throw new DomainError('procedure-unknown', `version ${filed.procedure.version} is missing`);
  const term = procedure.cases.find((one) => one.id === filed.caseId)?.channels.find((one) => one.channel === filed.channel)?.term;
  if (term === undefined) return undefined;
  return pausedDueOf({
    procedure, caseId: filed.caseId, channel: filed.channel, receivedAt: new Date(receivedAt), calendar: await directory.calendar(), extraWorkingDays,
    pauses: pauses.map((stretch) => ({ pausedAt: new Date(stretch.pausedAt), ...(stretch.resumedAt === undefined ? {} : { resumedAt: new Date(stretch.resumedAt) }) })),
  });
};

/** The due date as a change of the standing; nothing to reckon before acceptance. */
export const dueAtOf = async (due: DueOf, filed: Filed, clock: { readonly receivedAt?: string | undefined; readonly pauses?: Clock['pauses']; readonly extension?: { readonly workingDays: number } | undefined }): Promise<{ readonly dueAt?: string | undefined }> => {
  const { receivedAt, pauses, extension } = clock;
  return receivedAt === undefined ? {} : { dueAt: (await due(filed, { receivedAt, pauses, extraWorkingDays: extension?.workingDays }))?.toISOString() };
};
