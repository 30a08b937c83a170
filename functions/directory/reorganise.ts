import { heirOf, type DirectoryOutcome, type ReorganisationPlan, type Succession } from '../../shared/contracts/reorganisation.ts';
import type { Agency } from '../../shared/contracts/agency.ts';
import type { Post } from '../../shared/contracts/access.ts';
import { dayBefore, endOf } from '../../shared/kernel/agency-tree.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import type { appointPerson } from './appoint-person.ts';
import { samePosts, type Person } from './person.ts';
import type { AgencyStore, PersonStore } from './ports.ts';
import { decide, type registerAgencies } from './register-agencies.ts';

type Deps = {
  readonly agencies: Pick<AgencyStore, 'tree'>; readonly people: Pick<PersonStore, 'inAgency'>;
  readonly registerAgencies: ReturnType<typeof registerAgencies>; readonly appointPerson: ReturnType<typeof appointPerson>;
};
export type Reorganising = { readonly plan: ReorganisationPlan; readonly timeIsUp: () => boolean };

/** The rule the plan must keep beyond its shape: each line once, and every agency it names set up or known. */
const requireSound = ({ agencies, successions }: ReorganisationPlan, known: ReadonlyMap<string, Agency>): void => {
  const set = new Set([...known.keys(), ...agencies.map(({ code }) => code)]);
  const twice = successions.findIndex(({ from }, place) => successions.findIndex((other) => other.from === from) < place);
  if (twice >= 0) throw new DomainError('succession-twice', successions[twice]?.from, { pointers: [`/successions/${twice}/from`] });
  const unknown = successions.flatMap(({ from, parts, carriesOn }, place) => [
    ...(known.has(from) ? [] : [`/successions/${place}/from`]), ...(parts.every((code) => set.has(code)) ? [] : [`/successions/${place}/parts`]),
    ...(carriesOn === undefined || set.has(carriesOn) ? [] : [`/successions/${place}/carriesOn`]),
  ]);
  if (unknown.length > 0) throw new DomainError('agency-unknown', unknown.join(' '), { pointers: unknown });
};

/** Several take over a part, and the plan does not say who carries on what is open. */
const isUndecided = (succession: Succession): boolean => heirOf(succession) === undefined && succession.parts.length > 1;

/** The agency with its last day and its successors; one that ended before stays as it is. */
const dissolved = ({ effective, decision }: ReorganisationPlan, agency: Agency, { parts, carriesOn }: Succession): Agency => {
  if (endOf(agency) < effective) return agency;
  const successors = [...new Set([...(carriesOn === undefined ? [] : [carriesOn]), ...parts])].map((code) => ({ code, from: effective, decision }));
  return { ...agency, validTo: dayBefore(effective), ...(successors.length === 0 ? {} : { successors }) };
};

/** What differs from what is known: agencies that are new, and agencies that end. What an official has changed since stays. */
const agenciesOf = (plan: ReorganisationPlan, known: ReadonlyMap<string, Agency>): { set: Agency[]; ended: Agency[] } => ({
  set: plan.agencies.filter(({ code }) => !known.has(code)),
  ended: plan.successions.flatMap((succession) => { const agency = known.get(succession.from); return agency === undefined || endOf(agency) < plan.effective ? [] : [dissolved(plan, agency, succession)]; }),
});

const samePost = (one: Post, other: Post): boolean => one.agency === other.agency && one.role === other.role && one.from === other.from && one.to === other.to;

/**
 * Rights are revoked and granted, never renamed: a post in a dissolved agency ends with its last day; the same role in
 * the agency that carries on begins the day after, for as long as the post would have lasted. Nobody carries on: it ends.
 */
export const postsAfter = ({ effective, successions }: ReorganisationPlan, posts: readonly Post[]): Post[] => {
  const heirs = new Map(successions.map((succession) => [succession.from, heirOf(succession)]));
  const ended = posts.flatMap((post): Post[] => {
    if (!heirs.has(post.agency) || endOf({ validTo: post.to }) < effective) return [post];
    return post.from < effective ? [{ ...post, to: dayBefore(effective) }] : [];
  });
  const granted = posts.flatMap((post): Post[] => {
    const agency = heirs.get(post.agency);
    return agency === undefined || endOf({ validTo: post.to }) < effective ? [] : [{ ...post, agency, from: post.from < effective ? effective : post.from }];
  });
  return [...ended, ...granted].filter((post, place, all) => all.findIndex((other) => samePost(post, other)) === place);
};

const peopleOf = async (deps: Deps, { plan, timeIsUp }: Reorganising): Promise<{ people: Person[]; whole: boolean }> => {
  const found = new Map<string, Person>();
  for (const { from } of plan.successions) {
    if (timeIsUp()) return { people: [...found.values()], whole: false };
    for (const person of await deps.people.inAgency(from)) if (!samePosts(person.posts, postsAfter(plan, person.posts))) found.set(person.username, person);
  }
  return { people: [...found.values()], whole: true };
};

const countsOf = (plan: ReorganisationPlan, people: readonly Person[]): Pick<DirectoryOutcome, 'people' | 'postsEnded' | 'postsGranted'> => {
  const differing = (from: readonly Post[], to: readonly Post[]): number => from.filter((post) => !to.some((other) => samePost(post, other))).length;
  const after = people.map(({ posts }) => ({ posts, next: postsAfter(plan, posts) }));
  return {
    people: people.length, postsEnded: after.reduce((sum, { posts, next }) => sum + differing(posts, next), 0),
    postsGranted: after.reduce((sum, { posts, next }) => sum + next.filter((post) => !posts.some((one) => one.agency === post.agency && one.role === post.role && one.from === post.from)).length, 0),
  };
};

const read = async (deps: Deps, plan: ReorganisationPlan) => {
  const tree = await deps.agencies.tree();
  const known = new Map(tree.agencies.map(({ agency }) => [agency.code, agency]));
  requireSound(plan, known);
  const { set, ended } = agenciesOf(plan, known);
  return { tree, set, ended, undecided: plan.successions.filter(isUndecided).map(({ from }) => from) };
};

/** What the plan would change in the directory. Nothing is written; the tree it makes is checked as if it were. */
export const previewReorganisation = (deps: Deps) => async (reorganising: Reorganising): Promise<DirectoryOutcome> => {
  const { plan } = reorganising;
  const { tree, set, ended, undecided } = await read(deps, plan);
  decide(tree, [...set, ...ended]);
  const { people, whole } = await peopleOf(deps, reorganising);
  return { done: whole, registered: set.map(({ code }) => code), dissolved: ended.map(({ code }) => code), ...countsOf(plan, people), undecided };
};

/**
 * Carries the plan out: agencies first, then rights. Every write is one that a run before may have made already, so
 * that a run cut off at any place is made good by the next, and a run on a whole reorganisation changes nothing.
 * Throws `succession-undecided` before the first write.
 */
export const applyReorganisation = (deps: Deps) => async (reorganising: Reorganising, cause: Cause): Promise<DirectoryOutcome> => {
  const { plan, timeIsUp } = reorganising;
  const { set, ended, undecided } = await read(deps, plan);
  if (undecided.length > 0) throw new DomainError('succession-undecided', undecided.join(' '));
  const by = `${plan.id}: ${plan.decision}`;
  if (set.length + ended.length > 0) await deps.registerAgencies({ agencies: [...set, ...ended], by }, cause);
  const { people, whole } = await peopleOf(deps, reorganising);
  const changed: Person[] = [];
  for (const person of people) {
    if (timeIsUp()) break;
    await deps.appointPerson({ username: person.username, name: person.name, posts: postsAfter(plan, person.posts), by, joined: true }, cause);
    changed.push(person);
  }
  return { done: whole && changed.length === people.length, registered: set.map(({ code }) => code), dissolved: ended.map(({ code }) => code), ...countsOf(plan, changed), undecided };
};
