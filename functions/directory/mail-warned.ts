import type { Post, Role } from '../../shared/contracts/access.ts';
import { localDate, type IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { sendOnce, type MailDeps } from '../../shared/runtime/mail-ledger.ts';
import type { Delegation } from './delegation.ts';
import { postsFrom, type Person } from './person.ts';
import type { DelegationStore, PersonStore } from './ports.ts';
import { warningMail, type Warned } from './warning-mail.ts';

type Deps = MailDeps & {
  readonly people: Pick<PersonStore, 'inAgency' | 'byUsername'>; readonly delegations: Pick<DelegationStore, 'givenBy'>; readonly siteOrigin: string;
};
type Warning = Warned & { readonly agencyCode: string; readonly role: Role; readonly ownerId?: string | undefined };
type Told = { readonly eventId: string; readonly warning: Warning; readonly now: Date };

const holds = ({ posts }: { readonly posts: readonly Post[] }, { agency, role }: { agency: string; role: Role }, today: IsoDate): boolean =>
  postsFrom(posts, today).some((post) => post.agency === agency && post.role === role && post.from <= today);

const runs = ({ from, to, revokedAt }: Delegation, today: IsoDate): boolean => revokedAt === undefined && from <= today && today <= to;

/**
 * Whom a warning is for: who has the step in hand, or while nobody has, all who hold its post; and the leaders. A post
 * exercised by another today is warned of there as well.
 */
export const warnedPeople = ({ people, delegations }: Pick<Deps, 'people' | 'delegations'>) => async ({ agencyCode: agency, role, ownerId }: Warning, now: Date): Promise<Person[]> => {
  const today = localDate(now);
  const staff = await people.inAgency(agency);
  const owners = staff.filter((person) => person.personId === ownerId && postsFrom(person.posts, today).length > 0);
  const exercised = (wanted: Role): Promise<Person[]> => Promise.all(staff.filter((person) => holds(person, { agency, role: wanted }, today)).map(async (holder) => {
    const given = (await delegations.givenBy(holder.username)).filter((one) => one.agency === agency && one.role === wanted && runs(one, today));
    return [holder, ...await Promise.all(given.map(({ delegate }) => people.byUsername(delegate.username)))];
  })).then((found) => found.flat().filter((person) => person !== undefined));
  const told = [...owners.length > 0 ? owners : await exercised(role), ...await exercised('leader')];
  return [...new Map(told.map((person) => [person.personId, person])).values()];
};

/**
 * Mails a warning to each of them once, at the address the directory has; who has none sees it at the desk. Gives how
 * many mails went out now, and whether another worker is sending one.
 */
export const mailWarned = (deps: Deps) => {
  const find = warnedPeople(deps);
  return async ({ eventId, warning, now }: Told): Promise<{ sent: number; busy: boolean }> => {
    const outcomes: string[] = [];
    for (const { personId, email } of await find(warning, now)) {
      if (email !== undefined) outcomes.push(await sendOnce(deps, { eventId: `${eventId}.${personId}`, now }, { to: email, ...warningMail(warning, deps.siteOrigin) }));
    }
    return { sent: outcomes.filter((one) => one === 'sent').length, busy: outcomes.includes('busy') };
  };
};
