import { PostsChangedV1 } from '../../events/directory/posts-changed.v1.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause, NewEvent } from '../../shared/runtime/outbox.ts';
import type { Person } from './person.ts';

/** What others are told of the posts of a person: which, where and when; never the name. */
export const postsChanged = ({ personId, revision, posts }: Person, before: Person | undefined, cause: Cause): NewEvent => newEvent(PostsChangedV1, {
  personId, revision, posts: posts.map(({ agency, ...post }) => ({ agencyCode: agency, ...post })),
  agenciesLeft: [...new Set((before?.posts ?? []).map(({ agency }) => agency))].filter((agency) => !posts.some((post) => post.agency === agency)),
}, cause);
