import { isDeepStrictEqual } from 'node:util';
import type { Post } from '../../shared/contracts/access.ts';
import { overlap } from '../../shared/kernel/agency-tree.ts';
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
  /** whether others were told of these posts: who was appointed before there was that event was not */
  readonly told?: true;
};

const ordered = (posts: readonly Post[]): Post[] =>
  posts.toSorted((a, b) => `${a.agency} ${a.role} ${a.from}`.localeCompare(`${b.agency} ${b.role} ${b.from}`, 'en'));

/** The same posts, in whatever order. */
export const samePosts = (one: readonly Post[], other: readonly Post[]): boolean => isDeepStrictEqual(ordered(one), ordered(other));

/** Posts that are held now or will be: what a token is worth carrying. */
export const postsFrom = <P extends Post>(posts: readonly P[], day: IsoDate): P[] => posts.filter((post) => post.to === undefined || post.to >= day);

/** The places of posts that end before they begin. */
export const reversedPosts = (posts: readonly Post[]): number[] => posts.flatMap((post, place) => (post.to !== undefined && post.to < post.from ? [place] : []));

const validity = ({ from, to }: Post) => ({ validFrom: from, validTo: to });
const pairOf = (one: Post, other: Post): string => `${one.agency} ${one.role} ${one.from} ${other.from}`;
const overlapping = (posts: readonly Post[]): { readonly place: number; readonly pair: string }[] => posts.flatMap((post, place) => posts.slice(0, place)
  .filter((other) => other.agency === post.agency && other.role === post.role && overlap(validity(other), validity(post))).map((other) => ({ place, pair: pairOf(other, post) })));

/** The places of posts that run beside the same post, and did not before: what stood so already can still be revoked. */
export const newlyOverlapping = (before: readonly Post[], posts: readonly Post[]): number[] => {
  const known = new Set(overlapping(before).map(({ pair }) => pair));
  return [...new Set(overlapping(posts).filter(({ pair }) => !known.has(pair)).map(({ place }) => place))];
};
