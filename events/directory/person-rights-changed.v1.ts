import * as z from 'zod';
import { PersonId } from '../../shared/kernel/ids.ts';
import { defineEvent } from '../define-event.ts';

export const PersonRightsChangedV1 = defineEvent({
  source: 'haugiang.directory', type: 'person.rights-changed', version: 1, personalData: 'none',
  title: 'Rights changed', description: 'The posts of a person changed: sessions opened before this moment end.',
  data: z.object({ personId: PersonId, notBefore: z.iso.datetime() }),
});
