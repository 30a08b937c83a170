import { newId } from '../../shared/kernel/ids.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { postsChanged } from './posts-changed.ts';
import type { PersonStore } from './ports.ts';

type Deps = { readonly people: Pick<PersonStore, 'appointFirst'> };
type Command = { readonly username: string; readonly name: string; readonly agency: string };

/**
 * Appoints the person who appoints everybody else. It works once in the life of a province: after that an administrator
 * is appointed by an administrator. The agency need not be registered yet, because nobody could have registered it.
 */
export const appointFirstAdministrator = (deps: Deps) => async ({ username, name, agency }: Command, now: Date): Promise<{ appointed: boolean }> => {
  const correlationId = newId('cor', now);
  const cause = { actor: 'system' as const, correlationId, causationId: correlationId, now };
  const post = { agency, role: 'directory-administrator' as const, from: localDate(now) };
  const person = { personId: newId('per', now), username, name, posts: [post], revision: 1, told: true as const };
  return { appointed: await deps.people.appointFirst(person, { by: 'operator', at: now }, postsChanged(person, undefined, cause)) };
};
