import type { Post } from '../../shared/contracts/access.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { postsFrom } from './person.ts';
import type { PersonStore } from './ports.ts';

type Deps = { readonly people: Pick<PersonStore, 'byUsername'> };
export type OfficerClaims = { readonly person: string; readonly name: string; readonly posts: readonly Post[] };

/** Somebody without a post has nothing to sign in for. */
export class NoPost extends Error {
  override readonly name = 'NoPost';
}

/** What the token of an officer says beside who it is. Throws `NoPost` for an account that holds none now or later. */
export const claimsOf = (deps: Deps) => async (username: string, now: Date): Promise<OfficerClaims> => {
  const person = await deps.people.byUsername(username);
  const posts = postsFrom(person?.posts ?? [], localDate(now));
  if (!person || posts.length === 0) throw new NoPost('the account holds no post');
  return { person: person.personId, name: person.name, posts };
};
