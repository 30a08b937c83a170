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
}).meta({ id: 'Problem', title: 'Problem', description: 'RFC 9457 problem details.' });
export type ProblemBody = z.infer<typeof ProblemBody>;
