import { useEffect, useState } from 'preact/hooks';
import type { Realm, SessionView } from '../../shared/contracts/identity.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from './client.ts';
import { mark } from './signed-in-mark.ts';

export type SessionState =
  | { readonly state: 'loading' }
  | { readonly state: 'known'; readonly session: SessionView }
  | { readonly state: 'failed'; readonly problem: ProblemBody };

let current: SessionState = { state: 'loading' };
let asking: Promise<void> | undefined;
const listeners = new Set<(state: SessionState) => void>();
const tell = (state: SessionState): void => { current = state; for (const listener of listeners) listener(state); };

/** `whoAmI` is open to everyone, so an ended access cookie reads as nobody: renew once where the province says a session existed. */
const ask = async (): Promise<void> => {
  let answer = await call('whoAmI', {});
  if (answer.ok && answer.body.kind === 'nobody' && answer.body.ended === true) {
    const again = await call('refreshSession', {});
    if (again.ok) answer = again;
  }
  if (answer.ok) mark.write(answer.body.kind !== 'nobody');
  tell(answer.ok ? { state: 'known', session: answer.body } : { state: 'failed', problem: answer.problem });
};

/** Asks again who is signed in; answers of one moment are shared. */
export const reloadSession = (): Promise<void> => {
  asking ??= ask().finally(() => { asking = undefined; });
  return asking;
};

/** Who is signed in, shared by every part of the page. */
export const useSession = (): SessionState => {
  const [state, setState] = useState(current);
  useEffect(() => {
    listeners.add(setState);
    setState(current);
    if (current.state === 'loading') void reloadSession();
    return () => { listeners.delete(setState); };
  }, []);
  return state;
};

/** Address of a sign-in link that comes back here. A link, not a form: the policy of the page forbids forms to other origins. */
export const signInHref = (realm: Realm, returnTo = `${location.pathname}${location.search}`): string =>
  `/api/auth/${realm}/sign-in?return=${encodeURIComponent(returnTo)}`;

/** Ends the session here and at the identity provider; leaves the page when it worked. */
export const signOut = async (): Promise<ProblemBody | undefined> => {
  const answer = await call('signOut', {});
  if (!answer.ok) return answer.problem;
  mark.write(false);
  location.assign(answer.body.location);
  return undefined;
};
