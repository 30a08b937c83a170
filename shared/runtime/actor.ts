import * as z from 'zod';
import { ExercisedPost } from '../contracts/access.ts';
import type { Access, Post, Role } from '../contracts/access.ts';
import { AgencyCode } from '../kernel/agency-code.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { PersonId } from '../kernel/ids.ts';
import { localDate } from '../kernel/vietnam-time.ts';

const Nobody = z.object({ kind: z.literal('nobody'), why: z.enum(['signed-out', 'session-expired']) });
const Citizen = z.object({ kind: z.literal('citizen'), subject: z.string().min(1), name: z.string(), email: z.string().optional(), nationalId: z.string().optional() });
const Officer = z.object({ kind: z.literal('officer'), subject: z.string().min(1), personId: PersonId, username: z.string(), name: z.string(), posts: z.array(ExercisedPost),
  /** exercised for somebody else until lately: they allow nothing, and explain why */
  ended: z.array(ExercisedPost).optional(),
});
const Machine = z.object({ kind: z.literal('machine'), clientId: z.string().min(1), scopes: z.array(z.string()), agency: AgencyCode });

/** Who calls. The authoriser decides it from the token; the runner and the use cases trust nothing else. */
export const Actor = z.discriminatedUnion('kind', [Nobody, Citizen, Officer, Machine]);
export type Actor = z.infer<typeof Actor>;
export type Nobody = z.infer<typeof Nobody>;
export type Citizen = z.infer<typeof Citizen>;
export type Officer = z.infer<typeof Officer>;
export type Machine = z.infer<typeof Machine>;

const signedOut: Nobody = { kind: 'nobody', why: 'signed-out' };

/** API Gateway carries the authoriser's context as flat strings: the actor travels as one JSON text. */
export const actorContext = (actor: Actor): { actor: string } => ({ actor: JSON.stringify(actor) });

/** The actor as the authoriser wrote it; anything else is nobody. */
export const actorFromAuthorizer = (context: unknown): Actor => {
  const text = typeof context === 'object' && context !== null ? (context as { actor?: unknown }).actor : undefined;
  if (typeof text !== 'string') return signedOut;
  try {
    const parsed = Actor.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : signedOut;
  } catch {
    return signedOut;
  }
};

/** For prewarming: an officer of nobody's making, who may look at what the province itself holds. */
export const rehearsingOfficer: Officer = {
  kind: 'officer', subject: '-', personId: 'per_00000000000000000000000000', username: '-', name: '-', posts: [{ agency: 'H30', role: 'leader', from: '2020-01-01' }],
};

/** Whether a post is held on a day of Việt Nam, both ends included. */
export const isHeld = (post: Post, day: string): boolean => post.from <= day && (post.to === undefined || day <= post.to);

const allows = (access: Access, actor: Actor, day: string): boolean => {
  switch (access.kind) {
    case 'public':
    case 'key': return true;
    case 'citizen': return actor.kind === 'citizen';
    case 'officer': return actor.kind === 'officer' && actor.posts.some((post) => access.roles.includes(post.role) && isHeld(post, day));
    case 'machine': return actor.kind === 'machine' && actor.scopes.includes(access.scope);
  }
};

/** Lets through whom the route's contract names. Throws `signed-out`, `session-expired` or `not-allowed`. */
export const requireAccess = (access: readonly Access[], actor: Actor, now: Date): void => {
  const day = localDate(now);
  if (access.some((way) => allows(way, actor, day))) return;
  if (actor.kind === 'officer' && access.some((way) => way.kind === 'officer' && actor.ended?.some(({ role }) => way.roles.includes(role)) === true)) throw new DomainError('delegation-expired');
  throw new DomainError(actor.kind === 'nobody' ? actor.why : 'not-allowed');
};

/**
 * The post through which an officer acts on rows of an agency: an own one before one exercised for somebody else.
 * Throws `not-found` where there is none, as for a row that does not exist: another agency's rows must not even be
 * confirmed. Who acted there under a delegation that ended is told so: `delegation-expired`.
 */
export const postFor = (actor: Actor, agency: string, roles: readonly Role[], now: Date): ExercisedPost => {
  const day = localDate(now);
  const there = (post: Post): boolean => post.agency === agency && roles.includes(post.role);
  const held = actor.kind === 'officer' ? actor.posts.filter((post) => there(post) && isHeld(post, day)) : [];
  const post = held.find(({ actingFor }) => actingFor === undefined) ?? held[0];
  if (post !== undefined) return post;
  throw new DomainError(actor.kind === 'officer' && actor.ended?.some(there) === true ? 'delegation-expired' : 'not-found');
};

/** A stable name of the caller, to keep one caller's request keys apart from another's. Never shown. */
export const callerOf = (actor: Actor): string => {
  switch (actor.kind) {
    case 'nobody': return 'nobody';
    case 'citizen': return `citizen:${actor.subject}`;
    case 'officer': return `officer:${actor.subject}`;
    case 'machine': return `machine:${actor.clientId}`;
  }
};
