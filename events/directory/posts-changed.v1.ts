import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { PersonId } from '../../shared/kernel/ids.ts';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { defineEvent } from '../define-event.ts';

export const PostsChangedV1 = defineEvent({
  source: 'haugiang.directory', type: 'posts.changed', version: 1, personalData: 'none',
  title: 'Posts changed', description: 'A person was appointed, or the posts of a person changed or ended. All posts held, past and future ones included; a higher revision replaces a lower one. Who it is, the directory alone tells.',
  data: z.object({
    personId: PersonId, revision: z.int().positive(),
    /** a role in an agency between two days, both included */
    posts: z.array(z.object({ agencyCode: AgencyCode, role: z.string().max(40), from: IsoDate, to: IsoDate.optional() })),
    /** agencies of which a post was named before and none is now */
    agenciesLeft: z.array(AgencyCode),
  }),
});
