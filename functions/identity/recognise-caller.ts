import type { Actor, Citizen, Nobody, Officer } from '../../shared/runtime/actor.ts';
import type { SessionsCountFrom, VerifyToken } from './ports.ts';
import { knowsRightsUntil, machineOf, personOf, TokenExpired } from './session.ts';
import type { Clients } from './session.ts';
import { sessionOf, wasSignedIn } from './session-cookies.ts';

export type Asked = {
  readonly authorization: string | undefined;
  readonly cookies: ReadonlyMap<string, string>;
  /** whether the rights must be those of this moment and not of the last quarter of an hour */
  readonly exact: boolean;
  readonly now: Date;
};
/** `refusal` names the kind of error for the log, never the token. */
export type Recognised = { readonly actor: Actor; readonly refusal?: string };

type Deps = { readonly verify: VerifyToken; readonly clients: Clients; readonly sessionsCountFrom: SessionsCountFrom };

const nobody = (why: Nobody['why']): Nobody => ({ kind: 'nobody', why });
const refusalOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const person = async (deps: Deps, token: string, { exact, now }: Asked): Promise<Citizen | Officer | Nobody> => {
  const verified = await deps.verify(token);
  const found = personOf(verified, deps.clients, now);
  if (found.kind !== 'officer' || !exact) return found;
  const countFrom = await deps.sessionsCountFrom(found.personId);
  return countFrom !== undefined && knowsRightsUntil(verified) < countFrom ? nobody('session-expired') : found;
};

const bearer = async (deps: Deps, authorization: string): Promise<Actor> => {
  const [, token] = /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization) ?? [];
  return token === undefined ? nobody('signed-out') : machineOf(await deps.verify(token), deps.clients);
};

/**
 * Who is asking. A person comes with the session cookie, a machine with the Authorization header; a request with that
 * header is a machine's or nobody's, whatever cookies it carries. Nothing is thrown: who cannot be recognised is nobody.
 */
export const recogniseCaller = (deps: Deps) => async (asked: Asked): Promise<Recognised> => {
  try {
    if (asked.authorization !== undefined) return { actor: await bearer(deps, asked.authorization) };
    const token = sessionOf(asked.cookies);
    if (token === undefined) return { actor: nobody(wasSignedIn(asked.cookies) ? 'session-expired' : 'signed-out') };
    return { actor: await person(deps, token, asked) };
  } catch (error) {
    return { actor: nobody(error instanceof TokenExpired ? 'session-expired' : 'signed-out'), refusal: refusalOf(error) };
  }
};
