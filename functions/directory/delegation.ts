import type { ExercisedPost, Post, Role } from '../../shared/contracts/access.ts';
import { dayBefore, endOf, overlap } from '../../shared/kernel/agency-tree.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { dateOfDayNumber, dayNumberOf, localDate, type IsoDate } from '../../shared/kernel/vietnam-time.ts';
import type { Person } from './person.ts';

type Named = { readonly personId: string; readonly username: string; readonly name: string };

/** A post of one person exercised by another between two days, both included. It is never changed but to be revoked. */
export type Delegation = {
  readonly delegationId: string; readonly holder: Named; readonly delegate: Named;
  readonly agency: string; readonly role: Role; readonly from: IsoDate; readonly to: IsoDate; readonly reason: string;
  readonly createdAt: string; readonly createdBy: string; readonly revokedAt?: string; readonly revokedBy?: string;
};
export type Wish = Pick<Delegation, 'agency' | 'role' | 'from' | 'to'>;

const isStanding = ({ revokedAt }: Delegation): boolean => revokedAt === undefined;
const samePost = (one: { agency: string; role: Role }, other: { agency: string; role: Role }): boolean => one.agency === other.agency && one.role === other.role;

/** Whether a person holds a post on all days of a delegation. */
const holdsThroughout = (posts: readonly Post[], wish: Wish): boolean =>
  posts.some((post) => samePost(post, wish) && post.from <= wish.from && wish.to <= endOf({ validTo: post.to }));

/**
 * Throws what the wish fails at: `delegation-dates`, `delegation-to-self`, `delegation-wider` where the holder does not
 * hold the post on all of its days, `delegation-chain` where the holder only exercises it for somebody else, and
 * `delegation-overlaps`.
 */
export const requireAllowed = (wish: Wish, { holder, delegate, given, taken, today }: { readonly holder: Person; readonly delegate: Person; readonly given: readonly Delegation[]; readonly taken: readonly Delegation[]; readonly today: IsoDate }): void => {
  if (wish.from < today) throw new DomainError('delegation-dates', 'begins in the past', { pointers: ['/body/from'] });
  if (wish.to < wish.from) throw new DomainError('delegation-dates', 'ends before it begins', { pointers: ['/body/to'] });
  if (holder.personId === delegate.personId) throw new DomainError('delegation-to-self', undefined, { pointers: ['/body/delegate'] });
  if (!holdsThroughout(holder.posts, wish)) {
    const own = holder.posts.some((post) => samePost(post, wish));
    const chain = !own && taken.some((one) => isStanding(one) && samePost(one, wish) && one.to >= wish.from);
    throw new DomainError(chain ? 'delegation-chain' : 'delegation-wider', undefined, { pointers: [own ? '/body/to' : '/body/role'] });
  }
  const clash = given.some((one) => isStanding(one) && samePost(one, wish) && overlap({ validFrom: one.from, validTo: one.to }, { validFrom: wish.from, validTo: wish.to }));
  if (clash) throw new DomainError('delegation-overlaps', undefined, { pointers: ['/body/from'] });
};

/** Delegations whose holder no longer holds the post on all their days that are left: they end with the post. */
export const orphaned = (given: readonly Delegation[], posts: readonly Post[], today: IsoDate): Delegation[] =>
  given.filter((one) => isStanding(one) && one.to >= today && !holdsThroughout(posts, { ...one, from: one.from < today ? today : one.from }));

export const revoked = (one: Delegation, by: string, at: Date): Delegation => ({ ...one, revokedAt: at.toISOString(), revokedBy: by });

/** Days after its end in which somebody who still tries to act is told why it fails. */
const explainedDays = 14;

/**
 * What a token carries of the delegations to a person: those of today and later, and those that ended or were revoked
 * lately, which allow nothing any more and explain why.
 */
export const exercised = (taken: readonly Delegation[], today: IsoDate): ExercisedPost[] => {
  const earliest = dateOfDayNumber(dayNumberOf(today) - explainedDays);
  return taken.flatMap(({ agency, role, from, to, holder, revokedAt }): ExercisedPost[] => {
    const revokedOn = revokedAt === undefined ? undefined : localDate(new Date(revokedAt));
    const end = revokedOn === undefined ? to : dayBefore(revokedOn);
    // one revoked before it began never gave anything
    return end < earliest || (revokedOn !== undefined && from > revokedOn) ? [] : [{ agency, role, from: from < end ? from : end, to: end, actingFor: { person: holder.personId, name: holder.name } }];
  });
};
