import type { EventOf } from '../../events/define-event.ts';
import type { PostsChangedV1 } from '../../events/directory/posts-changed.v1.ts';
import type { OfficerStore } from './ports.ts';
import { isUnitRole } from './unit-officer.ts';

/** Keeps who may work on reports of each agency. Safe to do twice and in any order: what is said of an agency never replaces something later. */
export const followPosts = ({ officers }: { readonly officers: Pick<OfficerStore, 'told'> }) => async ({ data: { personId, revision, posts, agenciesLeft } }: EventOf<typeof PostsChangedV1>, { now }: { readonly now: Date }): Promise<void> => {
  for (const agency of new Set([...posts.map(({ agencyCode }) => agencyCode), ...agenciesLeft])) {
    const there = posts.filter(({ agencyCode, role }) => agencyCode === agency && isUnitRole(role)).map(({ from, to }) => ({ from, ...(to === undefined ? {} : { to }) }));
    await officers.told(agency, { officerId: personId, revision, posts: there }, now);
  }
};
