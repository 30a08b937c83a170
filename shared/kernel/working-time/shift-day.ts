import * as z from 'zod';
import { Localised } from '../localised.ts';
import { IsoDate } from '../vietnam-time.ts';

/** A day that moved a due date, and why. */
export const ShiftDay = /* @__PURE__ */ z
  .object({
    date: IsoDate,
    reason: z.enum(['cut-off', 'weekly-rest', 'holiday', 'compensatory', 'swap-off', 'makeup-work']),
    name: Localised,
    source: z.string().min(1),
  })
  .meta({ title: 'Day that moved a due date' });
export type ShiftDay = z.infer<typeof ShiftDay>;
