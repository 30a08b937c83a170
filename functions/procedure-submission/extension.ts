import { DomainError } from '../../shared/kernel/domain-error.ts';
import { atLocal, dayNumberOf, localDate, localMinuteOf, type IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { dayOfMinute, isWorkingDay, rankOf } from '../../shared/kernel/working-time/calendar-arithmetic.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { vietnamDossierRules } from './dossier-rules.ts';
import type { Standing } from './dossier.ts';

type Wished = { readonly newDate: IsoDate; readonly now: Date; readonly calendar: WorkingCalendar };

const wrongDate = (code: 'new-date-not-later' | 'new-date-not-working-day'): DomainError => new DomainError(code, undefined, { pointers: ['/body/newDate'] });

/**
 * How many working days a later promise adds to the term. Kept as days and not as a date, so that a pause after it
 * moves the new date as it would have moved the old one. Throws `no-promised-date`, `extended-already`,
 * `extension-too-late`, `new-date-not-later`, `new-date-not-working-day`, `calendar-not-published`.
 */
export const extensionDays = ({ dueAt, extension }: Pick<Standing, 'dueAt' | 'extension'>, { newDate, now, calendar }: Wished): number => {
  if (dueAt === undefined) throw new DomainError('no-promised-date');
  if (extension !== undefined) throw new DomainError('extended-already');
  const due = new Date(dueAt);
  if (dayNumberOf(localDate(now)) + vietnamDossierRules.extension.daysBeforeEnd > dayNumberOf(localDate(due))) throw new DomainError('extension-too-late');
  if (newDate <= localDate(due)) throw wrongDate('new-date-not-later');
  const year = Number(newDate.slice(0, 4));
  if (calendar.years === undefined || year < calendar.years.first || year > calendar.years.last) throw new DomainError('calendar-not-published');
  const dayOf = (instant: Date): number => dayOfMinute(calendar, localMinuteOf(instant));
  const day = dayOf(atLocal(newDate, '12:00'));
  if (!isWorkingDay(calendar, day)) throw wrongDate('new-date-not-working-day');
  return rankOf(calendar, day) - rankOf(calendar, dayOf(due));
};
