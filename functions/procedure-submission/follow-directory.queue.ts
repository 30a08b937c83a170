import { AgencyCalendarPublishedV1 } from '../../events/directory/agency-calendar-published.v1.ts';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { env } from '../../shared/runtime/env.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import { followDirectory } from '../../shared/runtime/directory-copy/follow-directory.ts';

const follow = followDirectory({ directory: directoryCopy(openTable(env('TABLE_NAME'))) });

export const handler = consume([
  onEvent(CalendarPublishedV1, follow.calendarPublished),
  onEvent(AgencyCalendarPublishedV1, follow.agencyCalendarPublished),
  onEvent(AgencyRegisteredV1, follow.agencyRegistered),
]);
