import { isHeld, postFor, type Officer } from '../../shared/runtime/actor.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';

/** Roles of the desk: who may read the dossiers of an agency. */
export const deskRoles = ['one-stop-clerk', 'case-officer', 'leader'] as const;

/** The roles an officer holds in an agency today. */
export const rolesIn = (officer: Officer, agency: string, now: Date): string[] =>
  officer.posts.flatMap((post) => (post.agency === agency && isHeld(post, localDate(now)) ? [post.role] : []));

/** Lets through who may read a dossier of one of these agencies. Throws `not-found`: to others it does not exist. */
export const requireReader = (officer: Officer, agencies: readonly string[], now: Date): void => {
  const [competent = ''] = agencies;
  if (!agencies.some((agency) => rolesIn(officer, agency, now).some((role) => (deskRoles as readonly string[]).includes(role)))) postFor(officer, competent, deskRoles, now);
};
