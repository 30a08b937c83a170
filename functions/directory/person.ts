import { isDeepStrictEqual } from 'node:util';
import type { Post } from '../../shared/contracts/access.ts';
import type { IsoDate } from '../../shared/kernel/vietnam-time.ts';

/** Somebody who works for the province, with every post held, past ones included. */
export type Person = {
  readonly personId: string;
  /** sign-in name in the province's pool */
  readonly username: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** where the province writes to at work */
  readonly email?: string;
  readonly revision: number;
  /** when the posts last changed: what is told to those who ended sessions */
  readonly rightsAt?: string;
};

const ordered = (posts: readonly Post[]): Post[] =>
  posts.toSorted((a, b) => `${a.agency} ${a.role} ${a.from}`.localeCompare(`${b.agency} ${b.role} ${b.from}`, 'en'));

/** The same posts, in whatever order. */
export const samePosts = (one: readonly Post[], other: readonly Post[]): boolean => isDeepStrictEqual(ordered(one), ordered(other));

/** Posts that are held now or will be: what a token is worth carrying. */
export const postsFrom = <P extends Post>(posts: readonly P[], day: IsoDate): P[] => posts.filter((post) => post.to === undefined || post.to >= day);

/** The places of posts that end before they begin. */
export const reversedPosts = (posts: readonly Post[]): number[] => posts.flatMap((post, place) => (post.to !== undefined && post.to < post.from ? [place] : []));
