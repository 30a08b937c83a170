import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { FeedbackState } from '../../shared/kernel/feedback-state.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { afterWorkingMinutes } from '../../shared/kernel/working-time/working-minutes.ts';
import type { Directory } from '../../shared/runtime/directory-copy/directory-ports.ts';
import type { Catalogue } from './catalogue.ts';
import type { Standing } from './feedback.ts';

type Matter = Pick<Standing, 'urgency' | 'complex'>;
type Settings = Catalogue['settings'];

/** By when a report that came in at an instant is to be sorted: an emergency round the clock, the rest in working hours. */
export const triageBy = (calendar: WorkingCalendar, { triageWorkingMinutes, emergencyTriageMinutes }: Settings, { urgency }: Pick<Matter, 'urgency'>, at: Date): Date =>
  (urgency === 'emergency' ? new Date(at.getTime() + emergencyTriageMinutes * 60_000) : afterWorkingMinutes(calendar, at, triageWorkingMinutes));

const daysOf = ({ workingDays, complexWorkingDays, emergencyWorkingDays }: Settings, { urgency, complex }: Matter): number =>
  (urgency === 'emergency' ? emergencyWorkingDays : complex ? complexWorkingDays : workingDays);

/** When the whole matter is promised. An extension adds the term once more after it. */
export const promisedBy = (calendar: WorkingCalendar, settings: Settings, matter: Matter & { readonly extended?: boolean }, from: Date): Date => {
  const part = { amount: daysOf(settings, matter), unit: 'WORKING_DAY' as const };
  return deadline(calendar, { parts: matter.extended === true ? [part, part] : [part] }, from).dueAt;
};

const sorting: readonly FeedbackState[] = ['NEW', 'TRIAGED', 'RETURNED', 'REOPENED'];
/** The step's own due time: sorting has its hours from when it lay there again, everything else the promise of the whole. */
export const stepDue = (calendar: WorkingCalendar, settings: Settings, { state, ...matter }: Pick<Standing, 'state' | 'urgency' | 'promisedAt'>, at: Date): string | undefined =>
  (sorting.includes(state) ? triageBy(calendar, settings, matter, at).toISOString() : matter.promisedAt);

/** The calendar of the province; undefined while none covers the day: a report is taken all the same. */
export const calendarIfAny = async (directory: Pick<Directory, 'calendarInForce'>): Promise<WorkingCalendar | undefined> => {
  try {
    return (await directory.calendarInForce()).calendar;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-not-published') return undefined;
    throw error;
  }
};

/** Beyond the years that were published nothing is promised: the desk is told, a reporter is not turned away. */
export const withinCalendar = <T>(compute: () => T): T => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar.out-of-range') throw new DomainError('calendar-not-published', error.detail, { cause: error });
    throw error;
  }
};
