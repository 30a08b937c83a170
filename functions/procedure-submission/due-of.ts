import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { pausedDueOf } from './deadline-of.ts';
import type { Basis, Changes, Dossier, Filed, Stretch } from './dossier.ts';
import type { Directory, Procedures } from './ports.ts';

type Deps = { readonly procedures: Pick<Procedures, 'version'>; readonly directory: Pick<Directory, 'calendar'> };
export type Clock = {
  readonly receivedAt: string; readonly pauses?: readonly Stretch[] | undefined;
  /** of a later promise */ readonly extraWorkingDays?: number | undefined;
  readonly basis?: Basis | undefined;
};
export type DueOf = (filed: Filed, clock: Clock) => Promise<Date | undefined>;

/**
 * When a dossier is due, by the procedure version it was filed under and the calendar of its receiving agency in force at its receipt, reckoned
 * anew from its receipt and all its pauses. Undefined while the clock stands, and where that version publishes its term
 * in words only: the dossier is accepted all the same, and no date is made up. A dossier that was late before it was
 * paused stays due when it was. Throws `calendar-not-published`.
 */
export const dueOf = ({ procedures, directory }: Deps): DueOf => async (filed, { receivedAt, pauses = [], extraWorkingDays = 0, basis }) => {
  const version = basis?.procedureVersion ?? filed.procedure.version;
  const procedure = await procedures.version(filed.procedure.code, version);
  if (procedure === undefined) throw new DomainError('procedure-unknown', `version ${version} is missing`);
  const term = procedure.cases.find((one) => one.id === filed.caseId)?.channels.find((one) => one.channel === filed.channel)?.term;
  if (term === undefined) return undefined;
  const by = (calendar: WorkingCalendar) => pausedDueOf({
    procedure, caseId: filed.caseId, channel: filed.channel, receivedAt: new Date(receivedAt), calendar, extraWorkingDays,
    pauses: pauses.map((stretch) => ({ pausedAt: new Date(stretch.pausedAt), ...(stretch.resumedAt === undefined ? {} : { resumedAt: new Date(stretch.resumedAt) }) })),
  });
  try {
    return by(await directory.calendar(basis?.calendarVersion, filed.agency.code));
  } catch (error) {
    if (basis === undefined || !(error instanceof DomainError) || error.code !== 'calendar-not-published') throw error;
    // a long pause leads into a year whose notice came after the receipt: of that year nothing was promised before
    return by(await directory.calendar(undefined, filed.agency.code));
  }
};

/** A change of the clock, with the due date that follows from it; nothing to reckon before acceptance. */
export const reckoned = async (due: DueOf, { filed, standing }: Dossier, clock: Pick<Changes, 'heldFrom' | 'pauses'>): Promise<Pick<Changes, 'heldFrom' | 'pauses' | 'dueAt'>> => {
  const { receivedAt, extension, basis } = standing;
  if (receivedAt === undefined) return clock;
  const dueAt = await due(filed, { receivedAt, pauses: clock.pauses ?? standing.pauses, extraWorkingDays: extension?.workingDays, basis });
  return { ...clock, dueAt: dueAt?.toISOString() };
};
