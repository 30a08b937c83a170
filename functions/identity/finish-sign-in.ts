import type { Realm } from '../../shared/contracts/identity.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { openSession } from './open-session.ts';
import type { SessionDeps } from './open-session.ts';
import type { IdentityProvider } from './ports.ts';
import { attemptOf, clearedAttempt, refreshCookie } from './session-cookies.ts';
import { decodeAttempt, isState } from './sign-in-attempt.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

type Deps = SessionDeps & { readonly provider: Pick<IdentityProvider, 'exchange'> };
type Command = { readonly realm: Realm; readonly code: string | undefined; readonly state: string | undefined; readonly cookies: ReadonlyMap<string, string>; readonly now: Date };
type Answer = { readonly location: string; readonly cookies: readonly string[] };

/** Where a person reads why signing in failed; `ly-do` is a problem code. */
const failurePage = (code: string): string => `/dang-nhap-khong-thanh/?ly-do=${code}`;

const refused = (): DomainError => new DomainError('sign-in-refused');

const attemptNamed = ({ realm, state, cookies }: Command): SignInAttempt => {
  const attempt = isState(state) ? decodeAttempt(attemptOf(cookies, state) ?? '') : undefined;
  if (attempt?.realm !== realm) throw refused();
  return attempt;
};

const finish = async (deps: Deps, command: Command): Promise<Answer> => {
  const { realm, code, now } = command;
  const attempt = attemptNamed(command);
  const tokens = code === undefined ? 'refused' : await deps.provider.exchange(realm, code, attempt.verifier);
  if (tokens === 'refused') throw refused();
  const identity = await deps.verify(tokens.idToken);
  if (identity.realm !== realm || identity.claims['aud'] !== deps.clients[realm] || identity.claims['nonce'] !== attempt.nonce) throw refused();
  const { cookies } = await openSession(deps, realm, tokens, now);
  return { location: attempt.returnTo, cookies: [...cookies, ...(tokens.refreshToken === undefined ? [] : [refreshCookie(realm, tokens.refreshToken)])] };
};

/**
 * Ends an attempt: the code is exchanged, the identity token must carry the attempt's nonce, the cookies are set. A person
 * looks at the answer, so a failure leads to a page that says why: `sign-in-refused`, `session-too-large` or `busy`.
 */
export const finishSignIn = (deps: Deps) => async (command: Command): Promise<Answer & { problem?: string }> => {
  const done = isState(command.state) ? [clearedAttempt(command.state)] : [];
  try {
    const { location, cookies } = await finish(deps, command);
    return { location, cookies: [...done, ...cookies] };
  } catch (error) {
    const problem = error instanceof DomainError ? error.code : 'sign-in-refused';
    return { location: failurePage(problem), cookies: done, problem };
  }
};
