import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { dayOfMinute, rankOf } from '../../shared/kernel/working-time/calendar-arithmetic.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { openPause } from './dossier-clock.ts';
import type { Stretch } from './dossier.ts';
import { localMinuteOf } from '../../shared/kernel/vietnam-time.ts';

export type FinalVerdict = 'early' | 'on-time' | 'late';

/**
 * Judged when the result exists (status 9), never at hand-over: late after the due instant, early on an earlier
 * day of Việt Nam, else on time. Source: the rule of the national reports (releaseDate against dueDate).
 */
export const verdictOf = (finishedAt: Date, dueAt: Date): FinalVerdict => {
  if (finishedAt > dueAt) return 'late';
  return localDate(finishedAt) < localDate(dueAt) ? 'early' : 'on-time';
};

/** Working days between the days of two instants; the order does not matter. */
const workingDaysBetween = (calendar: WorkingCalendar, a: Date, b: Date): number => {
  const rank = (instant: Date): number => rankOf(calendar, dayOfMinute(calendar, localMinuteOf(instant)));
  return Math.abs(rank(a) - rank(b));
};

type Clocked = { readonly dueAt?: string | undefined; readonly finishedAt?: string | undefined; readonly pauses?: readonly Stretch[] | undefined };
export type PunctualityOf = { readonly verdict: 'running' | 'overdue' | FinalVerdict; readonly workingDays: number };

/** How a dossier stands against its due date: a finished one by its finish, an open one by now, or by when its clock was stopped. None without a due date. */
export const punctualityOf = ({ dueAt, finishedAt, pauses }: Clocked, calendar: WorkingCalendar, now: Date): PunctualityOf | undefined => {
  if (dueAt === undefined) return undefined;
  const due = new Date(dueAt);
  const standsSince = openPause(pauses)?.pausedAt;
  const at = finishedAt !== undefined ? new Date(finishedAt) : standsSince !== undefined ? new Date(standsSince) : now;
  const open = at > due ? 'overdue' : 'running';
  return { verdict: finishedAt === undefined ? open : verdictOf(at, due), workingDays: workingDaysBetween(calendar, at, due) };
};
