import { Role } from '../../shared/contracts/access.ts';
import { AppointPerson, CreateDelegation, GetPerson, ListDelegations, ListStaff, RevokeDelegation, SetWorkEmail } from '../../shared/contracts/directory.ts';
import type { DelegationView } from '../../shared/contracts/directory.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { isHeld, postFor } from '../../shared/runtime/actor.ts';
import type { Actor, Officer } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import type { Delegation } from './delegation.ts';
import type { Directory } from './deps.ts';
import type { Person } from './person.ts';

const officerOf = (actor: Actor): Officer => {
  if (actor.kind !== 'officer') throw new DomainError('not-allowed');
  return actor;
};
const administers = ({ posts }: Officer, now: Date): boolean => posts.some((post) => post.role === 'directory-administrator' && isHeld(post, localDate(now)));

/** Who changed the directory, for its record: the sign-in name, and for whom where the post is another's. */
export const signedBy = (actor: Actor, now: Date): string => {
  const { username, posts } = officerOf(actor);
  const held = posts.filter((post) => post.role === 'directory-administrator' && isHeld(post, localDate(now)));
  const post = held.find(({ actingFor }) => actingFor === undefined) ?? held[0];
  return post?.actingFor === undefined ? username : `${username} thay ${post.actingFor.name}`;
};

const personView = ({ username, name, posts }: Person) => ({ username, name, posts: [...posts] });
/** The address is for those who keep the directory. */
const addressedView = (person: Person) => ({ ...personView(person), ...(person.email === undefined ? {} : { email: person.email }) });
const named = ({ username, name }: Delegation['holder']) => ({ username, name });
const delegationView = ({ delegationId, holder, delegate, agency, role, from, to, reason, createdAt, revokedAt }: Delegation): DelegationView => ({
  delegationId, holder: named(holder), delegate: named(delegate), agency, role, from, to, reason, createdAt, ...(revokedAt === undefined ? {} : { revokedAt }),
});

/** What answers the routes of people, their posts and their delegations. */
export const peopleHandlers = (deps: Directory) => [
  on(AppointPerson, async ({ params, body, actor, cause, now }) => addressedView(await deps.appointPerson({ ...params, ...body, by: signedBy(actor, now) }, cause))),
  on(SetWorkEmail, async ({ params, body, actor, cause, now }) => addressedView(await deps.setWorkEmail({ ...params, ...body, by: signedBy(actor, now) }, cause))),
  on(GetPerson, async ({ params }) => {
    const person = await deps.people.byUsername(params.username);
    if (person === undefined) throw new DomainError('not-found');
    const changes = await deps.people.changesOf(params.username);
    return { ...addressedView(person), changes: changes.map(({ at, by, posts }) => ({ at, by, posts: [...posts] })) };
  }),
  on(ListStaff, async ({ params, actor, now }) => {
    const keeper = administers(officerOf(actor), now);
    if (!keeper) postFor(actor, params.agencyCode, Role.options, now);
    return { items: (await deps.people.inAgency(params.agencyCode)).map((person) => ({ personId: person.personId, ...(keeper ? addressedView : personView)(person) })) };
  }),
  on(ListDelegations, async ({ query, actor, now }) => {
    const officer = officerOf(actor);
    if (query.scope === 'own') {
      const [given, taken] = await Promise.all([deps.delegations.givenBy(officer.username), deps.delegations.takenBy(officer.username)]);
      return { items: [...given, ...taken].toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).map(delegationView) };
    }
    if (!administers(officer, now)) throw new DomainError('not-allowed');
    const { items, cursor } = await deps.delegations.all(query.cursor);
    return { items: items.map(delegationView), ...(cursor === undefined ? {} : { cursor }) };
  }),
  on(CreateDelegation, async ({ body, actor, cause, now, requestKey }) => {
    const officer = officerOf(actor);
    const holder = body.holder ?? officer.username;
    if (holder !== officer.username && !administers(officer, now)) throw new DomainError('not-allowed', 'another holder');
    return delegationView(await deps.delegatePost({ ...body, holder, by: signedBy(actor, now), requestKey }, cause));
  }),
  on(RevokeDelegation, async ({ params, actor, cause, now }) => {
    const officer = officerOf(actor);
    return delegationView(await deps.revokeDelegation({ ...params, by: signedBy(actor, now), ...(administers(officer, now) ? {} : { holder: officer.username }) }, cause));
  }),
];
