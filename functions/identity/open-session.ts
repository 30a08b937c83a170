import type { Realm } from '../../shared/contracts/identity.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import type { Tokens, VerifyToken } from './ports.ts';
import { expiresAt, personOf, sessionToken } from './session.ts';
import type { Clients } from './session.ts';
import { accessCookies } from './session-cookies.ts';

export type SessionDeps = { readonly verify: VerifyToken; readonly clients: Clients };

/** The session tokens open: who it is and the access cookies. Throws `TokenRefused` for tokens of another realm or holder, `session-too-large`. */
export const openSession = async (deps: SessionDeps, realm: Realm, tokens: Tokens, now: Date): Promise<{ actor: Actor; cookies: string[] }> => {
  const token = sessionToken(realm, tokens);
  const verified = await deps.verify(token);
  const actor = personOf(verified, deps.clients, now);
  if (actor.kind !== (realm === 'national' ? 'citizen' : 'officer')) throw new Error('token of the other realm');
  return { actor, cookies: accessCookies(token, (expiresAt(verified) - now.getTime()) / 1000) };
};
