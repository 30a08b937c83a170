import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { deskRoles, rolesIn } from './desk-rights.ts';
import type { Notice } from './notice.ts';
import type { ReminderStore } from './reminder.repository.ts';

type Listed = { readonly items: Omit<Notice, 'agency'>[]; readonly cursor?: string };

/** What an officer is warned of: the dossiers that stand in steps of her roles; a leader sees those of the whole agency. Throws `not-found` for another agency. */
export const listWarnings = ({ reminders }: { readonly reminders: Pick<ReminderStore, 'notices'> }) => async (place: { agency: string; cursor?: string | undefined }, officer: Officer, now: Date): Promise<Listed> => {
  postFor(officer, place.agency, deskRoles, now);
  const roles = rolesIn(officer, place.agency, now);
  const page = await reminders.notices(place.agency, place.cursor);
  return { ...page, items: page.items.filter(({ role }) => roles.includes('leader') || roles.includes(role)).map(({ agency: _agency, ...notice }) => notice) };
};
