import type { IdentityProvider } from './ports.ts';
import { clearedSession, refreshOf } from './session-cookies.ts';

type Deps = { readonly provider: Pick<IdentityProvider, 'revoke' | 'logoutUrl'>; readonly onRevokeFailed: (error: unknown) => void };

/** Revokes the refresh token and clears the cookies. The browser is rid of its session even when the provider cannot be reached. */
export const endSession = (deps: Deps) => async (cookies: ReadonlyMap<string, string>): Promise<{ location: string; cookies: string[] }> => {
  const refresh = refreshOf(cookies);
  if (refresh) await deps.provider.revoke(refresh.realm, refresh.token).catch(deps.onRevokeFailed);
  return { location: refresh ? deps.provider.logoutUrl(refresh.realm) : '/', cookies: clearedSession() };
};
