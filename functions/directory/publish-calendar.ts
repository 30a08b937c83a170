import { isDeepStrictEqual } from 'node:util';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import { againOnClash } from './again-on-clash.ts';
import type { CalendarStore } from './ports.ts';

type Deps = { readonly calendars: CalendarStore };

/** A mistyped year would make every reader lay out centuries of days. */
const firstDay = '2000-01-01';
const lastDay = '2099-12-31';

const requirePlausibleDays = ({ days }: CalendarSpec): void => {
  const pointers = days.flatMap(({ date }, place) => (date < firstDay || date > lastDay ? [`/body/days/${place}/date`] : []));
  if (pointers.length > 0) throw new DomainError('request-invalid', 'day out of range', { pointers });
};

/** Publishes the working calendar as the next version; the same content again keeps the version and tells nobody. */
export const publishCalendar = (deps: Deps) => async (spec: CalendarSpec, cause: Cause): Promise<{ version: number }> => {
  requirePlausibleDays(spec);
  return againOnClash(async () => {
    const current = await deps.calendars.current();
    if (current && isDeepStrictEqual(current.spec, spec)) return { version: current.version };
    const version = (current?.version ?? 0) + 1;
    await deps.calendars.publish({ version, spec }, newEvent(CalendarPublishedV1, { calendarVersion: version, calendar: spec }, cause));
    return { version };
  });
};
