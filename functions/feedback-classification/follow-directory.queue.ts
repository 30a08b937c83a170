import { AgencyCalendarPublishedV1 } from '../../events/directory/agency-calendar-published.v1.ts';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import { PostsChangedV1 } from '../../events/directory/posts-changed.v1.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { followDirectory } from '../../shared/runtime/directory-copy/follow-directory.ts';
import { followDeps } from './deps.ts';
import { followPosts } from './follow-posts.ts';

const deps = followDeps();
const follow = followDirectory(deps);

export const handler = consume([
  onEvent(CalendarPublishedV1, follow.calendarPublished),
  onEvent(AgencyCalendarPublishedV1, follow.agencyCalendarPublished),
  onEvent(AgencyRegisteredV1, follow.agencyRegistered),
  onEvent(PostsChangedV1, followPosts(deps)),
]);
