import * as z from 'zod';
import { PersonId } from '../../shared/kernel/ids.ts';
import { defineEvent } from '../define-event.ts';

export const PersonContactChangedV1 = defineEvent({
  source: 'haugiang.directory', type: 'person.contact-changed', version: 1, personalData: 'none',
  title: 'Contact changed', description: 'Where the province writes to a person at work was set, changed or taken away; the address itself stays in the directory.',
  data: z.object({ personId: PersonId }),
});
