import * as z from 'zod';
import { TimeOfDay } from '../vietnam-time.ts';

/** As the national catalogue writes them. HOUR is a working hour; DAY is a plain day of the calendar. */
export const TermUnit = /* @__PURE__ */ z.enum(['WORKING_DAY', 'DAY', 'HOUR', 'MONTH']);
export type TermUnit = z.infer<typeof TermUnit>;

/** One stretch of a term: `{ amount: 2.5, unit: 'WORKING_DAY', at: 'commune' }`. */
export const TermPart = /* @__PURE__ */ z
  .object({
    /** Whole, half or quarter units; 0 working days is the same day. */
    amount: z.number().min(0).max(1000).multipleOf(0.25),
    unit: TermUnit,
    /** Who holds the dossier during this part. */
    at: z.enum(['commune', 'district', 'province']).optional(),
    /** The words of the published procedure. */
    note: z.string().max(500).optional(),
  })
  .meta({ title: 'Part of a term', examples: [{ amount: 5, unit: 'WORKING_DAY' }] });
export type TermPart = z.infer<typeof TermPart>;

/**
 * The time an agency has: parts run one after the other. From `cutOff` on, what is received counts as received on the
 * next working day; with `lateEndsAt` it is then due at that hour of its last day and not at its close ("09 giờ ngày làm
 * việc tiếp theo" of 1.009073 and 1.009099).
 */
export const Term = /* @__PURE__ */ z
  .object({
    parts: z.array(TermPart).min(1).max(6),
    cutOff: TimeOfDay.optional(),
    lateEndsAt: TimeOfDay.optional(),
  })
  .meta({ title: 'Term', examples: [{ parts: [{ amount: 0, unit: 'WORKING_DAY' }], cutOff: '15:00' }] });
export type Term = z.infer<typeof Term>;
