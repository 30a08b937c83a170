import * as z from 'zod';

/** The body of every refusal: `application/problem+json`. `errors` point into the request with JSON pointers. */
export const ProblemBody = z.object({
  type: z.string().meta({ examples: ['urn:haugiang:problem:case-unknown'] }),
  code: z.string(), title: z.string(), titleEn: z.string(), status: z.int(),
  detail: z.string().optional(),
  correlationId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), vi: z.string(), en: z.string() })).optional(),
  /** what is possible now, for `state-conflict` and `changed-meanwhile`; the next free half hours, for `slot-full` */
  allowed: z.array(z.string()).optional(),
  /** the procedure to file under instead, for `procedure-retired` */
  successor: z.string().optional(),
  /** seconds until it may be sent again, and that moment, for `sent-too-often`; the header `Retry-After` says the same */
  retryAfter: z.int().optional(), retryAt: z.string().optional(),
  /** the place with latitude and longitude where they belong, for `place-swapped` */
  corrected: z.object({ lat: z.number(), long: z.number() }).optional(),
  /** how many there may be, for `media-too-many` */
  maximum: z.int().optional(),
  /** the code of the report it was joined with, for `answer-merged` */
  mergedInto: z.string().optional(),
}).meta({ id: 'Problem', title: 'Problem', description: 'RFC 9457 problem details.' });
export type ProblemBody = z.infer<typeof ProblemBody>;
