import type { Realm } from '../../shared/contracts/identity.ts';
import type { IdentityProvider } from './ports.ts';
import { returnPath } from './return-path.ts';
import { abandonedAttempts, attemptCookie } from './session-cookies.ts';
import { challengeOf, newAttempt } from './sign-in-attempt.ts';

type Deps = { readonly provider: Pick<IdentityProvider, 'authorizeUrl'>; readonly siteOrigin: string };
type Command = { readonly realm: Realm; readonly return: string; readonly cookies: ReadonlyMap<string, string> };

/** Sends a person to the realm's sign-in page, with a new attempt in a cookie. Throws `return-path-refused`. */
export const beginSignIn = (deps: Deps) => (command: Command): { location: string; cookies: string[] } => {
  const { state, attempt } = newAttempt(command.realm, returnPath(command.return, deps.siteOrigin));
  return {
    location: deps.provider.authorizeUrl(command.realm, { state, nonce: attempt.nonce, challenge: challengeOf(attempt.verifier) }),
    cookies: [...abandonedAttempts(command.cookies), attemptCookie(state, attempt)],
  };
};
