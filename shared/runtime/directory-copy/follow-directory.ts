import type { AgencyCalendarPublishedV1 } from '../../../events/directory/agency-calendar-published.v1.ts';
import type { AgencyRegisteredV1 } from '../../../events/directory/agency-registered.v1.ts';
import type { CalendarPublishedV1 } from '../../../events/directory/calendar-published.v1.ts';
import type { EventOf } from '../../../events/define-event.ts';
import type { DirectoryCopy } from './directory-copy.ts';

type Deps = { readonly directory: Pick<DirectoryCopy, 'keepAgency' | 'keepAgencyCalendar' | 'keepCalendar'> };

/** Keeps what the directory tells of. Safe to do twice and in any order: a version never replaces a later one. */
export const followDirectory = ({ directory }: Deps) => ({
  agencyRegistered: async ({ data }: EventOf<typeof AgencyRegisteredV1>): Promise<void> => {
    const { agencyCode, revision, oldCode: _alias, ...facts } = data;
    await directory.keepAgency(revision, { code: agencyCode, ...facts });
  },
  agencyCalendarPublished: async ({ data }: EventOf<typeof AgencyCalendarPublishedV1>): Promise<void> =>
    directory.keepAgencyCalendar(data.agencyCode, { version: data.calendarVersion, provinceVersion: data.provinceVersion, own: data.calendar }),
  calendarPublished: async ({ data }: EventOf<typeof CalendarPublishedV1>): Promise<void> => directory.keepCalendar(data.calendarVersion, data.calendar),
});
