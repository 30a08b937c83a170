import * as z from 'zod';
import { ExercisedPost } from '../../shared/contracts/access.ts';
import type { Realm, SessionView } from '../../shared/contracts/identity.ts';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { PersonId } from '../../shared/kernel/ids.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { isHeld } from '../../shared/runtime/actor.ts';
import type { Actor, Citizen, Machine, Officer } from '../../shared/runtime/actor.ts';
import type { Tokens, VerifiedToken } from './ports.ts';

/** A token that is none of ours: another use, another client, or without what its holder needs to act. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}
/** A token that was good until its time ran out. */
export class TokenExpired extends Error {
  override readonly name = 'TokenExpired';
}

/** Client ids of the browser's clients, by realm. */
export type Clients = Readonly<Record<Realm, string>>;

const CitizenClaims = z.object({
  sub: z.string().min(1), aud: z.string(), token_use: z.literal('id').optional(),
  name: z.string().max(200).optional(), email: z.string().max(320).optional(), 'cognito:username': z.string().optional(),
});
const OfficerClaims = z.object({
  sub: z.string().min(1), token_use: z.literal('access'), client_id: z.string(), username: z.string().min(1),
  person: PersonId, name: z.string().min(1).max(200), posts: z.array(ExercisedPost).min(1), iat: z.number(), rightsAt: z.iso.datetime().optional(),
});
const MachineClaims = z.object({ sub: z.string().min(1), token_use: z.literal('access'), client_id: z.string(), username: z.undefined().optional(), scope: z.string() });

const claimsOf = <S extends z.ZodType>(shape: S, { claims }: VerifiedToken): z.output<S> => {
  const parsed = shape.safeParse(claims);
  if (!parsed.success) throw new TokenRefused(parsed.error.issues.map((issue) => issue.path.join('.')).join(','));
  return parsed.data;
};

/**
 * The token a session rests on: for a citizen the identity token, which says who it is and for whom it was issued (the
 * national provider's access token is not ours to read); for an officer the access token with the posts.
 */
export const sessionToken = (realm: Realm, tokens: Tokens): string => (realm === 'national' ? tokens.idToken : tokens.accessToken);

const citizenOf = (token: VerifiedToken, clients: Clients): Citizen => {
  const { sub, aud, name, email, 'cognito:username': username } = claimsOf(CitizenClaims, token);
  if (aud !== clients.national) throw new TokenRefused('aud');
  return { kind: 'citizen', subject: sub, name: name ?? username ?? '', ...(email === undefined ? {} : { email }) };
};

const officerOf = (token: VerifiedToken, clients: Clients, now: Date): Officer => {
  const { sub, client_id, username, person, name, posts } = claimsOf(OfficerClaims, token);
  if (client_id !== clients.province) throw new TokenRefused('client_id');
  const day = localDate(now);
  const ended = posts.filter(({ actingFor, to }) => actingFor !== undefined && to !== undefined && to < day);
  return { kind: 'officer', subject: sub, personId: person, username, name, posts: posts.filter((post) => isHeld(post, day)), ...(ended.length === 0 ? {} : { ended }) };
};

/** The person of a session token, with the posts held today. Throws `TokenRefused`. */
export const personOf = (token: VerifiedToken, clients: Clients, now: Date): Citizen | Officer =>
  token.realm === 'national' ? citizenOf(token, clients) : officerOf(token, clients, now);

const agencyScope = 'agency/';

/**
 * The machine of a bearer token: client credentials of the province's pool, never a browser's client. The agency it
 * speaks for is a scope too (`agency/H30.07`), granted with the client. Throws `TokenRefused`.
 */
export const machineOf = (token: VerifiedToken, clients: Clients): Machine => {
  if (token.realm !== 'province') throw new TokenRefused('iss');
  const { sub, client_id, scope } = claimsOf(MachineClaims, token);
  if (client_id === clients.province || sub !== client_id) throw new TokenRefused('client_id');
  const scopes = scope.split(' ');
  const agencies = scopes.filter((one) => one.startsWith(agencyScope)).map((one) => one.slice(agencyScope.length));
  const agency = AgencyCode.safeParse(agencies[0]);
  if (agencies.length !== 1 || !agency.success) throw new TokenRefused('scope');
  return { kind: 'machine', clientId: client_id, scopes, agency: agency.data };
};

/**
 * Up to which change of rights a token knows, in milliseconds. It says so itself; the second it was issued in is no
 * measure of that, for a change and a sign-in may share it. One that does not say counts from its second.
 */
export const knowsRightsUntil = ({ claims }: VerifiedToken): number => {
  const told = claims['rightsAt'];
  return typeof told === 'string' ? Date.parse(told) : Number(claims['iat']) * 1000;
};

/** The instant its time runs out, in milliseconds. */
export const expiresAt = ({ claims }: VerifiedToken): number => Number(claims['exp']) * 1000;

/** What a page may know of who is signed in. */
export const sessionView = (actor: Actor): SessionView => {
  switch (actor.kind) {
    case 'citizen': return { kind: 'citizen', name: actor.name, ...(actor.email === undefined ? {} : { email: actor.email }) };
    case 'officer': return { kind: 'officer', name: actor.name, posts: actor.posts };
    case 'machine': return { kind: 'nobody' };
    case 'nobody': return { kind: 'nobody', ...(actor.why === 'session-expired' ? { ended: true } : {}) };
  }
};
