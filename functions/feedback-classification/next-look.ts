import { calendarIfAny, withinCalendar } from './clock.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { destructionsOf } from './forgetting.ts';
import { momentsOf, type Escalation, type Moment } from './escalation.ts';
import type { Feedback } from './feedback.ts';
import type { HistoryRecord } from './history.ts';
import type { FeedbackDeps } from './ports.ts';
import { reopenUntil } from './reopen-window.ts';

export type LookDeps = Pick<FeedbackDeps, 'directory' | 'catalogue'>;
type Watched = Feedback & { readonly history: readonly HistoryRecord[]; readonly escalations: readonly Escalation[] };

/** What time has brought about on a report, and when to look again. Where no calendar covers it, nothing is promised and nothing watched. */
export const nextLook = async ({ directory, catalogue: { settings } }: LookDeps, record: Watched, now: Date): Promise<{ due: readonly Moment[]; next?: string }> => {
  if (record.standing.state === 'PUBLISHED') {
    const until = reopenUntil(record, settings);
    // a moment later: within the window the last instant still counts
    return { due: [], ...(until === undefined ? {} : { next: new Date(Date.parse(until) + 1).toISOString() }) };
  }
  const [destruction] = destructionsOf(record);
  if (destruction !== undefined) return { due: [], next: destruction.at };
  const calendar = await calendarIfAny(directory);
  if (calendar === undefined) return { due: [] };
  try {
    const moments = withinCalendar(() => momentsOf({ calendar, settings }, record, { history: record.history, given: record.escalations }));
    const next = moments.find(({ at }) => at > now.toISOString())?.at;
    return { due: moments.filter(({ at }) => at <= now.toISOString()), ...(next === undefined ? {} : { next }) };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-not-published') return { due: [] };
    throw error;
  }
};
