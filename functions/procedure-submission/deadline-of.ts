import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Channel } from '../../shared/kernel/dossier-status.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localParts } from '../../shared/kernel/vietnam-time.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline, type Deadline } from '../../shared/kernel/working-time/deadline.ts';
import { pausedDeadline, type Pause } from '../../shared/kernel/working-time/pause.ts';
import type { Term, TermPart } from '../../shared/kernel/working-time/term.ts';
import { caseChannel } from './procedure.ts';

type Asked = {
  /** the version under which the dossier was received: a later one does not move it */
  readonly procedure: Pick<ProcedureView, 'cases'>;
  readonly caseId: string; readonly channel: Channel;
  readonly receivedAt: Date; readonly calendar: WorkingCalendar;
};

/** Holidays of a year are fixed by that year's notice: no date is promised in a year without one. */
const requirePublished = ({ years }: WorkingCalendar, ...instants: readonly Date[]): void => {
  const covered = (instant: Date): boolean => years !== undefined && years.first <= localParts(instant).year && localParts(instant).year <= years.last;
  if (!instants.every(covered)) throw new DomainError('calendar-not-published');
};

/**
 * When a dossier received at an instant is due: the term of its case and channel in its procedure version, by the
 * working calendar. Throws `case-unknown`, `channel-not-offered`, `term-not-structured` where the term is published in
 * words only, and `calendar-not-published` for a year without a calendar.
 */
export const deadlineOf = ({ procedure, caseId, channel, receivedAt, calendar }: Asked): Deadline & { readonly term: Term } => {
  const { term } = caseChannel(procedure, caseId, channel);
  if (term === undefined) throw new DomainError('term-not-structured');
  requirePublished(calendar, receivedAt);
  const due = withinCalendar(() => deadline(calendar, term, receivedAt));
  requirePublished(calendar, due.receivedAt, due.dueAt);
  return { ...due, term };
};

/**
 * When a dossier is due whose clock stood for a while: what was used before each pause stays used, and
 * the working days of a later promise are run after the term. No date while it
 * stands. Throws as `deadlineOf` does.
 */
export const pausedDueOf = ({ procedure, caseId, channel, receivedAt, calendar, pauses, extraWorkingDays = 0 }: Asked & { readonly pauses: readonly Pause[]; readonly extraWorkingDays?: number }): Date | undefined => {
  const { term } = caseChannel(procedure, caseId, channel);
  if (term === undefined) throw new DomainError('term-not-structured');
  requirePublished(calendar, receivedAt);
  const parts: readonly TermPart[] = extraWorkingDays === 0 ? term.parts : [...term.parts, { amount: extraWorkingDays, unit: 'WORKING_DAY' }];
  const due = withinCalendar(() => pausedDeadline(calendar, { ...term, parts: [...parts] }, receivedAt, pauses));
  requirePublished(calendar, due.receivedAt, ...(due.dueAt === undefined ? [] : [due.dueAt]));
  return due.dueAt;
};

const withinCalendar = <T>(compute: () => T): T => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar.out-of-range') throw new DomainError('calendar-not-published', error.detail, { cause: error });
    throw error;
  }
};
