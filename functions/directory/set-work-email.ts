import { PersonContactChangedV1 } from '../../events/directory/person-contact-changed.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { againOnClash } from './again-on-clash.ts';
import type { Person } from './person.ts';
import type { PersonStore } from './ports.ts';

type Command = { readonly username: string; readonly email: string; readonly by: string };

/** Sets where the province writes to a person at work; empty, nowhere. The same again changes nothing. Throws `not-found`. */
export const setWorkEmail = ({ people }: { readonly people: Pick<PersonStore, 'byUsername' | 'appoint'> }) => ({ username, email, by }: Command, cause: Cause): Promise<Person> => againOnClash(async () => {
  const before = await people.byUsername(username);
  if (before === undefined) throw new DomainError('not-found');
  if ((before.email ?? '') === email) return before;
  const { email: _former, ...rest } = before;
  const person: Person = { ...rest, ...(email === '' ? {} : { email }), revision: before.revision + 1 };
  await people.appoint({ person, change: { by, at: cause.now }, ended: [] }, [newEvent(PersonContactChangedV1, { personId: person.personId }, cause)]);
  return person;
});
