import * as z from 'zod';
import { DossierNumber } from '../kernel/dossier-number.ts';
import { DossierId, TrackingCode } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { StepRole } from './internal-steps.ts';

/** Where a dossier stands among the steps of the agency, for its applicant and anyone with the code: names of steps, never of persons. */
export const WayStep = z.object({ name: Localised, state: z.enum(['done', 'now', 'ahead']) }).meta({ title: 'Step on the way' });

/**
 * One stay of a dossier in an internal step: handed over (giao), received (nhận), left, and how that stood against the
 * step's share of the term. Steps nobody has come to yet have no times.
 */
export const StepVisitView = z.object({
  id: z.string(), name: Localised, role: StepRole, share: z.number(),
  handedAt: UtcInstant.optional(), giver: z.string().optional(), receivedAt: UtcInstant.optional(), receiver: z.string().optional(),
  leftAt: UtcInstant.optional(), dueAt: UtcInstant.optional(),
  verdict: z.enum(['running', 'overdue', 'early', 'on-time', 'late']).optional(),
  outcome: z.enum(['handed-on', 'sent-back']).optional(), reason: z.string().optional(),
  /** working time used of its share, in per cent */
  used: z.int().optional(),
  /** parts of its time (per cent) its owner was warned of */
  warned: z.array(z.int()),
}).meta({ id: 'StepVisit', title: 'Stay in an internal step' });
export type StepVisitView = z.infer<typeof StepVisitView>;

/** The internal step a dossier of a queue stands in. */
export const QueueStep = z.object({ name: Localised, role: StepRole, received: z.boolean(), dueAt: UtcInstant.optional() });

const Level = z.object({ threshold: z.int(), dueAt: UtcInstant });
/** A dossier the owner of its step and the leader are warned of: how much of the time of the step, and of the whole, is used up. */
export const WarningRow = z.object({
  dossierId: DossierId, number: DossierNumber.optional(), trackingCode: TrackingCode, procedure: z.object({ code: ProcedureCode, name: Localised }),
  applicantName: z.string(), role: StepRole, stepName: Localised, step: Level.optional(), whole: Level.optional(), at: UtcInstant,
}).meta({ id: 'WarningRow', title: 'Warning' });
export type WarningRow = z.infer<typeof WarningRow>;
