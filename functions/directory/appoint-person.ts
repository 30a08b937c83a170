import { PersonRightsChangedV1 } from '../../events/directory/person-rights-changed.v1.ts';
import type { Post } from '../../shared/contracts/access.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import { againOnClash } from './again-on-clash.ts';
import { rightsOf } from './delegate-post.ts';
import { orphaned, revoked } from './delegation.ts';
import { postsChanged } from './posts-changed.ts';
import { newlyOverlapping, reversedPosts, samePosts } from './person.ts';
import type { Person } from './person.ts';
import type { AgencyStore, DelegationStore, PersonStore } from './ports.ts';

type Deps = { readonly people: Pick<PersonStore, 'byUsername' | 'appoint'>; readonly agencies: Pick<AgencyStore, 'named'>; readonly delegations: Pick<DelegationStore, 'givenBy'> };
type Command = { readonly username: string; readonly name: string; readonly posts: readonly Post[]; readonly by: string; /** posts of agencies that became one may run side by side */ readonly joined?: true };

const requireDates = (posts: readonly Post[]): void => {
  const pointers = reversedPosts(posts).map((place) => `/body/posts/${place}/to`);
  if (pointers.length > 0) throw new DomainError('request-invalid', 'post ends before it begins', { pointers });
};

const requireAgencies = async ({ agencies }: Deps, posts: readonly Post[]): Promise<void> => {
  const known = await agencies.named([...new Set(posts.map(({ agency }) => agency))]);
  const pointers = posts.flatMap(({ agency }, place) => (known.has(agency) ? [] : [`/body/posts/${place}/agency`]));
  if (pointers.length > 0) throw new DomainError('agency-unknown', 'post', { pointers });
};

/**
 * Sets the name and all posts of a person. Changed posts end the sessions opened with the former ones; a person who is
 * new has none to end, and the same content again changes nothing, but tells others of posts they were never told of. A delegation ends with the post it is of, and with it
 * the sessions of who exercised it. Throws `agency-unknown`, `post-overlaps`.
 */
export const appointPerson = (deps: Deps) => async ({ username, name, posts, by, joined }: Command, cause: Cause): Promise<Person> => {
  requireDates(posts);
  await requireAgencies(deps, posts);
  return againOnClash(async () => {
    const before = await deps.people.byUsername(username);
    const asBefore = before !== undefined && samePosts(before.posts, posts);
    if (asBefore && before.name === name && before.told === true) return before;
    const twice = joined === true ? [] : newlyOverlapping(before?.posts ?? [], posts);
    if (twice.length > 0) throw new DomainError('post-overlaps', undefined, { pointers: twice.map((place) => `/body/posts/${place}/from`) });
    const kept = { ...(before?.email === undefined ? {} : { email: before.email }), ...(asBefore ? (before.rightsAt === undefined ? {} : { rightsAt: before.rightsAt }) : { rightsAt: cause.now.toISOString() }) };
    const person = { personId: before?.personId ?? newId('per', cause.now), username, name, posts: [...posts], revision: (before?.revision ?? 0) + 1, told: true as const, ...kept };
    const ended = asBefore || before === undefined ? [] : orphaned(await deps.delegations.givenBy(username), posts, localDate(cause.now)).map((one) => revoked(one, by, cause.now));
    const own = before === undefined || asBefore ? [] : [newEvent(PersonRightsChangedV1, { personId: person.personId, notBefore: cause.now.toISOString() }, cause)];
    const posted = asBefore && before.told === true ? [] : [postsChanged(person, before, cause)];
    await deps.people.appoint({ person, change: { by, at: cause.now }, ended }, [...own, ...posted, ...ended.map((one) => rightsOf(one, cause))]);
    return person;
  });
};
