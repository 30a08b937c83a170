import type { ExercisedPost } from '../../shared/contracts/access.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { exercised } from './delegation.ts';
import { postsFrom } from './person.ts';
import type { DelegationStore, PersonStore } from './ports.ts';

type Deps = { readonly people: Pick<PersonStore, 'byUsername'>; readonly delegations: Pick<DelegationStore, 'takenBy'> };
export type OfficerClaims = {
  readonly person: string; readonly name: string; readonly posts: readonly ExercisedPost[];
  /** the last change these posts know of: a token that saw the newest change is good, whatever the second it was issued in */
  readonly rightsAt?: string;
};

/** Somebody without a post has nothing to sign in for. */
export class NoPost extends Error {
  override readonly name = 'NoPost';
}

/** What the token of an officer says beside who it is: own posts, and those exercised for others. Throws `NoPost` for an account that holds none now or later. */
export const claimsOf = (deps: Deps) => async (username: string, now: Date): Promise<OfficerClaims> => {
  const person = await deps.people.byUsername(username);
  const today = localDate(now);
  const own = postsFrom(person?.posts ?? [], today);
  const taken = person === undefined ? [] : await deps.delegations.takenBy(username);
  const others = exercised(taken, today);
  const rightsAt = [person?.rightsAt, ...taken.flatMap(({ createdAt, revokedAt }) => [createdAt, revokedAt])].filter((at) => at !== undefined).toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  if (!person || [...own, ...postsFrom(others, today)].length === 0) throw new NoPost('the account holds no post');
  return { person: person.personId, name: person.name, posts: [...own, ...others], ...(rightsAt === undefined ? {} : { rightsAt }) };
};
