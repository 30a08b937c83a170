import { PersonRightsChangedV1 } from '../../events/directory/person-rights-changed.v1.ts';
import type { Role } from '../../shared/contracts/access.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause, NewEvent } from '../../shared/runtime/outbox.ts';
import type { RequestKey } from '../../shared/runtime/request-key.ts';
import { againOnClash } from './again-on-clash.ts';
import { requireAllowed, revoked, type Delegation } from './delegation.ts';
import type { Person } from './person.ts';
import type { DelegationStore, PersonStore } from './ports.ts';

type Deps = { readonly people: Pick<PersonStore, 'byUsername'>; readonly delegations: DelegationStore };
type Command = {
  readonly holder: string; readonly delegate: string; readonly agency: string; readonly role: Role; readonly from: string; readonly to: string; readonly reason: string;
  readonly by: string; readonly requestKey: RequestKey;
};

/** The sessions of the delegate are renewed: the post comes and goes with the next request, not with the next quarter of an hour. */
export const rightsOf = ({ delegate }: Delegation, cause: Cause): NewEvent => newEvent(PersonRightsChangedV1, { personId: delegate.personId, notBefore: cause.now.toISOString() }, cause);

const named = ({ personId, username, name }: Person): Delegation['holder'] => ({ personId, username, name });

const required = async (deps: Deps, username: string, field: string): Promise<Person> => {
  const found = await deps.people.byUsername(username);
  if (found === undefined) throw new DomainError('person-unknown', field, { pointers: [`/body/${field}`] });
  return found;
};

/** Lets another person exercise a post of its holder between two days. Throws `person-unknown` and what `requireAllowed` throws. */
export const delegatePost = (deps: Deps) => async ({ requestKey, by, ...wish }: Command, cause: Cause): Promise<Delegation> => againOnClash(async () => {
  const earlier = await deps.delegations.answered(requestKey);
  if (earlier !== undefined) return earlier;
  const [holder, delegate] = [await required(deps, wish.holder, 'holder'), await required(deps, wish.delegate, 'delegate')];
  const [given, taken] = await Promise.all([deps.delegations.givenBy(holder.username), deps.delegations.takenBy(holder.username)]);
  requireAllowed(wish, { holder, delegate, given, taken, today: localDate(cause.now) });
  const { agency, role, from, to, reason } = wish;
  const delegation: Delegation = {
    delegationId: newId('dlg', cause.now), holder: named(holder), delegate: named(delegate), agency, role, from, to, reason,
    createdAt: cause.now.toISOString(), createdBy: by,
  };
  // one that begins later comes with a token of that day
  const events = from > localDate(cause.now) ? [] : [rightsOf(delegation, cause)];
  await deps.delegations.write({ delegation, holder, request: { key: requestKey, now: cause.now } }, events);
  return delegation;
});

type Revocation = { readonly delegationId: string; readonly by: string; /** whose delegations may be revoked; all of them without */ readonly holder?: string };

/** Ends a delegation now. One that was revoked stays as it was; another's looks like one that does not exist. */
export const revokeDelegation = (deps: Deps) => async ({ delegationId, by, holder: only }: Revocation, cause: Cause): Promise<Delegation> => againOnClash(async () => {
  const known = await deps.delegations.find(delegationId);
  if (known === undefined || (only !== undefined && known.holder.username !== only)) throw new DomainError('not-found');
  const holder = await deps.people.byUsername(known.holder.username);
  if (known.revokedAt !== undefined || holder === undefined) return known;
  const ended = revoked(known, by, cause.now);
  await deps.delegations.write({ delegation: ended, holder }, [rightsOf(ended, cause)]);
  return ended;
});
