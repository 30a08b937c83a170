import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { openSession } from './open-session.ts';
import type { SessionDeps } from './open-session.ts';
import type { IdentityProvider } from './ports.ts';
import { refreshCookie, refreshOf } from './session-cookies.ts';

type Deps = SessionDeps & { readonly provider: Pick<IdentityProvider, 'renew'> };

/** A new access cookie for the refresh cookie; an officer's posts are read anew. Throws `session-expired`, `session-too-large`, `busy`. */
export const renewSession = (deps: Deps) => async (requestCookies: ReadonlyMap<string, string>, now: Date): Promise<{ actor: Actor; cookies: string[] }> => {
  const refresh = refreshOf(requestCookies);
  const tokens = refresh === undefined ? 'refused' : await deps.provider.renew(refresh.realm, refresh.token);
  if (refresh === undefined || tokens === 'refused') throw new DomainError('session-expired');
  try {
    const { actor, cookies } = await openSession(deps, refresh.realm, tokens, now);
    return { actor, cookies: tokens.refreshToken === undefined ? cookies : [...cookies, refreshCookie(refresh.realm, tokens.refreshToken)] };
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('session-expired', 'renewed token refused', { cause: error });
  }
};
