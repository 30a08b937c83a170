import type * as z from 'zod';
import type { StepVisitView, WayStep } from '../../shared/contracts/dossier-steps.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { workingMinutesBetween } from '../../shared/kernel/working-time/working-minutes.ts';
import { openPause } from './dossier-clock.ts';
import type { Dossier } from './dossier.ts';
import { wayOf } from './internal-step.ts';
import type { DossierRecord } from './ports.ts';
import { stepsAhead, stepVisits, type StepVisit } from './step-timeline.ts';

/** The time it is looked at, and the calendar that counts working time, where there is one. */
type Seen = { readonly now: Date; readonly calendar: WorkingCalendar | undefined };

/** Names of the steps done, the one it stands in, and those ahead: no person, no time. */
export const wayView = ({ filed, standing: { internal, business } }: Dossier): { way?: z.infer<typeof WayStep>[] } => {
  // steps nobody declared say no more than the statuses do
  if (filed.steps === undefined || (internal === undefined && business !== 10)) return {};
  const steps = wayOf(filed);
  const here = business === 10 ? steps.length : steps.findIndex(({ id }) => id === internal?.id);
  return { way: steps.map(({ name }, index) => ({ name, state: index < here ? 'done' : index === here ? 'now' : 'ahead' })) };
};

const openVerdict = ({ leftAt, dueAt }: StepVisit, { standing }: DossierRecord, now: Date): Pick<StepVisitView, 'verdict'> =>
  (leftAt !== undefined || dueAt === undefined || openPause(standing.pauses) !== undefined ? {} : { verdict: now.toISOString() > dueAt ? 'overdue' : 'running' });

/** How much of a step's share is used, in per cent of working time: what is left until it is due, taken from the whole of it. */
const usedOf = ({ leftAt, dueAt, step: { share } }: StepVisit, { standing: { termMinutes = 0 } }: DossierRecord, { now, calendar }: Seen): Pick<StepVisitView, 'used'> => {
  const minutes = termMinutes * share / 100;
  if (minutes <= 0 || dueAt === undefined || calendar === undefined) return {};
  const left = workingMinutesBetween(calendar, leftAt === undefined ? now : new Date(leftAt), new Date(dueAt));
  return { used: Math.min(999, Math.max(0, Math.round(100 * (1 - left / minutes)))) };
};

/** The way through the steps with its times, for the desk. */
export const stepsView = (record: DossierRecord, seen: Seen): { internalSteps?: StepVisitView[] } => {
  const warned = (id: string): number[] => record.warnings.filter((one) => one.of === 'step' && one.step === id).map(({ threshold }) => threshold).toSorted((a, b) => a - b);
  const visits = stepVisits(record);
  if (visits.length === 0) return {};
  return {
    internalSteps: [
      ...visits.map((visit) => {
        const { step: { id, name, role, share }, agency: _agency, ...times } = visit;
        return { id, name, role, share, ...times, ...openVerdict(visit, record, seen.now), ...usedOf(visit, record, seen), warned: warned(id) };
      }),
      ...stepsAhead(record).map(({ id, name, role, share }) => ({ id, name, role, share, warned: [] })),
    ],
  };
};
