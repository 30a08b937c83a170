import { isDeepStrictEqual } from 'node:util';
import { AgencyCalendarPublishedV1 } from '../../events/directory/agency-calendar-published.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import type { CalendarChange } from '../../shared/contracts/directory.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { calendarOf, type AgencyCalendar } from '../../shared/kernel/working-time/agency-calendar.ts';
import type { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import { againOnClash } from './again-on-clash.ts';
import { changeOf, requirePlausibleDays, requireWhole } from './calendar-change.ts';
import type { AgencyStore, CalendarStore } from './ports.ts';

type Deps = { readonly calendars: CalendarStore };
export type Publishing<C> = { readonly calendar: C; /** only tells what would change */ readonly preview: boolean };

/** Publishes the working calendar as the next version; the same content again keeps the version and tells nobody. */
export const publishCalendar = (deps: Deps) => async ({ calendar, preview }: Publishing<CalendarSpec>, cause: Cause): Promise<CalendarChange> => {
  requirePlausibleDays(calendar.days);
  requireWhole(calendar);
  return againOnClash(async () => {
    const current = await deps.calendars.current();
    const change = changeOf(current?.spec, calendar);
    if (current && isDeepStrictEqual(current.spec, calendar)) return { version: current.version, ...change };
    const version = await deps.calendars.lastVersion() + 1;
    if (!preview) await deps.calendars.publish({ version, spec: calendar }, newEvent(CalendarPublishedV1, { calendarVersion: version, calendar }, cause));
    return { version, ...change };
  });
};

type AgencyDeps = Deps & { readonly agencies: Pick<AgencyStore, 'named'> };
const none: AgencyCalendar = { weekly: [], days: [] };

/**
 * Publishes what an agency does otherwise than the province; with nothing, it follows the province again. Checked as it
 * will be used, together with the province's calendar. Throws `agency-not-found`, `calendar-not-published`, and the faults.
 */
export const publishAgencyCalendar = (deps: AgencyDeps) => async ({ agency, calendar, preview }: Publishing<AgencyCalendar> & { readonly agency: string }, cause: Cause): Promise<CalendarChange> => {
  requirePlausibleDays(calendar.days);
  if (!(await deps.agencies.named([agency])).has(agency)) throw new DomainError('agency-not-found');
  return againOnClash(async () => {
    const [province, current] = await Promise.all([deps.calendars.current(), deps.calendars.currentOf(agency)]);
    if (province === undefined) throw new DomainError('calendar-not-published');
    const years = new Set(province.spec.days.map(({ date }) => date.slice(0, 4)));
    const early = calendar.days.flatMap(({ date }, place) => (years.has(date.slice(0, 4)) ? [] : [`/body/days/${place}/date`]));
    if (early.length > 0) throw new DomainError('calendar-hole', 'a year the province has not published', { pointers: early });
    const after = calendarOf(province.spec, calendar);
    // the agency's own lines come first, so the pointers are those of the request
    requireWhole(after);
    const change = changeOf(calendarOf(province.spec, current?.own ?? none), after);
    if (isDeepStrictEqual(current?.own ?? none, calendar)) return { version: current?.version ?? province.version, ...change };
    const version = await deps.calendars.lastVersion() + 1;
    if (!preview) {
      const event = newEvent(AgencyCalendarPublishedV1, { agencyCode: agency, calendarVersion: version, provinceVersion: province.version, calendar }, cause);
      await deps.calendars.publishFor(agency, { version, provinceVersion: province.version, own: calendar }, event);
    }
    return { version, ...change };
  });
};
