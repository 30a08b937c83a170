import type { SessionView } from '../../../../shared/contracts/identity.ts';
import type { SessionState } from '../../../client/session.ts';
import { mark } from '../../../client/signed-in-mark.ts';

const KEY = 'hien-truong-phien';
/** A day's work; who is longer without a network signs in again. */
const GOOD_MS = 24 * 3_600_000;
type Officer = Extract<SessionView, { kind: 'officer' }>;

export const asksForField = (search: string): boolean => new URLSearchParams(search).get('phan-anh') === 'hien-truong';

/** Who works at the scene is remembered on the phone while at it, and forgotten with the session. */
export const rememberOfficer = (state: SessionState, search: string, now: Date): void => {
  try {
    if (state.state !== 'known') return;
    if (state.session.kind !== 'officer') localStorage.removeItem(KEY);
    else if (asksForField(search)) localStorage.setItem(KEY, JSON.stringify({ session: state.session, at: now.getTime() }));
  } catch { /* storage may be switched off */ }
};

/** Without a network, at the scene, who signed in last goes on; the province asks anew for every deed. */
export const withoutNetwork = (state: SessionState, search: string, now: Date): SessionState => {
  if (state.state !== 'failed' || state.problem.code !== 'offline' || !asksForField(search) || !mark.read()) return state;
  try {
    const { session, at } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { session?: Officer; at?: number };
    return session === undefined || at === undefined || now.getTime() - at > GOOD_MS ? state : { state: 'known', session };
  } catch { return state; }
};
