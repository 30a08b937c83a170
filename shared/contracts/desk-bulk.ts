import * as z from 'zod';
import { DossierNumber } from '../kernel/dossier-number.ts';
import { DossierStatusCode } from '../kernel/dossier-status.ts';
import { DossierId } from '../kernel/ids.ts';
import { officer } from './access.ts';
import { ProblemBody } from './problem-body.ts';
import { defineRoute } from './route.ts';

/** As many rows as an officer looks through before she decides once. */
export const MOST_AT_ONCE = 50;

/** Acts that need nothing but the decision, and that are made for many at once. */
export const BulkAct = z.enum(['take', 'hand-over']);
export type BulkAct = z.infer<typeof BulkAct>;

export const ActOnMany = defineRoute({
  name: 'actOnMany', method: 'POST', path: '/desk/bulk', access: [officer(['one-stop-clerk', 'case-officer'])],
  summary: { vi: 'Làm một việc với nhiều hồ sơ', en: 'One act on up to 50 dossiers, each with its own key and revision, each with its own result' },
  body: () => z.object({
    act: BulkAct,
    /** `key` is the row's own `Idempotency-Key`: the row sent again, here or alone, is answered and not done again */
    items: z.array(z.object({ dossierId: DossierId, revision: z.int().nonnegative(), key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) })).min(1).max(MOST_AT_ONCE),
  }),
  ok: {
    status: 200,
    body: () => z.object({
      results: z.array(z.object({
        dossierId: DossierId,
        /** where it stands now, when it was done */
        done: z.object({ revision: z.int(), status: DossierStatusCode, number: DossierNumber.optional() }).optional(),
        problem: ProblemBody.optional(),
      })),
    }),
  },
  problems: [],
});
